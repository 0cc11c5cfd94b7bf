import {
  type Accessor,
  batch,
  createContext,
  createEffect,
  createMemo,
  createRoot,
  createSignal,
  on,
  onCleanup,
  type ParentProps,
  useContext,
} from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import type { CollectionName } from '../../../shared/collections.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import type { Parted } from '../../../shared/records/reading/overwritten.ts'
import type { AnswerTo, ItemOf } from '../queries/answer-to.ts'
import type { Answer, Query } from '../queries/query.ts'
import type { DataClient, Subscription } from './client.ts'

const Context = createContext<DataClient>()

/** Gives the screens inside their data. */
export function DataProvider(props: ParentProps<{ client: DataClient }>) {
  return <Context.Provider value={props.client}>{props.children}</Context.Provider>
}

/** The page's way to data; only inside a DataProvider. */
export function useData(): DataClient {
  const client = useContext(Context)
  if (!client) throw new Error('useData stands outside of a DataProvider')
  return client
}

/** What a query answers, kept live; undefined until the first answer has come. */
export interface Live<A> {
  (): A | undefined
  /** The same as it stands now, for whoever reckons over all of it: it is read at once, and followed as a whole, not value by value. */
  readonly whole: Accessor<A | undefined>
}

/**
 * A query's live answer; undefined until the first has come. A changed query keeps the old answer on the screen until
 * the new one is there. Rows keep their identity while their id stays.
 */
export function createQuery<Q extends Query>(query: Accessor<Q | null>): Live<AnswerTo<Q>> {
  const client = useData()
  const [store, setStore] = createStore<{ answer?: AnswerTo<Q> }>({})
  const [turn, setTurn] = createSignal(0)
  const has = createMemo(() => turn() > 0)
  let subscription: Subscription | null = null
  const take = (answer: Answer) => {
    batch(() => {
      // The worker answers a query with an answer of its own kind.
      setStore('answer', reconcile(answer as AnswerTo<Q>, { key: 'id' }))
      setTurn((before) => before + 1)
    })
  }
  const end = () => {
    subscription?.end()
    subscription = null
  }
  createEffect(
    on(query, (asked) => {
      if (asked === null) end()
      else if (subscription) subscription.ask(asked)
      else subscription = client.subscribe(asked, take)
    }),
  )
  onCleanup(end)
  const whole = () => (turn() > 0 ? unwrap(store).answer : undefined)
  return Object.assign(() => (has() ? store.answer : undefined), { whole })
}

/** Whether acts of this page are under way that the worker's word on saving does not speak of yet. */
export function createActing(): Accessor<boolean> {
  const { acting } = useData()
  const [is, setIs] = createSignal(acting.isUnderWay)
  onCleanup(acting.observe(() => setIs(acting.isUnderWay)))
  return is
}

/** A whole collection, asked for and kept once on a page for all that look at it. */
interface Followed {
  readonly rows: Accessor<readonly JsonObject[]>
  lookers: number
  end(): void
}

const FOLLOWED = new WeakMap<DataClient, Map<string, Followed>>()

function follow(collection: CollectionName): Followed {
  return createRoot((end) => {
    const answer = createQuery(() => ({ what: 'all', collection }) as const)
    return { rows: () => answer()?.rows ?? [], lookers: 0, end }
  })
}

/** All records of a small collection, removed ones too: whatever refers to them can be named. */
export function createEvery<C extends Collection>(collection: C): Accessor<readonly Row<C>[]> {
  const name = collection.name as CollectionName
  const all = FOLLOWED.get(useData()) ?? new Map<string, Followed>()
  FOLLOWED.set(useData(), all)
  const followed = all.get(name) ?? follow(name)
  all.set(name, followed)
  followed.lookers++
  onCleanup(() => {
    followed.lookers--
    if (followed.lookers > 0) return
    all.delete(name)
    followed.end()
  })
  // The worker reads rows by the same declaration.
  return followed.rows as unknown as Accessor<readonly Row<C>[]>
}

/** All records of a small collection that are not removed. */
export function createAll<C extends Collection>(collection: C): Accessor<readonly Row<C>[]> {
  const every = createEvery(collection)
  return () => every().filter((row) => !row.gone)
}

/** One record, kept live. `row` is null while it is not here. */
export interface LiveRecord<C extends Collection> {
  readonly row: Row<C> | null
  readonly item: ItemOf<C['name']> | null
  /** Values that were overwritten by somebody who had not seen them: to be decided. */
  readonly apart: readonly Parted[]
}

/** A record by id; undefined until it has been looked for, or while `id` is null. */
export function createRecord<C extends Collection>(collection: C, id: Accessor<string | null>): Live<LiveRecord<C>> {
  const answer = createQuery(() => {
    const wanted = id()
    return wanted === null
      ? null
      : ({ what: 'record', collection: collection.name as CollectionName, id: wanted } as const)
  })
  // The worker reads rows by the same declaration.
  return answer as unknown as Live<LiveRecord<C>>
}
