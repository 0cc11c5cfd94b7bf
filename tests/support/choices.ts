import { expect, type Locator, type Page } from '@playwright/test'

/** Chooses one of a few that are all in view, by pressing its words: once they stand still and nothing covers them. */
export async function choose(part: Page | Locator, name: string): Promise<void> {
  const page = 'page' in part ? part.page() : part
  const radio = page.getByRole('radio', { name, exact: true })
  await part.locator('label').filter({ has: radio }).click()
  await expect(part.getByRole('radio', { name, exact: true })).toBeChecked()
}
