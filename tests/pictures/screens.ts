import type { Page } from '@playwright/test'
import type { PlainPath } from '../../shared/locales/index.ts'
import { SEPTEMBER } from '../e2e/support/data/september.ts'
import { SCREENS } from '../support/screens/index.ts'
import { expect, press, type Screen, said } from '../support/screens/screen.ts'

const REPORT = `${SEPTEMBER}&moment=end`

/** Opens a pane of the screen by its button, and waits for it. */
function opened(name: PlainPath): Screen['shown'] {
  return async (page) => {
    await press(page, name)
    await expect(page.getByRole('dialog')).toBeVisible()
  }
}

async function expanded(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Абдулов/ })
    .first()
    .click()
  await expect(page.getByText('1. Выезд замерщика').first()).toBeVisible()
}

const block = (page: Page) => expect(page.locator('section.block button').first()).toBeVisible()

/** What is looked at: the screens, and more of their states than axe needs to see. */
export const PICTURED: readonly Screen[] = [
  ...SCREENS,
  { name: 'funnel now', path: '/funnel?period=all', shown: block },
  { name: 'funnel all columns', path: `${REPORT}&columns=median,p90,staying,stayingSum,reentries`, shown: block },
  { name: 'funnel by customers', path: `${REPORT}&by=customer`, shown: block },
  { name: 'funnel by departments', path: `${REPORT}&by=department`, shown: block },
  { name: 'funnel group', path: `${REPORT}&by=manager`, shown: expanded },
  { name: 'funnel filter', path: REPORT, shown: opened('funnel.filter') },
  { name: 'funnel settings', path: REPORT, shown: opened('funnel.settings') },
  {
    name: 'funnel orders',
    path: `${REPORT}&figure=losses.kitchens.soffer`,
    shown: (page) => expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible(),
  },
  {
    name: 'funnel empty',
    path: '/funnel?period=custom&from=2001-01-01&to=2001-01-31',
    shown: async (page) => expect(page.getByText(await said(page, 'funnel.empty.title')).first()).toBeVisible(),
  },
  {
    name: 'customer orders',
    path: '/orders/customer?scope=all',
    shown: (page) => expect(page.locator('#root tr.table-row').nth(1)).toBeVisible(),
  },
]
