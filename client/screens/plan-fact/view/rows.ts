import { cumulative, figuresOf, type Held, held } from '../../../../shared/plans/fact/figures.ts'
import { atPace } from '../../../../shared/plans/fact/pace.ts'
import type { RowKeys } from '../../../../shared/plans/rows.ts'
import type { Cells, PlanMeasure } from '../../../../shared/plans/sheet/sheet.ts'
import type { FactRow, PlanFactAnswer } from '../../../data/queries/plans/fact/query.ts'
import type { Mode } from './view.ts'

/** A fact beside what each plan says of it. */
export interface HeldCell {
  readonly fact: number
  readonly plans: readonly Held[]
}

/** A row of the table: of the plans, of what they do not plan, or of all together. */
export interface HeldRow {
  readonly of: 'row' | 'outside' | 'total'
  readonly keys: RowKeys | 'outside' | null
  readonly names: FactRow['names']
  /** By period, or cumulative. */
  readonly cells: readonly HeldCell[]
  readonly whole: HeldCell
  /** What is expected by the periods, at pace and by open orders; cumulative where the cells are. */
  readonly paces: readonly (number | null)[]
  readonly opens: readonly number[]
  /** At the plan's end. */
  readonly end: { readonly pace: number | null; readonly open: number }
}

const NO_NAMES = [null, null] as const

/** The table's rows of one measure; the total last. */
export function heldRows(answer: PlanFactAnswer, measure: PlanMeasure, mode: Mode): HeldRow[] {
  const make = rowMaker(answer, measure, mode)
  const { fact, ahead, plans, rows } = answer
  const own = rows.map((row, at) => {
    const planned = plans.filter(({ fits }) => fits).map(({ cells }) => cells)
    return make({ of: 'row', keys: { first: row.first, second: row.second }, names: row.names }, at, {
      ...{ fact: fact.cells, ahead: ahead.cells, planned },
    })
  })
  const outside = make({ of: 'outside', keys: 'outside', names: NO_NAMES }, 0, {
    ...{ fact: fact.outside, ahead: ahead.outside, planned: [] },
  })
  const total = make({ of: 'total', keys: null, names: NO_NAMES }, 0, {
    ...{ fact: fact.totals, ahead: ahead.totals, planned: plans.map(({ totals }) => totals) },
  })
  const isEmpty = outside.cells.every((cell) => cell.fact === 0) && outside.end.open === 0
  return [...own, ...(isEmpty ? [] : [outside]), total]
}

interface Sources {
  readonly fact: Cells
  readonly ahead: Cells
  readonly planned: readonly Cells[]
}

type Whose = Pick<HeldRow, 'of' | 'keys' | 'names'>

function rowMaker({ periods, pace }: PlanFactAnswer, measure: PlanMeasure, mode: Mode) {
  const count = periods.length
  const shown = mode === 'cumulative' ? cumulative : (figures: readonly number[]) => [...figures]
  return (whose: Whose, at: number, { fact, ahead, planned }: Sources): HeldRow => {
    const read = (cells: Cells) => figuresOf(cells[measure], at, count)
    const [facts, plans] = [read(fact), planned.map(read)]
    const paces = atPace(facts, pace)
    const opens = read(ahead).map((one, period) => one + (facts[period] ?? 0))
    const [shownFacts, shownPlans] = [shown(facts), plans.map(shown)]
    return {
      ...whose,
      cells: shownFacts.map((one, period) =>
        cellOf(
          one,
          shownPlans.map((plan) => plan[period] ?? 0),
        ),
      ),
      whole: cellOf(all(facts), plans.map(all)),
      paces: paces.includes(null) ? paces : shown(paces.map((one) => one ?? 0)),
      opens: shown(opens),
      end: { pace: paces.includes(null) ? null : all(paces.map((one) => one ?? 0)), open: all(opens) },
    }
  }
}

function cellOf(fact: number, plans: readonly number[]): HeldCell {
  return { fact, plans: plans.map((plan) => held(plan, fact)) }
}

function all(figures: readonly number[]): number {
  return cumulative(figures).at(-1) ?? 0
}
