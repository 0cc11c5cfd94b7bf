import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import { useData } from '../../data/page/solid.tsx'
import type { ItemOf } from '../../data/queries/answer-to.ts'
import type { ListQuery } from '../../data/queries/query.ts'
import { useActs } from '../acts/use-acts.ts'

/** So many are offered at once; more are found by typing. */
const OFFERED = 50

/** What is asked of a list for a choice. */
export interface Sought<C extends CollectionName> extends Pick<ListQuery, 'filter' | 'search' | 'sort'> {
  readonly collection: C
}

/** What a list was asked for, and answered. */
interface Found<C extends CollectionName> {
  readonly sought: Sought<C>
  readonly rows: readonly ItemOf<C>[]
  readonly count: number
}

/**
 * The records that a choice offers, asked of the worker for what is typed. Until the answer to the present question is there, the
 * one before stands, and it `isLoading`. Null asks for nothing.
 */
export function createFound<C extends CollectionName>(sought: Accessor<Sought<C> | null>) {
  const data = useData()
  const acts = useActs()
  const present = createMemo(sought)
  const [found, setFound] = createSignal<Found<C>>()
  const ask = async (one: Sought<C>) => {
    const answer = await data.once({ what: 'list', ...one, group: [], from: 0, to: OFFERED })
    // Rows without groups are records of the collection that was asked for.
    if (present() === one) setFound({ sought: one, rows: answer.rows as readonly ItemOf<C>[], count: answer.count })
  }
  createEffect(on(present, (one) => one && void acts.attempt(() => ask(one))))
  return {
    rows: () => found()?.rows ?? [],
    /** How many there are in all. */
    count: () => found()?.count ?? 0,
    isLoading: () => present() !== null && found()?.sought !== present(),
  }
}
