import type { Page } from '@playwright/test'
import { SEPTEMBER } from '../e2e/support/september.ts'
import { expect, SCREENS, type Screen } from '../support/screens.ts'

const REPORT = `${SEPTEMBER}&moment=end`
const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first()

/** Opens a pane of the screen by its button, and waits for it. */
function opened(name: string | RegExp): Screen['shown'] {
  return async (page) => {
    await button(name)(page).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  }
}

async function expanded(page: Page): Promise<void> {
  await button(/^Абдулов/)(page).click()
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
  { name: 'funnel filter', path: REPORT, shown: opened('Отбор') },
  { name: 'funnel settings', path: REPORT, shown: opened('Настроить') },
  {
    name: 'funnel orders',
    path: `${REPORT}&figure=losses.kitchens.soffer`,
    shown: (page) => expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible(),
  },
  {
    name: 'funnel empty',
    path: '/funnel?period=custom&from=2001-01-01&to=2001-01-31',
    shown: (page) => expect(page.getByText('Заказов за этот период нет').first()).toBeVisible(),
  },
  {
    name: 'customer orders',
    path: '/orders/customer?scope=all',
    shown: (page) => expect(page.locator('tr.table-row').nth(1)).toBeVisible(),
  },
]
