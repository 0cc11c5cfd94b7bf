import { type Accessor, createMemo } from 'solid-js'
import { sortedByName } from '../../../shared/lists/by-name.ts'
import { type Kind, kinds, type Sort, states } from '../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { createAll, createEvery } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** A state as screens show it. */
export interface ShownState {
  readonly id: string
  readonly name: string
  readonly hue: number | null
}

/** A kind with its states in order, «Завершен» last. */
export interface ShownKind {
  readonly id: string
  readonly name: string
  readonly sort: Sort
  readonly states: readonly ShownState[]
}

/** The hue of «Завершен»: the one state that has no record. */
export const COMPLETED_HUE = 155

/** Kinds with their states; of one sort of order, when given. */
export function createKinds(sort?: Accessor<Sort | null>): Accessor<readonly ShownKind[]> {
  const { t } = useWords()
  const allKinds = createAll(kinds)
  // One that was removed is no choice any more where kinds are made, but where a kind has it, it has its name.
  const allStates = createEvery(states)
  const byId = createMemo(() => new Map(allStates().map((state) => [state.id, state])))
  const shown = (id: string): ShownState => {
    const state = byId().get(id)
    return { id, name: state?.name ?? t('orders.missingState'), hue: state?.hue ?? null }
  }
  const completed = (): ShownState => ({ id: COMPLETED, name: t('orders.completed'), hue: COMPLETED_HUE })
  const asShown = (kind: Kind): ShownKind => ({
    id: kind.id,
    name: kind.name ?? '',
    sort: kind.sort ?? 'customer',
    states: [...kind.states.map((entry) => shown(entry.id)), completed()],
  })
  return createMemo(() =>
    sortedByName(
      allKinds()
        .filter((kind) => !sort?.() || kind.sort === sort())
        .map(asShown),
      (kind) => kind.name,
    ),
  )
}

/** The name of a state in its kind, «Завершен» included. */
export function stateName(kinds: readonly ShownKind[], kind: string | null, state: string | null): string | undefined {
  return kinds.find((one) => one.id === kind)?.states.find((one) => one.id === state)?.name
}
