import { devices } from '../../../../shared/company/collections.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import { plainText } from '../../../../shared/discussion/text/parts.ts'
import { folded } from '../../../../shared/filters/values/folded.ts'
import { products } from '../../../../shared/goods/collections.ts'
import { sharedId } from '../../../../shared/letters/ids.ts'
import type { Found } from '../../../../shared/search/index/best.ts'
import { excerptOf } from '../../../../shared/search/index/excerpt.ts'
import { FOUND_IN, type FoundIn } from '../../../../shared/search/index/fields.ts'
import type { FoundAll, Search } from '../../../../shared/search/index/search-index.ts'
import type { AnyValues } from '../../../../shared/search/index/terms.ts'
import { fitTyped, readTyped, type Typed } from '../../../../shared/search/rank.ts'
import { namedBy } from '../about.ts'
import type { Directory } from '../directory.ts'
import { isOut } from '../left-out.ts'
import type { Item } from '../query.ts'
import { hintOf } from './hint.ts'
import { type FindAnswer, type FindQuery, type FoundBy, type Hit, MOST_ALONE } from './query.ts'

/** Hits of one collection beside others. */
const MOST = 5
const FOR_BEING_RECENT = 5
/** Of what is found alike, whose name fits better stands first: that is worth so much at most. */
const FOR_ITS_NAME = 4

type About = Pick<FindAnswer, 'ready' | 'isWhole'>

/** What the index is asked. */
export function searchOf(directory: Directory, query: FindQuery): Search {
  const { kinds, without = [] } = query
  const isOutOf = without.length > 0 && ((name: FoundIn, id: string) => isOut(directory, without, name, id))
  return { ...soughtBy(directory, query), kinds: kinds && new Set(kinds), ...(isOutOf ? { isOut: isOutOf } : {}) }
}

/** The same, of whatever collection. */
export function soughtBy(directory: Directory, { text, person }: FoundBy): Pick<Search, 'text' | 'concerns'> {
  return { text, concerns: person === null ? null : namesOf(directory, person) }
}

/** The records that were found, as lists show them, the best first. */
export function answerOf(directory: Directory, query: FindQuery, found: FoundAll, about: About): FindAnswer {
  const { what, text, kinds, person } = query
  const typed = readTyped(text)
  const lately = new Set(query.recent.map(({ id }) => id))
  const most = kinds?.length === 1 ? MOST_ALONE : MOST
  const hits = FOUND_IN.flatMap((collection) => {
    const best = found.get(collection)?.best ?? []
    const ranked = best.flatMap((one) => rankedHit(directory, collection, one, typed, lately))
    const shown = ranked.sort((a, b) => b.rank - a.rank).slice(0, most)
    return shown.map((hit) => ({ ...hit, excerpt: excerptFor(directory, hit, text), about: aboutOf(directory, hit) }))
  })
  const counts = Object.fromEntries([...found].map(([collection, { count }]) => [collection, count]))
  return { what, text, kinds, person, hits: hits.sort((a, b) => b.rank - a.rank), counts, ...about }
}

/** Nothing is typed: what was open lately; nothing where there is no word in what is. */
export function recentAnswer(directory: Directory, query: FindQuery, ready: About['ready']): FindAnswer {
  const { what, text, kinds, person, recent, without = [] } = query
  const wanted = text.trim() === '' ? recent : []
  const hits = wanted.flatMap(({ collection, id }) => {
    const item = directory.item(collection, id)
    return item && item.gone !== true && !isOut(directory, without, collection, id)
      ? [{ collection, item, rank: 0, excerpt: null, about: null }]
      : []
  })
  return { what, text, kinds, person, hits, counts: {}, ready, isWhole: true }
}

/** A person's own id, and those of the devices by which the person writes. */
function namesOf(directory: Directory, person: string): ReadonlySet<string> {
  const own = [...directory.all(devices)].filter((device) => device.person === person)
  return new Set([person, ...own.map(({ id }) => id)])
}

function rankedHit(
  directory: Directory,
  collection: FoundIn,
  { id, worth }: Found,
  typed: Typed,
  lately: ReadonlySet<string>,
): Hit[] {
  const item = directory.item(collection, id)
  if (!item || item.gone === true) return []
  // What all may read stands for what one has of it alone.
  if (collection === 'ownLetters' && directory.row('letters', sharedId(id))) return []
  const byName = (fitTyped(folded(titleOf(item)), typed) / 100) * FOR_ITS_NAME
  return [{ collection, item, rank: worth + byName + (lately.has(id) ? FOR_BEING_RECENT : 0), ...BARE }]
}

function titleOf({ number, name, subject, draft }: Item): string {
  return String(number ?? name ?? subject ?? draft ?? '')
}

const BARE: Pick<Hit, 'excerpt' | 'about'> = { excerpt: null, about: null }

function aboutOf(directory: Directory, { item }: Hit): Hit['about'] {
  const named = namedBy(String(item.about ?? ''))
  const about = named && directory.item(named.collection, named.id)
  return about && { collection: named.collection, item: about }
}

/** What does not stand in its name is told. */
function excerptFor(directory: Directory, { collection, item }: Hit, text: string): Hit['excerpt'] {
  const row = directory.row(collection, item.id) as AnyValues | null
  if (!row) return null
  const said = typeof row.text === 'string' && plainText(row.text, (person) => directory.name('people', person) ?? '')
  const around = { hint: hintOf(collection, item), names: (id: string) => namesBy(directory, id) }
  return excerptOf(collection, said ? { ...row, text: said } : row, text, around)
}

/** What the customer or the product of an id is called, and the customer that it means. */
function namesBy(directory: Directory, id: string): readonly string[] {
  const own = directory.typed(customers, id) ?? directory.typed(products, id)
  const names = [own?.name, directory.name('customers', id)].filter((name) => typeof name === 'string')
  return [...new Set(names)]
}
