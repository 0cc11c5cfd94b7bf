import type { Accessor } from 'solid-js'
import { REMOVABLE } from '../../../shared/collections.ts'
import type { RecordOf } from '../../../shared/commands.ts'
import { useData } from '../../data/page/solid.tsx'
import type { Removed, TrashQuery } from '../../data/queries/query.ts'
import { type ChosenRows, createSelection, type Reach } from '../../ui/table/handling/create-selection.ts'

/** The removed records that are chosen to be restored together. */
export interface Chosen {
  readonly rows: ChosenRows
  readonly records: Accessor<readonly RecordOf[]>
}

/** What is chosen of the records that a query finds; `may`: whether one can be restored, others are never chosen. */
export function createChosen(
  query: Accessor<TrashQuery>,
  rowAt: (index: number) => Removed | undefined,
  may: (row: Removed) => boolean,
): Chosen {
  const data = useData()
  const found = async () => (await data.once({ ...query(), from: 0, to: Number.MAX_SAFE_INTEGER })).rows
  const idsOf = (rows: readonly Removed[]) => rows.filter(may).map(({ id }) => id)
  const between = async (known: string | null, to: number, from: number): Promise<Reach | null> => {
    const all = await found()
    const at = all.findIndex(({ id }) => id === known)
    const start = at < 0 ? from : at
    const anchor = all[start]?.id
    if (anchor === undefined) return null
    return { anchor, ids: idsOf(all.slice(Math.min(start, to), Math.max(start, to) + 1)) }
  }
  const rows = createSelection({
    idAt: (index) => {
      const row = rowAt(index)
      return row && may(row) ? row.id : undefined
    },
    between,
    all: async () => {
      const ids = idsOf(await found())
      rows.choose()
      return ids
    },
  })
  return { rows, records: () => rows.ids().flatMap(recordOf) }
}

/** The record that a row's id names. */
function recordOf(row: string): RecordOf[] {
  const slash = row.indexOf('/')
  const collection = REMOVABLE.find((name) => name === row.slice(0, slash))
  return collection ? [{ collection, id: row.slice(slash + 1) }] : []
}
