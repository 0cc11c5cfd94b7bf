import { type Accessor, createSignal } from 'solid-js'
import { useData } from '../../../data/page/solid.tsx'
import { isHead, type ListQuery, type ListRow } from '../../../data/queries/query.ts'
import { chosen, NOTHING_CHOSEN, reaching, type TableSelection, toggled } from '../../../ui/table/handling/selection.ts'

/** What a list's selection is made on. */
export interface SelectionOn {
  /** The list as it stands, for the rows from `from` to before `to`. */
  readonly query: (from: number, to: number) => ListQuery
  /** A row that is here; undefined for one that is not fetched. */
  readonly rowAt: (index: number) => { readonly id: string } | undefined
}

/** The records of a list that are chosen: by id, so that they stay chosen while the list changes. */
export interface ListSelection extends TableSelection {
  readonly ids: Accessor<readonly string[]>
}

export function createSelection({ query, rowAt }: SelectionOn): ListSelection {
  const data = useData()
  const [selection, setSelection] = createSignal(NOTHING_CHOSEN)
  const [isChoosing, setChoosing] = createSignal(false)
  /** Answers come later: only the last question counts. */
  let asked = 0

  const idAt = async (index: number): Promise<string | undefined> => {
    const row = rowAt(index) ?? (await data.once(query(index, index + 1))).rows[0]
    return row && !isHead(row as ListRow) ? row.id : undefined
  }
  const idsOf = async (between: readonly [string, string] | null) =>
    (await data.once({ what: 'ids', list: query(0, 0), between })).ids

  const reach = async (to: number, from: number) => {
    const mine = ++asked
    const [end, start] = [await idAt(to), await idAt(from)]
    const anchor = selection().anchor ?? start ?? end
    if (end === undefined || anchor === undefined) return
    const range = await idsOf([anchor, end])
    // An anchor that has left the list reaches nowhere: the range begins at the cursor.
    const own = range.length > 0 ? range : await idsOf([start ?? end, end])
    if (mine === asked) setSelection(reaching(selection(), range.length > 0 ? anchor : (start ?? end), own))
  }
  const toggle = (index: number) => {
    asked++
    const row = rowAt(index)
    if (row) setSelection(toggled(selection(), row.id))
  }
  const all = async () => {
    const mine = ++asked
    const ids = await idsOf(null)
    if (mine === asked) setSelection(chosen(ids))
  }
  return {
    ids: () => [...selection().ids],
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
      asked++
      setSelection(NOTHING_CHOSEN)
      setChoosing(false)
    },
  }
}
