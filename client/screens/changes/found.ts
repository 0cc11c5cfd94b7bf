import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { queryOf, type TrailPage, type TrailRow, type TrailSearch } from '../../../shared/trail/search.ts'
import { api } from '../../data/page/api.ts'

/** What a search has found so far. */
export interface Found {
  readonly rows: Accessor<readonly TrailRow[]>
  /** Whether there may be earlier ones; undefined until the first answer. */
  readonly isMore: Accessor<boolean | undefined>
  /** Up to when it was looked through, while it goes on without having found enough, ms since 1970. */
  readonly reached: Accessor<number | null>
  /** Why the server could not be asked; undefined while all is well. */
  readonly error: Accessor<unknown>
  /** Asks for earlier ones, if there may be any and they are not on their way. */
  readonly more: () => void
  /** Asks anew. */
  readonly again: () => void
}

export function askTrail(search: TrailSearch, before: string | null): Promise<TrailPage> {
  return api<TrailPage>('GET', `/api/trail?${queryOf(search, before)}`)
}

const NOTHING = { rows: [] as readonly TrailRow[], next: null as string | null, isAnswered: false }

/** Asks the server for what is looked for, page by page; where looking takes long it goes on until something is found. */
export function createFound(search: Accessor<TrailSearch>): Found {
  const [state, setState] = createSignal(NOTHING)
  const [reached, setReached] = createSignal<number | null>(null)
  const [error, setError] = createSignal<unknown>()
  // Of two searches only the later counts.
  let run = 0
  let isAsking = false
  const ask = async (own: number) => {
    isAsking = true
    try {
      let page: TrailPage
      do {
        page = await askTrail(search(), state().next)
        if (own !== run) return
        const { rows, next } = page
        setState((present) => ({ rows: [...present.rows, ...rows], next, isAnswered: true }))
        setReached(rows.length === 0 && next !== null ? page.reached : null)
      } while (page.rows.length === 0 && page.next !== null)
      setError(undefined)
    } catch (failure) {
      if (own === run) setError(failure)
    } finally {
      if (own === run) isAsking = false
    }
  }
  const again = () => {
    run += 1
    setState(NOTHING)
    setReached(null)
    void ask(run)
  }
  createEffect(on(search, again))
  onCleanup(() => {
    run += 1
  })
  return {
    rows: () => state().rows,
    isMore: () => (state().isAnswered ? state().next !== null : undefined),
    reached,
    error,
    more: () => {
      if (!isAsking && state().next !== null) void ask(run)
    },
    again,
  }
}
