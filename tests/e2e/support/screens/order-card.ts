import { expect, type Locator, type Page } from '@playwright/test'

/** The card of an order on a page. */
export class OrderCard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get card(): Locator {
    return this.page.getByRole('complementary')
  }

  get state(): Locator {
    return this.card.getByLabel('Вид и состояние').first()
  }

  /** The order's lines, goods and works alike. */
  get lines(): Locator {
    return this.card.getByRole('list', { name: 'Товары и работы' }).getByRole('listitem')
  }

  field(label: string): Locator {
    return this.card.getByLabel(label, { exact: true })
  }

  button(name: string): Locator {
    return this.card.getByRole('button', { name, exact: true })
  }

  /** Fills in a field and leaves it: that saves it. Entries of lists, whose fields are called alike, stand behind it. */
  async set(label: string, text: string): Promise<void> {
    await this.field(label).first().fill(text)
    await this.field(label).first().blur()
  }

  async expects(label: string, text: string): Promise<void> {
    await expect(this.field(label).first()).toHaveValue(text)
  }

  /** Chooses a record by its name: types it and takes the one that is offered. */
  async pick(label: string, name: string): Promise<void> {
    await this.field(label).fill(name)
    await this.page.getByRole('option', { name, exact: true }).click()
    await this.expects(label, name)
  }

  /** Chooses a state in «Вид и состояние». */
  async move(state: string): Promise<void> {
    await this.state.click()
    await this.page.getByRole('dialog').getByText(state, { exact: false }).first().click()
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click()
  }

  /** Chooses an act of the order's menu. */
  async act(name: string): Promise<void> {
    await this.button('Действия с заказом').click()
    await this.page.getByRole('menuitem', { name, exact: true }).click()
  }

  /** Adds a line at the end. */
  async addLine(): Promise<Locator> {
    const before = await this.lines.count()
    await this.button('Добавить строку').click()
    await expect(this.lines).toHaveCount(before + 1)
    return this.lines.nth(before)
  }
}

/** Fills in a field inside of some part of a page, the first one that is called so, and leaves it. */
export async function fillIn(part: Locator, label: string, text: string): Promise<void> {
  const field = part.getByLabel(label, { exact: true }).first()
  await field.fill(text)
  await field.blur()
}
