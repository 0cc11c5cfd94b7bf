import { type Accessor, createEffect, createSelector, createSignal, createUniqueId, on } from 'solid-js'

/** Where the keys are in a table, and the ids by which that is said. */
export interface Cursor {
  /** The row that the keys are at; -1: none yet. */
  readonly at: Accessor<number>
  readonly isAt: (index: number) => boolean
  readonly goTo: (index: number) => void
  /** The id of its row; undefined where that is not drawn. */
  readonly id: Accessor<string | undefined>
  /** The id of the row in a slot. */
  readonly idOf: (slot: number) => string
}

/** `slotOf` says in which slot a row is drawn. The cursor stays in the list, however short that becomes. */
export function createCursor(count: Accessor<number>, slotOf: (index: number) => number | undefined): Cursor {
  const id = createUniqueId()
  const [at, goTo] = createSignal(-1)
  const idOf = (slot: number) => `${id}-${slot}`
  createEffect(on(count, (length) => at() >= length && goTo(length - 1)))
  return {
    at,
    isAt: createSelector(at),
    goTo,
    id: () => {
      const slot = slotOf(at())
      return slot === undefined ? undefined : idOf(slot)
    },
    idOf,
  }
}
