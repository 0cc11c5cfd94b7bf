import { int } from '../../../funnel/columns/cells.ts'
import { compareNames } from '../../../funnel/index.ts'
import type { ReportAsk } from '../../ask.ts'
import { dayNumber, dayText, nextSpan, spanStart } from '../../facts/days.ts'
import type { Known } from '../../sources/known.ts'
import type { Axis } from './axis.ts'
import { isStep } from './axis-of.ts'
import { ALL_GROUPS, FIRST_GROUP, NO_GROUP } from './groups.ts'

/** So many spans of time stand side by side at most, where none of them but the outer ones needs to have a figure. */
const MOST_SPANS = 2_000

/** Groups of a dimension in the order in which they stand: spans by time, all else by name, none last (SPEC RP6). */
export class KeyOrder {
  readonly #axis: Axis
  readonly #dimension: string
  readonly #known: Known
  /** By group, that of all before all others; a place for none, too. */
  #ranks = new Int32Array(0)
  #groups = new Int32Array(0)

  constructor(axis: Axis, dimension: string, known: Known) {
    this.#axis = axis
    this.#dimension = dimension
    this.#known = known
  }

  /** The name of a key, where it has another than itself. */
  nameOf(key: string): string | null {
    return isStep(this.#dimension) ? null : this.#known.name(this.#dimension, key)
  }

  /** One more than the last group. */
  get size(): number {
    return this.#axis.keys.length + FIRST_GROUP
  }

  /** The place of a group among all of its axis. */
  rankOf(group: number): number {
    if (this.#ranks.length !== this.size) this.#rank()
    return int(this.#ranks, group)
  }

  /** The group at such a place. */
  groupAt(rank: number): number {
    return int(this.#groups, rank)
  }

  #rank(): void {
    const { keys } = this.#axis
    const names = keys.map((key) => (key === null ? null : (this.nameOf(key) ?? key)))
    const by = (list: readonly (string | null)[], a: number, b: number) =>
      compareNames(list[a] ?? null, list[b] ?? null)
    const sorted = Array.from(keys.keys()).sort((a, b) => by(names, a, b) || by(keys, a, b))
    this.#groups = Int32Array.from([NO_GROUP, ALL_GROUPS, ...sorted.map((at) => at + FIRST_GROUP)])
    this.#ranks = new Int32Array(this.#groups.length)
    for (const [rank, group] of this.#groups.entries()) this.#ranks[group] = rank
  }
}

/** The columns' keys: given ones as they are; spans without gaps within the period, or from the first with facts to the last (SPEC RP7). */
export function columnKeys(ask: ReportAsk, present: readonly (string | null)[]): readonly (string | null)[] {
  const { columns, from, until } = ask
  if (columns === null) return []
  if (typeof columns !== 'string') return columns.cuts
  if (!isStep(columns)) return present
  const days = present.flatMap((key) => dayNumber(key) ?? [])
  const begun = dayNumber(from)
  const first = begun === null ? Math.min(...days) : spanStart(begun, columns)
  const last = dayNumber(until) ?? Math.max(...days)
  const spans: string[] = []
  for (let day = first; day <= last && spans.length <= MOST_SPANS; day = nextSpan(day, columns))
    spans.push(dayText(day))
  const all = spans.length > MOST_SPANS ? present.filter((key) => key !== null) : spans
  return present.includes(null) ? [...all, null] : all
}
