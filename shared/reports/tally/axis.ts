import { int, roomFor } from '../../funnel/columns/cells.ts'
import { STEPS, type Step } from '../ask.ts'
import { type FactColumns, NO_DAY } from '../facts/columns.ts'
import { dayText, spanStart } from '../facts/days.ts'
import type { Known } from '../sources/known.ts'
import type { Momentary } from '../sources/source.ts'

/** A way to tell facts apart: the groups that rows belong to, by small numbers from nothing on. */
export interface Axis {
  /** The group of a row; below nothing: it is in none. */
  groupAt(row: number): number
  /** Puts the groups of the rows from `start` on into an array, where nothing below 0 stands: many at once are quicker than one by one. */
  fill(start: number, into: Int32Array): void
  /** The keys of the groups, by number. */
  readonly keys: readonly (string | null)[]
  /** The same groups for facts of an earlier period. */
  earlier(by: EarlierFacts): Axis
}

/** How facts of an earlier period are looked at: the day that each of its days stands for, and what depends on its moment. */
interface EarlierFacts {
  readonly shift: (day: number) => number
  readonly momentary: Momentary
}

/** Gives keys their groups as they come up. */
class Groups {
  readonly keys: (string | null)[] = []
  readonly #numbers = new Map<string | null, number>()

  numberOf(key: string | null): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.keys.push(key) - 1
    this.#numbers.set(key, number)
    return number
  }
}

/** How keys of a dimension are read from those that facts have of another (SPEC RP5). */
const READ_FROM: { readonly [dimension: string]: readonly [of: string, read: ReadKey] } = {
  customer: ['customer', (known, id) => known.customer(id)],
  category: ['product', (known, id) => known.product(id)?.category || null],
  productGroup: ['product', (known, id) => known.product(id)?.group ?? null],
}
type ReadKey = (known: Known, key: string) => string | null

export function isStep(dimension: string): dimension is Step {
  return STEPS.some((step) => step === dimension)
}

/** The axis of a dimension. */
export function axisOf(columns: FactColumns, dimension: string, known: Known, momentary: Momentary): Axis {
  if (isStep(dimension)) return axisOfSpans(columns, dimension)
  const [of, read] = READ_FROM[dimension] ?? [dimension, (_: Known, key: string) => key]
  const keyOf = (number: number) => {
    const key = columns.texts.textOf(number)
    return key === null ? null : read(known, key)
  }
  const numberAt = (at: Momentary) => at.keys?.[of] ?? storedAt(columns, of)
  return byNumber(new Groups(), numberAt(momentary), keyOf, (at) => numberAt(at))
}

/** The axis of spans that begin on these days, in their order; what lies before the first is in none. */
export function axisOfCuts(columns: FactColumns, cuts: readonly string[]): Axis {
  const groups = new Groups()
  for (const cut of cuts) groups.numberOf(cut)
  return byDay(columns, groups, (day) => (day === null ? undefined : cuts.findLast((cut) => cut <= dayText(day))))
}

function axisOfSpans(columns: FactColumns, step: Step): Axis {
  const texts = new Map<number, string>()
  const textOf = (start: number) => {
    const text = texts.get(start) ?? dayText(start)
    texts.set(start, text)
    return text
  }
  return byDay(columns, new Groups(), (day) => (day === null ? null : textOf(spanStart(day, step))))
}

function storedAt(columns: FactColumns, dimension: string): (row: number) => number {
  if (dimension === 'order') return (row) => int(columns.owners, row)
  const at = columns.layout.dimensions.indexOf(dimension)
  return (row) => int(columns.keys[at] as Int32Array, row)
}

/** Groups that are not known yet, and that do not exist, in a table of them. */
const [UNKNOWN, NONE] = [0, -1]

function byNumber(
  groups: Groups,
  numberAt: (row: number) => number,
  keyOf: (number: number) => string | null,
  numbersAt: (momentary: Momentary) => (row: number) => number,
): Axis {
  // Groups + 1, by the number of a key + 1.
  let table = new Int32Array(0)
  const groupAt = (row: number) => {
    const number = numberAt(row) + 1
    if (number >= table.length) table = roomFor(table, number + 1)
    const found = int(table, number)
    if (found !== UNKNOWN) return found - 1
    const group = groups.numberOf(keyOf(number - 1))
    table[number] = group + 1
    return group
  }
  const earlier = ({ momentary }: EarlierFacts) => byNumber(groups, numbersAt(momentary), keyOf, numbersAt)
  const fill = (start: number, into: Int32Array) => {
    for (let at = 0; at < into.length; at++) {
      if (int(into, at) < 0) continue
      const number = numberAt(start + at) + 1
      const found = number < table.length ? int(table, number) : UNKNOWN
      into[at] = found === UNKNOWN ? groupAt(start + at) : found - 1
    }
  }
  return { groupAt, fill, keys: groups.keys, earlier }
}

/** Days that are looked up in a table: those of this and the next hundred years. */
const MOST_DAYS = 2 ** 16

/** `keyOf`: of a day, or of none; undefined: it is in no group. */
function byDay(columns: FactColumns, groups: Groups, keyOf: (day: number | null) => string | null | undefined): Axis {
  const shifted = (shift: (day: number) => number): Axis => {
    const groupOfDay = (day: number) => {
      const key = keyOf(day === NO_DAY ? null : shift(day))
      return key === undefined ? NONE : groups.numberOf(key)
    }
    return { ...tabled(columns, groupOfDay), keys: groups.keys, earlier: (by) => shifted(by.shift) }
  }
  return shifted((day) => day)
}

/** The groups of rows by their days, kept once they are known. */
function tabled(columns: FactColumns, groupOfDay: (day: number) => number): Pick<Axis, 'groupAt' | 'fill'> {
  // Groups + 1, or -1 for none.
  const table = new Int32Array(MOST_DAYS)
  const groupAt = (row: number) => {
    const day = int(columns.days, row)
    if (day < 0 || day >= MOST_DAYS) return groupOfDay(day)
    const found = int(table, day)
    if (found !== UNKNOWN) return found > 0 ? found - 1 : NONE
    const group = groupOfDay(day)
    table[day] = group < 0 ? NONE : group + 1
    return group
  }
  const fill = (start: number, into: Int32Array) => {
    const { days } = columns
    for (let at = 0; at < into.length; at++) {
      if (int(into, at) < 0) continue
      const day = int(days, start + at)
      const found = day >= 0 && day < MOST_DAYS ? int(table, day) : UNKNOWN
      into[at] = found > 0 ? found - 1 : groupAt(start + at)
    }
  }
  return { groupAt, fill }
}
