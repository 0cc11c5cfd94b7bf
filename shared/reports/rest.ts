import { float, int } from '../funnel/columns/cells.ts'
import { REST } from './answer.ts'
import type { ReportAsk } from './ask.ts'
import type { FactColumns } from './facts/columns.ts'
import { type Plan, planIn, type ReportGround } from './plan.ts'
import type { Need } from './sources/source.ts'
import { type Axis, groupsIn } from './tally/axes/axis.ts'
import { isStep } from './tally/axes/axis-of.ts'
import { FIRST_GROUP, NO_GROUP } from './tally/axes/groups.ts'
import { stretchesOf } from './tally/stretches.ts'
import { sumsIn } from './tally/sums.ts'
import { Taking } from './tally/taking.ts'

/** So many keys of a dimension stand side by side as columns. */
export const MOST_COLUMNS = 50

/**
 * The plans of a report, and of what it is set beside, with no more columns than have room: of more keys those stay that have
 * most of the first measure, the others are one group (SPEC RP19). `rest`: how many these are. Spans of time all stay.
 */
export function plansIn(ground: ReportGround, ask: ReportAsk, needs: readonly Need[]) {
  const { own, earlier } = planIn(ground, ask, needs)
  const { column } = own
  if (!column || typeof ask.columns !== 'string' || isStep(ask.columns)) return { own, earlier, rest: 0 }
  const weights = weightsOf(column, ground.columns, own, firstNeed(ground, ask))
  if (weights.size <= MOST_COLUMNS) return { own, earlier, rest: 0 }
  const heavy = [...weights].sort(([a, one], [b, other]) => Math.abs(other) - Math.abs(one) || a - b)
  const kept = heavy.slice(0, MOST_COLUMNS).map(([group]) => group)
  return {
    own: { ...own, column: withRest(column, kept) },
    earlier: earlier && { ...earlier, column: earlier.column && withRest(earlier.column, kept) },
    rest: weights.size - MOST_COLUMNS,
  }
}

/** What the first measure sums up; null: it counts. */
function firstNeed({ source }: ReportGround, { measures: [first] }: ReportAsk): string | null {
  const need = first && source.measures[first]?.needs[0]
  return typeof need === 'string' ? need : null
}

/** What each group has of a sum; of none, how many facts. */
function weightsOf(axis: Axis, columns: FactColumns, plan: Plan, sum: string | null): ReadonlyMap<number, number> {
  const taking = new Taking(columns, plan)
  const weigh = sum === null ? null : sumsIn(columns, plan.momentary, sum)
  const weights = new Map<number, number>()
  for (const [start, end] of stretchesOf(columns, 0, columns.size)) {
    const [taken, groups] = [new Int32Array(end - start), new Int32Array(end - start)]
    taking.fill(start, taken)
    axis.fill(start, taken, groups)
    const weighs = weigh?.(start, taken.length)
    for (let at = 0; at < groups.length; at++) {
      for (const group of groupsIn(axis, int(groups, at)))
        weights.set(group, (weights.get(group) ?? 0) + (weighs ? float(weighs, at) : 1))
    }
  }
  return weights
}

/** An axis of the kept groups, behind which all others are one. */
function withRest(axis: Axis, kept: readonly number[]): Axis {
  const keys = [...kept.map((group) => axis.keys[group - FIRST_GROUP] ?? null), REST]
  const places = new Map(kept.map((group, place) => [group, FIRST_GROUP + place]))
  const rest = FIRST_GROUP + kept.length
  const earlier: Axis['earlier'] = (by) => withRest(axis.earlier(by), kept)
  if (axis.groupsOf) {
    const groupsOf = (set: number) => [...new Set(groupsIn(axis, set).map((group) => places.get(group) ?? rest))]
    return { fill: axis.fill, keys, groupsOf, earlier }
  }
  const fill: Axis['fill'] = (start, taken, into) => {
    axis.fill(start, taken, into)
    for (let at = 0; at < into.length; at++) {
      const group = int(into, at)
      if (group !== NO_GROUP) into[at] = places.get(group) ?? rest
    }
  }
  return { fill, keys, earlier }
}
