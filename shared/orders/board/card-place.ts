import { generateNKeysBetween } from 'fractional-indexing'
import type { Order } from '../collections.ts'

/** How many digits a time takes in a place, and the letter that says so: `a` has one, `b` two, … */
const DIGITS = 9
const HEAD = String.fromCharCode('a'.charCodeAt(0) + DIGITS - 1)
/** Times are turned round from here, so that the newest stands first; what lies further from 1970 counts as this far. */
const FURTHEST = 4e15
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Where an order's card stands on the board: where it was put, in whatever state it is since; else by its date, the
 * newest first. Both are fractional indexes of one order, so a card can be put between any two others by writing one
 * field of its own, and replicas that have the same writes show the same order.
 */
export function cardPlaceOf({ id, cardPlace, date, madeAt }: Pick<Order, 'id' | 'cardPlace' | 'date' | 'madeAt'>) {
  return cardPlace ?? placeByTime(date ?? madeAt, id)
}

/** The place of a card that nobody has put anywhere: later times before earlier ones. The id parts equal times. */
export function placeByTime(time: number, id: string): string {
  const back = FURTHEST - Math.min(FURTHEST, Math.max(-FURTHEST, time))
  const tail = id.replaceAll(/[^0-9A-Za-z]/g, '').slice(-8)
  // A fraction does not end in a zero.
  return `${HEAD}${inDigits(back)}${tail}V`
}

/** A card of a column, as far as its place goes. */
interface PlacedCard {
  readonly id: string
  readonly place: string
}

/** Between which cards a card is put. */
export interface Between {
  /** Their places; null is the end of the column. */
  readonly above: string | null
  readonly below: string | null
  /** Cards that have the place of the card above, as two devices came upon the same: they are put behind. */
  readonly tied: readonly string[]
}

/**
 * What a card is put between at position `index` of a column's other cards, which stand in their order; undefined where
 * there are none: it then keeps the place that it has.
 */
export function betweenAt(others: readonly PlacedCard[], index: number): Between | undefined {
  if (others.length === 0) return undefined
  const above = others[index - 1]?.place ?? null
  const onward = others.slice(index)
  const first = onward.findIndex((card) => card.place !== above)
  const tied = first === -1 ? onward : onward.slice(0, first)
  return { above, below: onward[tied.length]?.place ?? null, tied: tied.map((card) => card.id) }
}

/** Whether a card stands before another: by place, then by id. */
export function standsBefore(a: PlacedCard, b: PlacedCard): boolean {
  return a.place === b.place ? a.id < b.id : a.place < b.place
}

/** Places for `count` cards between two others, in their order; null is the end of the column. */
export function placesBetween(above: string | null, below: string | null, count: number): string[] {
  return generateNKeysBetween(above, below, count)
}

function inDigits(number: number): string {
  let [text, rest] = ['', number]
  for (let i = 0; i < DIGITS; i++) {
    text = `${ALPHABET[rest % ALPHABET.length]}${text}`
    rest = Math.floor(rest / ALPHABET.length)
  }
  return text
}
