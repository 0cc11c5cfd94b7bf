import type { Locator, Page } from '@playwright/test'
import { COMMON } from '../../../shared/documents/families.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import { startOfDay } from '../../../shared/time/days.ts'
import { ABDULOV, expect, OWNER, test } from '../support/world/world.ts'

/** The demo company's plan of 2015. */
const PLAN = derivedId(COMMON, startOfDay('2015-02-01', 'Europe/Moscow'), 'demo', 'plan-kitchens')

test('a plan is filled as a spreadsheet: keys, typing, paste, fill, undo, copy; others are seen', async ({ world }) => {
  const device = await world.at(`/plans/${PLAN}`, OWNER)
  const { page } = device
  const grid = page.getByRole('grid')
  await cell(page, 0, 0).click()
  await page.keyboard.type('1094700,5')
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 0)).toHaveText(/^1\s094\s700,50$/)
  await expect(grid).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('7')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+Home')
  const before = await cell(page, 0, 1).textContent()
  await paste(grid, '2\u00a0000,25 ₽\tн/д\r\n-3\t4\r\n')
  await expect(page.getByRole('status').filter({ hasText: '«н/д»' })).toContainText('не вставлена 1 ячейка')
  await expect(cell(page, 0, 0)).toHaveText(/^2\s000,25$/)
  await expect(cell(page, 0, 1)).toHaveText(before ?? '')
  await expect(cell(page, 1, 0)).toHaveText('-3,00')

  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+r')
  await expect(cell(page, 0, 1)).toHaveText(/^2\s000,25$/)
  await device.saved()
  const other = await world.at(`/plans/${PLAN}`, ABDULOV)
  await expect(cell(other.page, 0, 1)).toHaveText(/^2\s000,25$/)

  await page.keyboard.press('Control+z')
  await expect(cell(page, 0, 1)).toHaveText(before ?? '')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 0, 0)).toHaveText(/^1\s094\s700,50$/)
  await page.keyboard.press('Control+Home')
  expect(await copied(grid)).toBe('1094700,50')

  await cell(other.page, 1, 0).dblclick()
  await expect(page.locator('.grid-other')).toContainText('Абдулов')
})

/** A cell by its place; the plan has one frozen column, and two rows of heads where it has quantities. */
function cell(page: Page, row: number, column: number): Locator {
  return page.locator('.grid-row').nth(row).locator('.grid-cell').nth(column)
}

/** What a spreadsheet put there is pasted. */
async function paste(grid: Locator, text: string): Promise<void> {
  await grid.evaluate((element, given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', given)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** The text that copying gives. */
function copied(grid: Locator): Promise<string> {
  return grid.evaluate((element) => {
    const clipboardData = new DataTransfer()
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/plain')
  })
}
