import type { Page } from '@playwright/test'
import { expect, press, type Screen } from './screen.ts'

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
    name: 'report-conditions',
    path: SALES,
    async shown(page) {
      await table(page)
      await press(page, 'reports.filter')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
]
