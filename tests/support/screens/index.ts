import type { Page } from '@playwright/test'
import { CALLS } from './calls.ts'
import { ORDERS } from './cards.ts'
import { COMPANY } from './company.ts'
import { COUNTERPARTIES } from './counterparties.ts'
import { FUNNEL } from './funnel.ts'
import { HOME } from './home.ts'
import { LISTS } from './lists.ts'
import { MAIL } from './mail.ts'
import { MAILINGS } from './mailings.ts'
import { MESSAGES } from './messages.ts'
import { PLAN_FACT } from './plan-fact.ts'
import { PLANS } from './plans.ts'
import { REPORTS } from './reports.ts'
import { RULES } from './rules.ts'
import { expect, type Screen, said } from './screen.ts'
import { SEGMENTS } from './segments.ts'
import { SITE_SCREENS } from './site.ts'
import type { Staged } from './staged.ts'

export { GATES } from './gates.ts'

/** Every screen of the demo company in its states, as its owner sees it, by rooms. */
export const ROOMS: Readonly<Record<string, readonly Screen[]>> = {
  home: HOME,
  lists: LISTS,
  orders: ORDERS,
  funnel: FUNNEL,
  company: COMPANY,
  mail: [...MAIL, ...COUNTERPARTIES, ...CALLS],
  messages: MESSAGES,
  rules: [...RULES, ...SEGMENTS, ...MAILINGS],
  plans: PLANS,
  reports: REPORTS,
  site: SITE_SCREENS,
  planFact: PLAN_FACT,
}

/** Goes to a screen and waits for what it is for. */
export async function goTo(page: Page, url: string, staged: Staged, { path, shown }: Screen): Promise<void> {
  await page.goto(url + (typeof path === 'string' ? path : path(staged)))
  await shown(page, staged)
}

/**
 * Goes on to a screen from another one of the program, which lives on as it does when one follows a link. In between it shows
 * a page of nothing, with which all goes that was open, chosen or begun; what stays open belongs to the frame, and goes by a load.
 */
export async function goOn(page: Page, url: string, staged: Staged, screen: Screen): Promise<void> {
  await follow(page, '/no-such-page')
  const nothing = page.getByRole('heading', {
    name: await said(page, 'shell.missing.title'),
    exact: true,
    includeHidden: true,
  })
  await expect(nothing.first()).toBeVisible()
  const panes = page.locator('[role=dialog], [role=alertdialog], [role=menu], .help').filter({ visible: true })
  if ((await panes.count()) > 0) return await goTo(page, url, staged, screen)
  const { path, shown } = screen
  await follow(page, typeof path === 'string' ? path : path(staged))
  await shown(page, staged)
}

async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, path)
}
