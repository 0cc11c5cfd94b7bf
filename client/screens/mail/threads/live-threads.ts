import { createMemo, createSignal } from 'solid-js'
import { createQuery, useData } from '../../../data/page/solid.tsx'
import type { MailThreadRow, MailThreadsQuery } from '../../../data/queries/mail/query.ts'
import { createSelection } from '../../../ui/table/handling/create-selection.ts'

/** Rows are asked for in steps of so many, that before and after those on the screen along. */
const STEP = 60

export type ThreadsAsked = Pick<MailThreadsQuery, 'where' | 'onlyUnread' | 'search'>

/** A list of threads by windows, and which of them are chosen. */
export function createThreads(asked: () => ThreadsAsked) {
  const data = useData()
  const [range, setRange] = createSignal(
    { from: 0, to: 2 * STEP },
    { equals: (a, b) => a.from === b.from && a.to === b.to },
  )
  const query = (from: number, to: number): MailThreadsQuery => ({ what: 'mailThreads', ...asked(), from, to })
  const answer = createQuery(() => query(range().from, range().to))
  const rowAt = (index: number): MailThreadRow | undefined => answer()?.rows[index - (answer()?.from ?? 0)]
  const length = createMemo(() => answer()?.length ?? 0)
  const every = async () => (await data.once(query(0, length()))).rows
  const selection = createSelection({
    idAt: (index) => rowAt(index)?.id,
    all: async () => (await every()).map(({ id }) => id),
    between: async (known, to, from) => {
      const ids = (await every()).map(({ id }) => id)
      const [end, anchor] = [ids[to], known ?? ids[from]]
      if (end === undefined || anchor === undefined) return null
      const [a, b] = [ids.indexOf(anchor), to].sort((one, other) => one - other) as [number, number]
      return { anchor, ids: ids.slice(Math.max(0, a), b + 1) }
    },
  })
  return {
    rowAt,
    length,
    selection,
    isLoading: createMemo(() => answer() === undefined),
    isWhole: createMemo(() => answer()?.isWhole ?? false),
    onRange: (from: number, to: number) =>
      setRange({ from: Math.max(0, Math.floor(from / STEP - 1) * STEP), to: Math.ceil(to / STEP + 1) * STEP }),
    /** Where a thread stands among those that are here; -1: nowhere. */
    indexOf: (id: string | null) => {
      const { rows = [], from = 0 } = answer() ?? {}
      const at = rows.findIndex((row) => row.id === id)
      return at < 0 ? -1 : from + at
    },
    /** The letters that stand here, of the threads that are chosen. */
    chosenLetters: async () => {
      const ids = new Set(selection.ids())
      return (await every()).filter(({ id }) => ids.has(id)).flatMap(({ letters }) => letters)
    },
  }
}

export type Threads = ReturnType<typeof createThreads>
