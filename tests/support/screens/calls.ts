import type { Page } from '@playwright/test'
import { after, card, press, row, type Screen, visible } from './screen.ts'
import type { Staged } from './staged.ts'

const missed = visible('.missed-call')
const rows = visible('#root tr.table-row')

/** The card of a call has nothing to type in. */
async function facts(page: Page): Promise<void> {
  await row(page).click()
  await visible('.side-card .facts')(page)
}

/** What is asked before a number is dialled, or that no phone could. */
async function dialling(page: Page): Promise<void> {
  await press(page, 'calling.dial.open')
  await visible('[role=dialog] .banner, [role=dialog] form')(page)
}

async function rings(page: Page, staged: Staged): Promise<void> {
  await staged.ring()
  await visible('.call')(page)
}

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
  { name: 'call', path: '/calls/all', shown: after(rows, facts) },
  { name: 'ignored number', path: '/settings/ignored', shown: after(rows, card) },
  { name: 'dialling', path: '/events/calls', shown: after(rows, card, dialling) },
  // The last of its room: from here on it stands over every screen.
  { name: 'call window', path: '/customers', shown: after(rows, rings) },
]
