import type { Page } from '@playwright/test'
import { expect, press, type Screen, said } from './screen.ts'

const SALES =
  '/reports?source=sales&rows=category,manager&columns=quarter&measures=sum,profit&period=thisYear&sort=-sum'
const COMPARED = '/reports?source=sales&rows=manager&measures=sum,profit,margin&period=thisYear&compare=lastYear'

/** The table of a report, with its total. */
async function table(page: Page): Promise<void> {
  await expect(page.locator('.report-table tfoot td').first()).toContainText(/\d/)
}

/** What to begin from, a report with columns and a chart, one that is set beside another year, and its conditions. */
export const REPORTS: readonly Screen[] = [
  {
    name: 'reports',
    path: '/reports',
    shown: async (page) => expect(page.locator('.report-card').first()).toBeVisible(),
  },
  { name: 'report', path: SALES, shown: table },
  { name: 'report-compared', path: COMPARED, shown: table },
  {
    name: 'report-behind',
    path: `${COMPARED}&behind=${encodeURIComponent('{"measure":"sum","keys":[]}')}`,
    shown: async (page) => expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible(),
  },
  {
    name: 'report-printed',
    path: SALES,
    async shown(page) {
      await table(page)
      await press(page, 'reports.acts')
      await page.getByRole('menuitem', { name: await said(page, 'papers.print'), exact: true }).click()
      await expect(page.getByRole('dialog').locator('.paper')).toBeVisible()
    },
  },
  {
    name: 'report-conditions',
    path: SALES,
    async shown(page) {
      await table(page)
      await press(page, 'reports.filter')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
]
