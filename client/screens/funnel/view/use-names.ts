import { createMemo } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import { COMPLETED_HUE } from '../../../records/process/process.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { byId, kindsOf, present } from './names.ts'

/** How something is called, and its colour. */
export interface Shown {
  readonly name: string
  readonly hue: number | null
}

export type Names = ReturnType<typeof createNames>

/** The names of what a report speaks of, live; removed records keep theirs. */
export function createNames() {
  const { t } = useWords()
  const kinds = createRows('kinds')
  const states = createRows('states')
  const reasons = createRows('reasons')
  const people = createRows('people')
  const departments = createRows('departments')
  const [kindById, stateById, reasonById] = [kinds, states, reasons].map((rows) => createMemo(() => byId(rows() ?? [])))
  return {
    /** Kinds that are not removed, in the order of their blocks; undefined until they are here. */
    kinds: createMemo(() => {
      const rows = kinds()
      return rows && kindsOf(rows)
    }),
    managers: createMemo(() => present(people() ?? [])),
    departments: createMemo(() => present(departments() ?? [])),
    kind: (id: string) => kindById?.().get(id)?.name ?? t('orders.missingKind'),
    state(id: string): Shown {
      if (id === COMPLETED) return { name: t('orders.completed'), hue: COMPLETED_HUE }
      const found = stateById?.().get(id)
      return { name: found?.name ?? t('orders.missingState'), hue: found?.hue ?? null }
    },
    reason(id: string | null): Shown {
      if (id === null) return { name: t('funnel.noReason'), hue: null }
      const found = reasonById?.().get(id)
      return { name: found?.name ?? t('funnel.missingReason'), hue: found?.hue ?? null }
    },
  }
}

function createRows(collection: CollectionName) {
  const answer = createQuery(() => ({ what: 'all', collection }) as const)
  return () => answer()?.rows
}
