import { Failure } from '../../errors.ts'
import { placeAfter, placesFor } from '../../records/declarations/place.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { kinds } from '../collections.ts'
import { COMPLETED } from '../moves/completed.ts'

interface KindState {
  readonly id: string
  readonly state: string
}

/**
 * Adds a state at the end of a kind's table, before «Завершен», which is always last. A state taken out comes back there;
 * one that the kind has stays where it is.
 */
export function addState(tx: Transaction, { id, state }: KindState): void {
  if (state === COMPLETED) throw new Failure('state-completed-fixed')
  const { states } = tx.get(kinds, id)
  if (states.some((entry) => entry.id === state)) return
  const place = placeAfter(states)
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
  for (const state of states) if (state !== COMPLETED) addState(tx, { id, state })
}

/** Takes a state out of a kind. Orders that stand in it keep it and are shown apart in the funnel. */
export function removeState(tx: Transaction, { id, state }: KindState): void {
  checkMember(tx, { id, state })
  tx.removeEntry(kinds, id, 'states', state)
}

/** Moves a state one place up (-1) or down (1) in its kind; at the end of the table nothing happens. */
export function shiftState(tx: Transaction, { id, state, by }: KindState & { readonly by: -1 | 1 }): void {
  const { states, moved, from } = checkMember(tx, { id, state })
  const to = from + by
  if (to < 0 || to >= states.length) return
  const order = states.toSpliced(from, 1).toSpliced(to, 0, moved)
  for (const [entry, place] of placesFor(order, state)) tx.setEntry(kinds, id, 'states', entry, { place })
}

function checkMember(tx: Transaction, { id, state }: KindState) {
  if (state === COMPLETED) throw new Failure('state-completed-fixed')
  const { states } = tx.get(kinds, id)
  const from = states.findIndex((entry) => entry.id === state)
  const moved = states[from]
  if (!moved) throw new Failure('state-not-in-kind', { state })
  return { states, moved, from }
}
