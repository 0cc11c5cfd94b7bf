import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import type { Subscription } from '../../data/page/client.ts'
import { useData } from '../../data/page/solid.tsx'
import {
  type Answer,
  type GroupHead,
  type Item,
  isHead,
  type ListAnswer,
  type ListQuery,
} from '../../data/queries/query.ts'
import { keepRows } from './keep-rows.ts'

/** Rows fetched beyond the window on either side, so that scrolling meets them ready. */
const MARGIN = 60

/** A live list by windows: the table says which positions stand on the screen, and asks for each row by its position. */
export function createList<R extends { readonly id: string } = Item>(query: (from: number, to: number) => ListQuery) {
  const [range, setRange] = createSignal(
    { from: 0, to: 2 * MARGIN },
    { equals: (a, b) => a.from === b.from && a.to === b.to },
  )
  const answer = createAnswer(() => query(range().from, range().to))
  const rowAt = (index: number) => answer()?.rows[index - (answer()?.from ?? 0)]
  return {
    isLoading: createMemo(() => answer() === undefined),
    /** What stands there is how the list stood last; the live one is on its way. */
    isRemembered: createMemo(() => answer()?.remembered === true),
    length: createMemo(() => answer()?.length ?? 0),
    count: createMemo(() => answer()?.count ?? 0),
    totals: () => answer()?.totals ?? {},
    /** The row at a position. Rows other than heads of groups are items of the query's collection. */
    rowAt: (index: number) => rowAt(index) as unknown as R | GroupHead | undefined,
    /** The head of the innermost group that the row at a position stands in; of a head, that of the group around it. */
    headOf(index: number): GroupHead | undefined {
      const row = rowAt(index)
      const inner = row && isHead(row) ? row.level : Number.POSITIVE_INFINITY
      for (let i = index - 1; i >= (answer()?.from ?? 0); i--) {
        const head = rowAt(i)
        if (head && isHead(head) && head.level < inner) return head
      }
      return answer()?.above.findLast((head) => head.level < inner)
    },
    /** The positions from `from` to before `to` stand on the screen; rows around them are fetched in steps. */
    onRange: (from: number, to: number) =>
      setRange({ from: Math.max(0, Math.floor(from / MARGIN - 1) * MARGIN), to: Math.ceil(to / MARGIN + 1) * MARGIN }),
  }
}

/**
 * The query's answer, as a whole: a window on a list brings hundreds of rows, too many to be compared field by field with those that
 * stood at their places. A row that is as it was is the same object.
 */
function createAnswer(query: () => ListQuery): () => ListAnswer | undefined {
  const client = useData()
  const [answer, setAnswer] = createSignal<ListAnswer>()
  let subscription: Subscription | null = null
  const take = (next: Answer) => {
    if (next.what === 'list') setAnswer((before) => ({ ...next, rows: keepRows(before?.rows ?? [], next.rows) }))
  }
  createEffect(() => {
    const asked = query()
    if (subscription) subscription.ask(asked)
    else subscription = client.subscribe(asked, take)
  })
  onCleanup(() => subscription?.end())
  return answer
}
