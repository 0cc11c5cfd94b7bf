import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import { useData } from '../../data/page/solid.tsx'
import type { ListQuery } from '../../data/queries/query.ts'
import { useActs } from '../acts/use-acts.ts'

/** So many are offered at once; more are found by typing. */
const OFFERED = 50

/** What is asked of a list for a choice. */
export type Sought = Pick<ListQuery, 'collection' | 'filter' | 'search' | 'sort'>

/** What a list was asked for, and answered. */
interface Found {
  readonly sought: Sought
  readonly rows: readonly JsonObject[]
  readonly count: number
}

/**
 * The records that a choice offers, asked of the worker for what is typed. Until the answer to the present question is there, the
 * one before stands, and it `isLoading`. Null asks for nothing.
 */
export function createFound(sought: Accessor<Sought | null>) {
  const data = useData()
  const acts = useActs()
  const present = createMemo(sought)
  const [found, setFound] = createSignal<Found>()
  const ask = async (one: Sought) => {
    const answer = await data.once({ what: 'list', ...one, group: [], from: 0, to: OFFERED })
    // Rows without groups are records.
    if (present() === one) setFound({ sought: one, rows: answer.rows as unknown as JsonObject[], count: answer.count })
  }
  createEffect(on(present, (one) => one && void acts.attempt(() => ask(one))))
  return {
    rows: () => found()?.rows ?? [],
    /** How many there are in all. */
    count: () => found()?.count ?? 0,
    isLoading: () => present() !== null && found()?.sought !== present(),
  }
}
