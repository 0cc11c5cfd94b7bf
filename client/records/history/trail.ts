import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { HistoryPage } from '../../../shared/accounts/api.ts'
import type { CollectionName } from '../../../shared/collections.ts'
import { api } from '../../data/page/api.ts'
import { createQuery } from '../../data/page/solid.tsx'
import type { Trail } from './deeds.ts'

/** What the server tells of a record, page by page. */
export interface TrailState {
  readonly trail: Accessor<Trail>
  /** Why it could not be asked; undefined while all is well. */
  readonly error: Accessor<unknown>
  readonly isAsking: Accessor<boolean>
  /** Asks for what is earlier. */
  readonly more: () => void
  /** Asks for the latest again. */
  readonly again: () => void
}

/** How long changes are gathered before the server is asked for the latest again, ms. */
const GATHER = 1500

/** Asks the server when the history is looked at first, when the line comes back, and after `changes`. */
export function createTrail(collection: CollectionName, id: string, changes: Accessor<unknown>): TrailState {
  const [trail, setTrail] = createSignal<Trail>(null)
  const [error, setError] = createSignal<unknown>()
  const [isAsking, setAsking] = createSignal(false)
  const status = createQuery(() => ({ what: 'status' }) as const)
  const isOnline = createMemo(() => status()?.online !== false)
  let isOver = false
  const ask = async (before: string | null) => {
    setAsking(true)
    try {
      const page = await api<HistoryPage>('GET', pathOf(collection, id, before))
      if (isOver) return
      setTrail((present) => (before === null ? withLatest(present, page) : withEarlier(present, page)))
      setError(undefined)
    } catch (failure) {
      if (!isOver) setError(failure)
    } finally {
      setAsking(false)
    }
  }
  const again = () => void ask(null)
  let gathering: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on([changes, isOnline], (_, before) => {
      clearTimeout(gathering)
      gathering = setTimeout(again, before === undefined ? 0 : GATHER)
    }),
  )
  onCleanup(() => {
    isOver = true
    clearTimeout(gathering)
  })
  const more = () => {
    const next = trail()?.next
    if (next) void ask(next)
  }
  return { trail, error, isAsking, more, again }
}

function pathOf(collection: CollectionName, id: string, before: string | null): string {
  return `/api/records/${collection}/${id}/history${before === null ? '' : `?before=${before}`}`
}

/** The latest page before what is there; where they do not meet, what is there would leave a gap and goes. */
function withLatest(present: Trail, page: HistoryPage): HistoryPage {
  const oldest = page.writes.at(-1)?.stamp
  const newest = present?.writes[0]?.stamp
  if (!present || oldest === undefined || newest === undefined || (oldest > newest && page.next !== null)) return page
  return { next: present.next, writes: [...page.writes, ...present.writes.filter(({ stamp }) => stamp < oldest)] }
}

function withEarlier(present: Trail, page: HistoryPage): HistoryPage {
  return { next: page.next, writes: [...(present?.writes ?? []), ...page.writes] }
}
