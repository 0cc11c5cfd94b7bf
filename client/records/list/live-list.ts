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
import { arriving } from './arriving.ts'
import { keepRows } from './keep-rows.ts'

/** Rows fetched beyond the window on either side, so that scrolling meets them ready. */
const MARGIN = 60
/** So many rows are drawn anew in a frame where one types a search: more of them would keep the next letter waiting. */
const IN_A_FRAME = 4
/** How long (ms) after a key of a field no more of them are drawn: what it writes comes first. */
const GIVES_WAY = 40

/** A live list by windows: the table says which positions stand on the screen, and asks for each row by its position. */
export function createList<R extends { readonly id: string } = Item>(query: (from: number, to: number) => ListQuery) {
  const [range, setRange] = createSignal(
    { from: 0, to: 2 * MARGIN },
    { equals: (a, b) => a.from === b.from && a.to === b.to },
  )
  let seen = { from: 0, to: MARGIN }
  const answer = createAnswer(
    () => query(range().from, range().to),
    () => seen,
  )
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
    onRange(from: number, to: number) {
      seen = { from, to }
      setRange({ from: Math.max(0, Math.floor(from / MARGIN - 1) * MARGIN), to: Math.ceil(to / MARGIN + 1) * MARGIN })
    },
  }
}

/**
 * The query's answer, as a whole: a window on a list brings hundreds of rows, too many to be compared field by field with those that
 * stood at their places. A row that is as it was is the same object. What a search finds comes over some frames, as letters are
 * still typed; `seen` are the positions that are drawn.
 */
function createAnswer(
  query: () => ListQuery,
  seen: () => { readonly from: number; readonly to: number },
): () => ListAnswer | undefined {
  const client = useData()
  const [answer, setAnswer] = createSignal<ListAnswer>()
  let subscription: Subscription | null = null
  let [asked, answered] = ['', '']
  let frame = 0
  const isBeingTyped = createTyping()
  const show = (next: ListAnswer, steps: Iterator<ListAnswer['rows'], undefined>) => {
    if (!isBeingTyped()) {
      const { value: rows } = steps.next()
      if (rows === undefined) return
      setAnswer({ ...next, rows })
    }
    frame = requestAnimationFrame(() => show(next, steps))
  }
  const take = (next: Answer) => {
    if (next.what !== 'list') return
    cancelAnimationFrame(frame)
    const before = answer()
    const whole = { ...next, rows: keepRows(before?.rows ?? [], next.rows) }
    // A page that nobody sees is given no frames.
    const isForTyping = before !== undefined && asked !== answered && !document.hidden
    answered = asked
    if (!isForTyping) setAnswer(whole)
    else frame = requestAnimationFrame(() => show(whole, arriving(before, whole, seen(), IN_A_FRAME)))
  }
  createEffect(() => {
    const now = query()
    asked = now.search
    if (subscription) subscription.ask(now)
    else subscription = client.subscribe(now, take)
  })
  onCleanup(() => {
    cancelAnimationFrame(frame)
    subscription?.end()
  })
  return answer
}

/** Whether a key has just been pressed in a field. */
function createTyping(): () => boolean {
  let pressed = Number.NEGATIVE_INFINITY
  const note = ({ target, timeStamp }: KeyboardEvent) => {
    if (target instanceof HTMLInputElement) pressed = timeStamp
  }
  addEventListener('keydown', note, true)
  onCleanup(() => removeEventListener('keydown', note, true))
  return () => performance.now() - pressed < GIVES_WAY
}
