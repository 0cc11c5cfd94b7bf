import { expect, type Locator, type Page } from '@playwright/test'

/** The filter over a list: its quick filters and its form. */
export class ListFilter {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Фильтр' })
  }

  /** Chooses in a quick filter: «Вид», «Состояние», «Ответственный», «Дата». */
  async quick(label: string, ...values: readonly string[]): Promise<void> {
    const text = new RegExp(`^${label}(:|$)`)
    await this.page.locator('button[aria-haspopup="dialog"]').filter({ hasText: text }).click()
    const pop = this.page.getByRole('dialog', { name: label })
    for (const value of values) {
      const one = pop.getByLabel(value, { exact: true }).or(pop.getByRole('button', { name: value, exact: true }))
      await one.click()
    }
    if (await pop.isVisible()) await this.page.keyboard.press('Escape')
    await expect(pop).toHaveCount(0)
  }

  async unfold(): Promise<void> {
    await this.page.getByRole('button', { name: /^Фильтр/ }).click()
    await expect(this.panel).toBeVisible()
  }

  /** A condition by where it stands: «2», «3.1». */
  row(at: string): Locator {
    return this.panel.getByRole('group', { name: `Условие ${at}`, exact: true })
  }

  /** Says what a condition is about, and how it compares. */
  async say(at: string, field: string, comparison: string): Promise<void> {
    const row = this.row(at)
    await row.getByRole('combobox', { name: 'Поле' }).fill(field)
    await this.page.getByRole('option', { name: field, exact: true }).click()
    await row.getByRole('combobox', { name: 'Сравнение' }).click()
    await this.page.getByRole('option', { name: comparison, exact: true }).click()
  }
}
