import type { Page } from '@playwright/test'
import { ORDERS } from './cards.ts'
import { COMPANY } from './company.ts'
import { FUNNEL } from './funnel.ts'
import { LISTS } from './lists.ts'
import type { Screen } from './screen.ts'
import type { Staged } from './staged.ts'

export { GATES } from './gates.ts'

/** Every screen of the demo company in its states, as its owner sees it, by rooms. */
export const ROOMS: Readonly<Record<string, readonly Screen[]>> = {
  lists: LISTS,
  orders: ORDERS,
  funnel: FUNNEL,
  company: COMPANY,
}

/** Goes to a screen and waits for what it is for. */
export async function goTo(page: Page, url: string, staged: Staged, { path, shown }: Screen): Promise<void> {
  await page.goto(url + (typeof path === 'string' ? path : path(staged)))
  await shown(page, staged)
}
