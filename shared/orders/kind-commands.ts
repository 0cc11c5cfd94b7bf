import { generateKeyBetween } from 'fractional-indexing'
import { Failure } from '../errors.ts'
import type { Transaction } from '../records/transaction.ts'
import { kinds } from './collections.ts'
import { COMPLETED } from './completed.ts'

interface KindState {
  readonly id: string
  readonly state: string
}

/** Adds a state at the end of a kind's table, before «Завершен», which is always last. A state taken out comes back. */
export function addState(tx: Transaction, { id, state }: KindState): void {
  if (state === COMPLETED) throw new Failure('state-completed-fixed')
  const last = tx.get(kinds, id).states.at(-1)?.place ?? null
  const place = generateKeyBetween(last, null)
  if (tx.at(kinds, id, `states/${state}`)) {
    tx.setEntry(kinds, id, 'states', state, { place })
    tx.write(kinds, id, `states/${state}/gone`, false)
  } else tx.add(kinds, id, 'states', state, { place })
}

/** «Добавить все»: adds those of `states` that the kind has not, in the order given. */
export function addStates(
  tx: Transaction,
  { id, states }: { readonly id: string; readonly states: readonly string[] },
): void {
  const present = new Set(tx.get(kinds, id).states.map((entry) => entry.id))
  for (const state of states) if (!present.has(state) && state !== COMPLETED) addState(tx, { id, state })
}

/** Takes a state out of a kind. Orders that stand in it keep it and are shown apart in the funnel. */
export function removeState(tx: Transaction, { id, state }: KindState): void {
  if (state === COMPLETED) throw new Failure('state-completed-fixed')
  tx.removeEntry(kinds, id, 'states', state)
}

/** Moves a state one place up (-1) or down (1) in its kind; at the end of the table nothing happens. */
export function shiftState(tx: Transaction, { id, state, by }: KindState & { readonly by: -1 | 1 }): void {
  const rest = tx.get(kinds, id).states
  const from = rest.findIndex((entry) => entry.id === state)
  if (from < 0) throw new Failure('state-not-in-kind', { state })
  const others = rest.filter((entry) => entry.id !== state)
  const to = from + by
  if (to < 0 || to > others.length) return
  const place = generateKeyBetween(others[to - 1]?.place ?? null, others[to]?.place ?? null)
  tx.setEntry(kinds, id, 'states', state, { place })
}
