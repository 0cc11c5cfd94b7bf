import type { HistoryPage } from '../../../shared/accounts/api.ts'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { type Collection, fieldAt, own } from '../../../shared/records/declarations/collection.ts'
import { isObject, type Json, type JsonObject } from '../../../shared/records/declarations/value.ts'
import { replicaOf, timeOf } from '../../../shared/records/keys/stamp.ts'
import { historyOf, type Told } from '../../../shared/records/reading/history.ts'
import { isEntryPath } from '../../../shared/records/reading/values.ts'
import type { KnownWrite } from '../../data/queries/query.ts'

/** One thing that was done to a record, as its history tells of it. */
export interface Deed extends Told {
  readonly at: number
  readonly replica: string
  /** Who is named as its author, by id in `people`; null where only the replica is known. */
  readonly author: string | null
  /** When the server had it; null where this device alone tells of it. */
  readonly arrived: number | null
  readonly isUnsent: boolean
}

/** What the server told of a record so far; null: nothing. */
export type Trail = HistoryPage | null

/** A record's history as it can be told now. */
export interface TellableHistory {
  /** The latest first. */
  readonly deeds: readonly Deed[]
  /** What every path has now. */
  readonly present: ReadonlyMap<string, Json>
}

/**
 * Joins what the server told with what this device knows: the latest of others, and its own that has not left it. What is
 * earlier than the server has told so far waits until it has, so that nothing between is missing.
 */
export function tellHistory(collection: CollectionName, trail: Trail, known: readonly KnownWrite[]): TellableHistory {
  const keyOf = ({ path, stamp }: { readonly path: string; readonly stamp: string }) => `${stamp} ${path}`
  const told = new Map(trail?.writes.map((one) => [keyOf(one), one]))
  const unsent = new Set(known.filter((one) => one.isUnsent).map(keyOf))
  const all = new Map([...known, ...(trail?.writes ?? [])].map((one) => [keyOf(one), one]))
  const history = historyOf(all.values())
  const since = trail?.next ?? ''
  const deeds = history.told
    .filter((one) => one.stamp >= since)
    .flatMap((one) => {
      const sent = told.get(keyOf(one))
      const arrived = sent?.arrived ?? null
      const deed = { ...one, before: sent?.before ?? one.before, arrived, isUnsent: unsent.has(keyOf(one)) }
      return withFacts(COLLECTIONS[collection], signed(deed))
    })
    .filter((deed) => isTold(COLLECTIONS[collection], deed.path))
  return { deeds: deeds.sort((a, b) => b.at - a.at || (a.stamp < b.stamp ? 1 : -1)), present: history.present }
}

/** A clock that was ahead wrote nothing later than it arrived. */
function signed(told: Told & Pick<Deed, 'arrived' | 'isUnsent'>): Deed {
  const at = Math.min(timeOf(told.stamp), told.arrived ?? Number.POSITIVE_INFINITY)
  const fact = isEntryPath(told.path) && isObject(told.value) ? told.value : {}
  return {
    ...told,
    at: typeof fact.at === 'number' ? Math.min(fact.at, at) : at,
    replica: replicaOf(told.stamp),
    author: authorOf(fact),
  }
}

function authorOf({ author }: JsonObject): string | null {
  return typeof author === 'string' ? author : null
}

/** A record that was made with facts in it (an order with its moves): each is told of by itself, at its own time. */
function withFacts(collection: Collection, deed: Deed): Deed[] {
  if (deed.path !== '' || !isObject(deed.value)) return [deed]
  const facts = Object.entries(collection.lists).flatMap(([list, { once }]) => {
    const entries = deed.value && isObject(deed.value) ? deed.value[list] : undefined
    return once && isObject(entries)
      ? Object.entries(entries).map(([id, value]) => [`${list}/${id}`, value] as const)
      : []
  })
  return [deed, ...facts.map(([path, value]) => signed({ ...deed, path, value, before: null }))]
}

/** Places on the board, what a newer program writes, and what the server adds to facts say nothing to people. */
function isTold(collection: Collection, path: string): boolean {
  const [first = '', entry, field] = path.split('/')
  if (path === '') return true
  const list = own(collection.lists, first)
  if (entry !== undefined && field === undefined) return list !== undefined
  if (field !== undefined && list?.once) return false
  const known = fieldAt(collection, path)
  return known !== undefined && (field !== undefined || known.type !== 'place')
}

/** What one person did within a minute. */
export interface Act {
  readonly who: string
  readonly at: number
  readonly arrived: number | null
  readonly isUnsent: boolean
  readonly deeds: readonly Deed[]
}

const MINUTE = 60_000

/** Deeds, the latest first, put together by who did them and when. */
export function actsOf(deeds: readonly Deed[], whoOf: (deed: Deed) => string): Act[] {
  const acts: { who: string; deeds: Deed[] }[] = []
  for (const deed of deeds) {
    const who = whoOf(deed)
    const last = acts.at(-1)
    if (last?.who === who && (last.deeds[0]?.at ?? 0) - deed.at < MINUTE) last.deeds.push(deed)
    else acts.push({ who, deeds: [deed] })
  }
  return acts.map(({ who, deeds }) => ({
    who,
    deeds,
    at: Math.max(...deeds.map(({ at }) => at)),
    arrived: deeds.some(({ arrived }) => arrived === null) ? null : Math.max(...deeds.map((one) => one.arrived ?? 0)),
    isUnsent: deeds.some((one) => one.isUnsent),
  }))
}
