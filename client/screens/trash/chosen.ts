import { type Accessor, createSignal } from 'solid-js'
import { REMOVABLE } from '../../../shared/collections.ts'
import type { RecordOf } from '../../../shared/commands.ts'
import { useData } from '../../data/page/solid.tsx'
import type { Removed, TrashQuery } from '../../data/queries/query.ts'
import { chosen, NOTHING_CHOSEN, reaching, type TableSelection, toggled } from '../../ui/table/handling/selection.ts'

/** The removed records that are chosen to be restored together. */
export interface Chosen extends TableSelection {
  readonly records: Accessor<readonly RecordOf[]>
}

/** What is chosen of the records that a query finds; `may`: whether one can be restored, others are never chosen. */
export function createChosen(
  query: Accessor<TrashQuery>,
  rowAt: (index: number) => Removed | undefined,
  may: (row: Removed) => boolean,
): Chosen {
  const data = useData()
  const [selection, setSelection] = createSignal(NOTHING_CHOSEN)
  const [isChoosing, setChoosing] = createSignal(false)
  const found = async () => (await data.once({ ...query(), from: 0, to: Number.MAX_SAFE_INTEGER })).rows
  const idsOf = (rows: readonly Removed[]) => rows.filter(may).map(({ id }) => id)
  const toggle = (index: number) => {
    const row = rowAt(index)
    if (row && may(row)) setSelection(toggled(selection(), row.id))
  }
  const reach = async (to: number, from: number) => {
    const rows = await found()
    const at = rows.findIndex(({ id }) => id === selection().anchor)
    const start = at < 0 ? from : at
    const anchor = rows[start]?.id
    const range = rows.slice(Math.min(start, to), Math.max(start, to) + 1)
    if (anchor !== undefined) setSelection(reaching(selection(), anchor, idsOf(range)))
  }
  const all = async () => {
    setSelection(chosen(idsOf(await found())))
    setChoosing(true)
  }
  return {
    records: () => [...selection().ids].flatMap(recordOf),
    has: (id) => selection().ids.has(id),
    get count() {
      return selection().ids.size
    },
    get isChoosing() {
      return isChoosing()
    },
    choose(index) {
      setChoosing(true)
      if (index !== undefined) toggle(index)
    },
    toggle,
    reach: (to, from) => void reach(to, from),
    all: () => void all(),
    clear() {
      setSelection(NOTHING_CHOSEN)
      setChoosing(false)
    },
  }
}

/** The record that a row's id names. */
function recordOf(row: string): RecordOf[] {
  const slash = row.indexOf('/')
  const collection = REMOVABLE.find((name) => name === row.slice(0, slash))
  return collection ? [{ collection, id: row.slice(slash + 1) }] : []
}
