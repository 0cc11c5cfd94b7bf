import { type Accessor, createMemo } from 'solid-js'
import { states } from '../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import type { ShownKind, ShownState } from '../../../records/process/process.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** A column of the board: a state with its place in the kind, or a stray one that the kind has no more. */
export interface Column extends ShownState {
  /** Null for «Завершен», which is not numbered, too. */
  readonly number: number | null
  /** Cards are only carried out of it. */
  readonly isStray: boolean
}

/** The columns of a kind, then the states that its orders stand in all the same. A column that stays is the same object. */
export function createColumns(kind: Accessor<ShownKind>, strays: Accessor<readonly string[]>) {
  const { t } = useWords()
  const all = createEvery(states)
  const strayOf = (id: string): Column => {
    const state = all().find((one) => one.id === id)
    return {
      id,
      name: state?.name ?? t('orders.missingState'),
      hue: state?.hue ?? null,
      number: null,
      isStray: true,
    }
  }
  const own = (state: ShownState, at: number): Column => ({
    ...state,
    number: state.id === COMPLETED ? null : at + 1,
    isStray: false,
  })
  return createMemo<readonly Column[]>((before = []) =>
    [...kind().states.map(own), ...strays().map(strayOf)].map((column) => kept(before, column)),
  )
}

function kept(before: readonly Column[], column: Column): Column {
  const same = before.find((one) => one.id === column.id)
  return same && JSON.stringify(same) === JSON.stringify(column) ? same : column
}
