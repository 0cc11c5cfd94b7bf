import { collectionOf, numberedAs } from '../../../shared/orders/numbers.ts'
import { formatWrite, isObject, type Json } from '../../../shared/records/declarations/value.ts'
import { formatKey } from '../../../shared/records/keys/key.ts'
import { type Clock, timeOf } from '../../../shared/records/keys/stamp.ts'
import type { NumberWish } from '../../storage/storage.ts'
import type { Brought } from '../update/brought.ts'
import type { ServerText } from './pen.ts'

/** A move whose time is further behind its arrival than this was made by a clock that is ahead, ms. */
const AHEAD = 2000

/** The numbers that new orders and invoices among the writes need, or bring with them. `yearOf` tells the year of an instant. */
export function numberWishes(brought: readonly Brought[], yearOf: (time: number) => number | null): NumberWish[] {
  return brought.flatMap(({ collection, key, stamp, value }) => {
    if (key.path !== '') return []
    const wish = numberWish({ collection, id: key.id }, value, stamp, yearOf)
    return wish ? [wish] : []
  })
}

/** The number that one record needs; null where it has none, or its sort is none that this program knows. */
export function numberWish(
  { collection, id }: { readonly collection: string; readonly id: string },
  value: Json,
  stamp: string,
  yearOf: (time: number) => number | null,
): NumberWish | null {
  if (!isObject(value)) return null
  const sort = numberedAs(collection, value.sort)
  const { date, number } = value
  const year = (typeof date === 'number' ? yearOf(date) : null) ?? yearOf(timeOf(stamp))
  if (sort === null || year === null) return null
  return { order: id, sort, year, imported: typeof number === 'string' && number !== '' ? number : null }
}

/** The server's write of a record's number. */
export function numberText({ order, sort }: NumberWish, number: string, clock: Clock): ServerText {
  return serverText({ collection: collectionOf(sort), id: order }, 'number', number, clock)
}

/** The arrivals of moves that were made, by their own time, later than they arrived. */
export function arrivals(brought: readonly Brought[], clock: Clock): ServerText[] {
  const arrived = clock.now()
  return brought
    .filter(({ collection }) => collection === 'orders')
    .flatMap(({ key, value }) => movesIn(key.path, value).map(([move, at]) => ({ id: key.id, move, at })))
    .filter(({ at }) => at > arrived + AHEAD)
    .map(({ id, move }) => serverText({ collection: 'orders', id }, `moves/${move}/arrived`, arrived, clock))
}

function movesIn(path: string, value: Json): [string, number][] {
  const [list = '', entry, field] = path.split('/')
  const moves =
    path === '' && isObject(value) ? value.moves : list === 'moves' && entry && !field ? { [entry]: value } : null
  if (!isObject(moves ?? null)) return []
  return Object.entries(moves ?? {}).flatMap(([move, made]) => {
    const at = isObject(made) ? made.at : undefined
    return typeof at === 'number' ? [[move, at] as [string, number]] : []
  })
}

function serverText(
  { collection, id }: { readonly collection: string; readonly id: string },
  path: string,
  value: Json,
  clock: Clock,
): ServerText {
  return { collection, key: formatKey(id, path, clock.replica), text: formatWrite(clock.tick(), [], value) }
}
