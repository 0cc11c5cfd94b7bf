import { typedPhone } from '../../../../shared/search/phone.ts'
import { nearFitTyped, readTyped, type Typed } from '../../../../shared/search/rank.ts'
import { type FindAnswer, type FindQuery, FOUND_IN, type FoundIn, type Hit, type Item, type Ref } from '../query.ts'
import { Best } from './best.ts'
import { marksOf, nameRank, textAt } from './name-rank.ts'
import { orderRank } from './order-rank.ts'

/** What is searched: the records of a collection as lists show them. */
export interface Findable {
  rows(collection: FoundIn): { keys(): Iterable<string> }
  item(collection: FoundIn, id: string): Item | null
  isMerged(collection: FoundIn, id: string): boolean
}

/** Hits of one collection. */
const MOST = 6
const FOR_BEING_RECENT = 5

/** Looks through all records; at 100,000 orders some tens of milliseconds. */
export function find(records: Findable, query: FindQuery): FindAnswer {
  const { text, recent } = query
  const typed = readTyped(text)
  if (typed.words.length === 0) return { what: 'find', text, hits: recentHits(records, recent), counts: {} }
  const lately = new Set(recent.map(({ id }) => id))
  const all = FOUND_IN.map((collection) => ({ collection, best: bestOf(records, collection, typed, lately) }))
  const hits = all.flatMap(({ collection, best }) => best.list().map((hit) => ({ collection, ...hit })))
  return {
    what: 'find',
    text,
    hits: hits.sort((a, b) => b.rank - a.rank),
    counts: Object.fromEntries(all.map(({ collection, best }) => [collection, best.count])),
  }
}

function recentHits(records: Findable, recent: readonly Ref[]): Hit[] {
  return recent.flatMap(({ collection, id }) => {
    const item = records.item(collection, id)
    return item && item.gone !== true ? [{ collection, item, rank: 0 }] : []
  })
}

function bestOf(records: Findable, collection: FoundIn, typed: Typed, lately: ReadonlySet<string>): Best {
  if (collection === 'orders') return gather(records, collection, lately, orderRank(typed))
  const phone = typedPhone(typed.words.join(' '))
  const marks = marksOf(collection)
  const best = gather(records, collection, lately, (item) => nameRank(item, typed, phone, marks))
  if (best.count > 0) return best
  return gather(records, collection, lately, (item) => nearFitTyped(textAt(item, 'name'), typed))
}

function gather(
  records: Findable,
  collection: FoundIn,
  lately: ReadonlySet<string>,
  rankOf: (item: Item) => number,
): Best {
  const best = new Best(MOST)
  for (const id of records.rows(collection).keys()) {
    const item = records.item(collection, id)
    if (!item || item.gone === true || records.isMerged(collection, id)) continue
    const rank = rankOf(item)
    if (rank > 0) best.add(item, Math.min(100, rank + (lately.has(id) ? FOR_BEING_RECENT : 0)))
  }
  return best
}
