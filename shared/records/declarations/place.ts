import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

interface Placed {
  readonly id: string
  readonly place: string | null
}

/** The digits behind a place's first letter, which says how many of them are its whole part: `a` and `Z` one, … */
const FORM = /^[A-Za-z][0-9A-Za-z]+$/
const LOWEST = `A${'0'.repeat(26)}`

/** Whether `text` is a fractional index that others can be put before and behind. */
export function isPlace(text: string): boolean {
  if (!FORM.test(text) || text === LOWEST) return false
  const head = text.charCodeAt(0)
  const whole = head >= 97 ? head - 97 + 2 : 90 - head + 2
  return text.length === whole || (text.length > whole && !text.endsWith('0'))
}

/** Orders what has places: those without one stand behind all others, those of one place by id (records/SPEC R7). */
export function byPlace(a: Placed, b: Placed): number {
  const [x, y] = [a.place ?? '~', b.place ?? '~']
  if (x !== y) return x < y ? -1 : 1
  return a.id < b.id ? -1 : Number(a.id > b.id)
}

/** The place behind all entries that have one. */
export function placeAfter(entries: readonly Placed[]): string {
  return generateKeyBetween(entries.findLast((entry) => entry.place !== null)?.place ?? null, null)
}

/**
 * The places to be written so that entries stand in the order given, `moved` being the one that is not where it was:
 * its own alone where the neighbours leave room, else those of all (two devices may have given one place twice).
 */
export function placesFor(entries: readonly Placed[], moved: string): [id: string, place: string][] {
  const at = entries.findIndex((entry) => entry.id === moved)
  const before = entries[at - 1]?.place ?? null
  const after = entries[at + 1]?.place ?? null
  const isFirst = at === 0 && (after !== null || entries.length === 1)
  if (isFirst || (before !== null && (after === null || before < after))) {
    return [[moved, generateKeyBetween(before, after)]]
  }
  const places = generateNKeysBetween(null, null, entries.length)
  return entries.map((entry, i) => [entry.id, places[i] ?? ''])
}
