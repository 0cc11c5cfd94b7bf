import type { Page } from '@playwright/test'
import { ORDERS } from './cards.ts'
import { COMPANY } from './company.ts'
import { LISTS } from './lists.ts'
import type { Screen } from './screen.ts'
import type { Staged } from './staged.ts'

export { GATES } from './gates.ts'

/** Every screen of the demo company in its states, as its owner sees it. */
export const SCREENS: readonly Screen[] = [...LISTS, ...ORDERS, ...COMPANY]

/** Goes to a screen and waits for what it is for; other tabs that a screen before it was staged by are closed. */
export async function goTo(page: Page, url: string, staged: Staged, { path, shown }: Screen): Promise<void> {
  for (const other of page.context().pages()) if (other !== page) await other.close()
  await page.goto(url + (typeof path === 'string' ? path : path(staged)))
  await shown(page, staged)
}
