import type { Page } from '@playwright/test'
import type { PlainPath } from '../../../shared/locales/index.ts'
import { after, expect, openCard, type Screen, said, visible } from './screen.ts'

const LIST = '/rules'
const ruled: Screen['path'] = ({ ruled }) => `${LIST}/${ruled.rule}`

/** Opens a tab of the open card. */
function tab(path: PlainPath, shown: (page: Page) => Promise<void>): Screen['shown'] {
  return async (page) => {
    const name = await said(page, path)
    await page.getByRole('complementary').getByRole('tab', { name, exact: true }).click()
    await shown(page)
  }
}

/** Unfolds the first action of the open rule. */
async function action(page: Page): Promise<void> {
  await page.locator('.action > summary').first().click()
  await visible('.action-body .box')(page)
}

async function tried(page: Page): Promise<void> {
  await page.locator('.trial-bar .button').click()
  await expect(page.locator('.trial .run').first()).toBeVisible()
  await expect(page.locator('.trial progress')).toHaveCount(0)
}

/** Rules: their list, a card and its tabs, and what an order's card tells of them. */
export const RULES: readonly Screen[] = [
  { name: 'rules', path: LIST, shown: visible('#root tr.table-row') },
  { name: 'rule', path: ruled, shown: after(openCard, visible('.rule-criteria .filter-row')) },
  { name: 'rule action', path: ruled, shown: after(openCard, visible('.action'), action) },
  { name: 'rule runs', path: ruled, shown: after(openCard, tab('rules.runs.title', visible('.run'))) },
  { name: 'rule trial', path: ruled, shown: after(openCard, tab('rules.trial.title', visible('.trial')), tried) },
  {
    name: 'card rules',
    path: ({ ruled }) => `/orders/work/${ruled.order}`,
    shown: after(openCard, tab('rules.runs.tab', visible('.run'))),
  },
]
