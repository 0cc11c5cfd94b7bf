import { runPlanned } from '../importing/planning/planned.ts'
import { DICTIONARIES } from '../locales/dictionaries.ts'
import type { Language } from '../locales/index.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { mailingCommands } from './automation/mailing.ts'
import { baseCommands, FOUNDED } from './base.ts'
import { calendarCommands } from './calendar/records.ts'
import type { DemoCommand } from './command.ts'
import { commentCommands } from './discussion/comments.ts'
import { eventCommands } from './events/events.ts'
import { jobCommands } from './jobs/jobs.ts'
import { monthCommands } from './month/orders.ts'
import { planCommands } from './plans/plans.ts'
import { septemberCommands } from './september/commands.ts'
import { siteCommands } from './site/site.ts'

/** Says in whose name and as of when a transaction writes what follows. */
export type As = (guise: { readonly person: string | null; readonly at: number }) => void

/**
 * Runs a command in a transaction and resolves when its writes are saved. It may run the command more than once. Without
 * `as`, everything is made now and by nobody.
 */
export type Write = (command: (tx: Transaction, as?: As) => void) => Promise<void>

const BATCH = 40

/**
 * The commands that make the demo company «Кухни Ассоль»: what orders refer to, the 42 orders of September 2016, and a
 * lively month up to `now` (milliseconds since 1970). Pure; the same day gives the same ids, whatever the hour, so running
 * them twice makes everything once.
 */
export function demoCommands(now: number, language: Language = 'ru'): DemoCommand[] {
  const dictionary = DICTIONARIES[language]
  const words = dictionary.demo
  const month = monthCommands(now, words)
  const around = [
    ...eventCommands(now, words, month),
    ...jobCommands(now, words, month),
    ...commentCommands(now, words, month),
    ...mailingCommands(now, words),
    ...calendarCommands(now, words),
  ]
  return [
    ...baseCommands(now, words),
    ...siteCommands(FOUNDED, dictionary),
    ...planCommands(now, words),
    ...septemberCommands(words),
    ...month,
    ...around,
  ]
}

/** The commands among them that make the orders of its lively month, the newest last. */
export function demoOrders(now: number, language: Language): DemoCommand[] {
  return monthCommands(now, DICTIONARIES[language].demo)
}

/** Makes the demo company through `write`, some records at a time. */
export async function loadDemo(write: Write, now: number, language: Language = 'ru'): Promise<void> {
  const commands = demoCommands(now, language)
  for (let i = 0; i < commands.length; i += BATCH) {
    const batch = commands.slice(i, i + BATCH)
    await write((tx, as) => {
      for (const { person, at, ...command } of batch) {
        as?.({ person, at })
        runPlanned(tx, command)
      }
    })
  }
}
