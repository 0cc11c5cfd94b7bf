import { type Planned, runPlanned } from '../importing/planned.ts'
import type { Transaction } from '../records/transaction.ts'
import { baseCommands } from './base.ts'
import { monthCommands } from './month/orders.ts'
import { septemberCommands } from './september-orders.ts'

/** Runs a command in a transaction and resolves when its writes are saved. */
export type Write = (command: (tx: Transaction) => void) => Promise<void>

const BATCH = 40

/**
 * The commands that make the demo company «Кухни Ассоль»: what orders refer to, the 42 orders of September 2016, and a
 * lively month up to `now` (milliseconds since 1970). Pure; the same day gives the same ids, whatever the hour, so running
 * them twice makes everything once.
 */
export function demoCommands(now: number): Planned[] {
  return [...baseCommands(), ...septemberCommands(), ...monthCommands(now)]
}

/** Makes the demo company through `write`, some orders at a time. */
export async function loadDemo(write: Write, now: number): Promise<void> {
  const commands = demoCommands(now)
  for (let i = 0; i < commands.length; i += BATCH) {
    const batch = commands.slice(i, i + BATCH)
    await write((tx) => {
      for (const command of batch) runPlanned(tx, command)
    })
  }
}
