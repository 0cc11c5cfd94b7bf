import { expect, type Locator, type Page } from '@playwright/test'

/** The card of an order on a page. */
export class OrderCard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  field(label: string): Locator {
    return this.page.getByRole('complementary').getByLabel(label, { exact: true })
  }

  /** Fills in a field and leaves it: that saves it. */
  async set(label: string, text: string): Promise<void> {
    await this.field(label).fill(text)
    await this.field(label).blur()
  }

  async expects(label: string, text: string): Promise<void> {
    await expect(this.field(label)).toHaveValue(text)
  }

  /** Chooses a state in «Вид и состояние». */
  async move(state: string): Promise<void> {
    await this.page.getByRole('complementary').getByLabel('Вид и состояние').first().click()
    await this.page.getByRole('dialog').getByText(state, { exact: false }).first().click()
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click()
  }
}
