import { int } from '../funnel/columns/cells.ts'
import type { Measure, ReportAsk } from './ask.ts'
import { planIn, type ReportGround } from './plan.ts'
import type { Axis } from './tally/axis.ts'

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
  const { columns, source, passes } = ground
  const measure = source.measures[figure.measure]
  const plan = planIn(ground, ask, measure?.needs ?? [])[figure.isEarlier ? 'earlier' : 'own']
  if (!plan || !measure) return []
  const weighs = measure.behind === undefined ? null : plan.sumAt(measure.behind)
  const axes = [plan.outer, plan.inner].slice(0, figure.keys.length)
  const owners = new Set<number>()
  for (let row = 0; row < columns.size; row++) {
    const owner = int(columns.owners, row)
    if (owner < 0 || owners.has(owner) || !plan.isIn(row)) continue
    const isOfRow = axes.every((axis, at) => axis && axis.keys[axis.groupAt(row)] === figure.keys[at])
    if (isOfRow && isOfColumn(plan.column, row, figure) && weighs?.(row) !== 0) owners.add(owner)
  }
  const ids = Array.from(owners, (owner) => columns.texts.textOf(owner) ?? '')
  return passes ? ids.filter(passes) : ids
}

function isOfColumn(axis: Axis | null, row: number, { column }: ReportFigure): boolean {
  if (!axis) return true
  const group = axis.groupAt(row)
  return group >= 0 && (column === undefined || axis.keys[group] === column)
}
