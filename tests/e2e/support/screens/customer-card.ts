import { expect, type Locator, type Page } from '@playwright/test'

/** The card of a customer on a page. */
export class CustomerCard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get card(): Locator {
    return this.page.getByRole('complementary')
  }

  /** A field of the record itself; of those in lists, the one inside of `entry`. */
  field(label: string): Locator {
    return this.card.getByLabel(label, { exact: true }).first()
  }

  async set(label: string, text: string): Promise<void> {
    await this.field(label).fill(text)
    await this.field(label).blur()
  }

  /** Begins a new customer and names it. */
  async begin(name: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Создать', exact: true }).click()
    await expect(this.card.getByRole('heading', { name: 'Без названия' })).toBeVisible()
    await this.set('Название или имя', name)
    await expect(this.card.getByRole('heading', { name })).toBeVisible()
  }

  /** An entry of a list by its number: «Телефон 1». */
  entry(name: string, within: Locator = this.card): Locator {
    return within.getByRole('group', { name, exact: true })
  }

  /** Adds an entry at the end of a list, inside of a part of the card; gives it. */
  async add(act: string, name: string, within: Locator = this.card): Promise<Locator> {
    await within.getByRole('button', { name: act, exact: true }).first().click()
    await expect(this.entry(name, within)).toBeVisible()
    return this.entry(name, within)
  }

  async tab(name: string): Promise<void> {
    await this.card.getByRole('tab', { name }).click()
  }

  get alike(): Locator {
    return this.card.getByRole('list', { name: 'Возможно, это тот же покупатель' }).getByRole('listitem')
  }
}
