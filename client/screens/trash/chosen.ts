import { type Accessor, createSignal } from 'solid-js'
import { useData } from '../../data/page/solid.tsx'
import type { Removed, TrashAnswer, TrashQuery } from '../../data/queries/query.ts'

/** The records that are chosen to be restored together. */
export interface Chosen {
  count(): number
  rows(): readonly Removed[]
  has(row: Removed): boolean
  toggle(row: Removed, isChosen: boolean): void
  /** Chooses all that were found and can be restored, those out of view too. */
  all(): void
  clear(): void
}

/** What is chosen of the records that a query finds; `may`: whether one can be. */
export function createChosen(query: Accessor<TrashQuery>, may: (row: Removed) => boolean): Chosen {
  const data = useData()
  const [chosen, setChosen] = createSignal<ReadonlyMap<string, Removed>>(new Map())
  const put = (rows: readonly Removed[]) => setChosen(new Map(rows.map((row) => [row.id, row])))
  return {
    count: () => chosen().size,
    rows: () => [...chosen().values()],
    has: (row) => chosen().has(row.id),
    toggle: (row, isChosen) => {
      const others = [...chosen().values()].filter((one) => one.id !== row.id)
      put(isChosen ? [...others, row] : others)
    },
    all: () => {
      const found = data.subscribe({ ...query(), from: 0, to: Number.MAX_SAFE_INTEGER }, (answer) => {
        found.end()
        put((answer as TrashAnswer).rows.filter(may))
      })
    },
    clear: () => put([]),
  }
}
