import { after, card, press, type Screen, visible } from './screen.ts'

const missed = visible('.missed-call')
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
  { name: 'call', path: '/calls/all', shown: after(rows, card) },
]
