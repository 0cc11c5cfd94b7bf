import { float, int } from '../funnel/columns/cells.ts'
import type { Measure, ReportAsk } from './ask.ts'
import type { Plan, ReportGround } from './plan.ts'
import { plansIn } from './rest.ts'
import { type Axis, groupsIn } from './tally/axes/axis.ts'
import { FIRST_GROUP } from './tally/axes/groups.ts'
import { stretchesOf } from './tally/stretches.ts'
import { sumsIn } from './tally/sums.ts'
import { Taking } from './tally/taking.ts'

/** A figure of a report. */
export interface ReportFigure {
  /** Those of its row: none for the total. */
  readonly keys: readonly (string | null)[]
  /** The key of its column; left out: the row's total. */
  readonly column?: string | null
  readonly measure: Measure
  /** Whether it is that of the period set beside. */
  readonly isEarlier?: boolean
}

/** The owners of the facts behind a figure, each once (SPEC RP16). */
export function ownersBehind(ground: ReportGround, ask: ReportAsk, figure: ReportFigure): string[] {
  const { columns, source } = ground
  const measure = source.measures[figure.measure]
  const plan = plansIn(ground, ask, measure?.needs ?? [])[figure.isEarlier ? 'earlier' : 'own']
  if (!plan || !measure) return []
  const taking = new Taking(columns, plan)
  const weigh = measure.behind === undefined ? null : sumsIn(columns, plan.momentary, measure.behind)
  const owners = new Set<number>()
  for (const [start, end] of stretchesOf(columns, 0, columns.size)) {
    const taken = new Int32Array(end - start)
    taking.fill(start, taken)
    for (const [axis, key] of axesOf(plan, figure)) keepOf(axis, key, start, taken)
    const weighs = weigh?.(start, taken.length)
    for (let at = 0; at < taken.length; at++) {
      if (int(taken, at) !== 0 && (!weighs || float(weighs, at) !== 0)) owners.add(int(columns.owners, start + at))
    }
  }
  return Array.from(owners, (owner) => columns.texts.textOf(owner) ?? '')
}

/** The axes of a figure's row and column, each with the key that its facts have there; undefined, as in a total: whichever. */
function axesOf({ outer, inner, column }: Plan, { keys, column: key }: ReportFigure) {
  const rows = keys.map((key, at) => [[outer, inner][at], key] as const)
  const all: readonly (readonly [Axis | null | undefined, string | null | undefined])[] = [...rows, [column, key]]
  return all.flatMap(([axis, key]) => (axis ? [[axis, key] as const] : []))
}

/** Puts 0 at rows of other keys. */
function keepOf(axis: Axis, key: string | null | undefined, start: number, taken: Int32Array): void {
  const groups = new Int32Array(taken.length)
  axis.fill(start, taken, groups)
  for (let at = 0; at < taken.length; at++) {
    const own = groupsIn(axis, int(groups, at))
    const isOfKey = key === undefined ? own.length > 0 : own.some((group) => axis.keys[group - FIRST_GROUP] === key)
    if (!isOfKey) taken[at] = 0
  }
}
