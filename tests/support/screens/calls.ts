import type { Page } from '@playwright/test'
import { after, press, type Screen, visible } from './screen.ts'

const missed = visible('.missed-call')
/** A call's card: there is nothing to fill in. */
async function opened(page: Page): Promise<void> {
  await page.locator('#root tr.table-row').first().click()
  await visible('.side-card .facts')(page)
}

const rows = visible('#root tr.table-row')

/** Calls: the missed ones, and the log of all. */
export const CALLS: readonly Screen[] = [
  { name: 'calls missed', path: '/calls', shown: missed },
  {
    name: 'calls closing',
    path: '/calls',
    shown: after(
      missed,
      (page) => press(page, 'missedCalls.close', page.locator('.missed-call').first()),
      visible('[role=dialog] input'),
    ),
  },
  { name: 'calls', path: '/calls/all', shown: rows },
  { name: 'call', path: '/calls/all', shown: after(rows, opened) },
]
