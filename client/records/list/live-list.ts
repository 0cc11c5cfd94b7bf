import { type Accessor, createMemo, createSignal } from 'solid-js'
import { createQuery } from '../../data/page/solid.tsx'
import type { GroupHead, Item, ListAnswer, ListQuery } from '../../data/queries/query.ts'

/** Rows fetched beyond the window on either side, so that scrolling meets them ready. */
const MARGIN = 60

/** A live list by windows: the table says which positions stand on the screen, and asks for each row by its position. */
export function createList<R extends { readonly id: string } = Item>(query: (from: number, to: number) => ListQuery) {
  const [range, setRange] = createSignal(
    { from: 0, to: 2 * MARGIN },
    { equals: (a, b) => a.from === b.from && a.to === b.to },
  )
  const answer: Accessor<ListAnswer | undefined> = createQuery(() => query(range().from, range().to))
  return {
    isLoading: createMemo(() => answer() === undefined),
    length: createMemo(() => answer()?.length ?? 0),
    count: createMemo(() => answer()?.count ?? 0),
    totals: () => answer()?.totals ?? {},
    /** The row at a position. Rows other than heads of groups are items of the query's collection. */
    rowAt: (index: number) => answer()?.rows[index - (answer()?.from ?? 0)] as unknown as R | GroupHead | undefined,
    /** The positions from `from` to before `to` stand on the screen; rows around them are fetched in steps. */
    onRange: (from: number, to: number) =>
      setRange({ from: Math.max(0, Math.floor(from / MARGIN - 1) * MARGIN), to: Math.ceil(to / MARGIN + 1) * MARGIN }),
  }
}
