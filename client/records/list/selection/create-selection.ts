import { useData } from '../../../data/page/solid.tsx'
import { isHead, type ListQuery, type ListRow } from '../../../data/queries/query.ts'
import { type ChosenRows, createSelection, type Reach } from '../../../ui/table/handling/create-selection.ts'

/** What a list's selection is made on. */
export interface SelectionOn {
  /** The list as it stands, for the rows from `from` to before `to`. */
  readonly query: (from: number, to: number) => ListQuery
  /** A row that is here; undefined for one that is not fetched. */
  readonly rowAt: (index: number) => { readonly id: string } | undefined
}

/** The records of a list that are chosen; rows that are not fetched are asked for. */
export function createListSelection({ query, rowAt }: SelectionOn): ChosenRows {
  const data = useData()
  const idAt = async (index: number): Promise<string | undefined> => {
    const row = rowAt(index) ?? (await data.once(query(index, index + 1))).rows[0]
    return row && !isHead(row as ListRow) ? row.id : undefined
  }
  const idsOf = async (between: readonly [string, string] | null) =>
    (await data.once({ what: 'ids', list: query(0, 0), between })).ids

  const between = async (known: string | null, to: number, from: number): Promise<Reach | null> => {
    const [end, start] = [await idAt(to), await idAt(from)]
    const anchor = known ?? start ?? end
    if (end === undefined || anchor === undefined) return null
    const ids = await idsOf([anchor, end])
    if (ids.length > 0) return { anchor, ids }
    // An anchor that has left the list reaches nowhere: the range begins at the cursor.
    const other = start ?? end
    return { anchor: other, ids: await idsOf([other, end]) }
  }
  return createSelection({ idAt: (index) => rowAt(index)?.id, between, all: () => idsOf(null) })
}
