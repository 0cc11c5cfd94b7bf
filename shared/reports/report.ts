import { int } from '../funnel/columns/cells.ts'
import type { ReportChange, ReportTable } from './answer.ts'
import type { ReportAsk } from './ask.ts'
import type { FactColumns, FactsWatcher } from './facts/columns.ts'
import { firstDayOf, type Plan, type ReportGround } from './plan.ts'
import { plansIn } from './rest.ts'
import type { MeasureOf, Need } from './sources/source.ts'
import { KeyOrder } from './tally/axes/order.ts'
import type { KeyOrders } from './tally/table/names.ts'
import { LiveTable } from './tally/table/table.ts'
import { Tally } from './tally/tally.ts'

/** A report that is asked for once. */
export function reportOf(ground: ReportGround, ask: ReportAsk): ReportTable {
  const report = new OpenReport(ground, ask)
  report.close()
  return report.read()
}

/** A report whose sums follow the facts: what changes is taken out as it was, and put in as it is (SPEC RP8). */
export class OpenReport {
  readonly #table: LiveTable
  /** How many keys of the columns stand together. */
  readonly #rest: number
  readonly #close: () => void

  constructor(whole: ReportGround, ask: ReportAsk) {
    const ground = { ...whole, columns: whole.columns.on(firstDayOf(whole, ask)) }
    const { source, columns } = ground
    const measures = ask.measures.flatMap((name) => source.measures[name] ?? [])
    const plans = plansIn(ground, ask, needsOf(measures))
    this.#rest = plans.rest
    const tally = new Tally(columns, plans.own)
    // Of the period that it is set beside.
    const earlier = plans.earlier && new Tally(columns, plans.earlier, tally.cells.rows)
    this.#table = new LiveTable({ ask, tally, earlier, measures, orders: ordersOf(ask, plans.own, ground) })
    this.#close = columns.watch(following(columns, earlier ? [tally, earlier] : [tally]))
  }

  read(): ReportTable {
    return this.#withRest(this.#table.read())
  }

  /** What has changed since it was read, or asked so, last; the whole where other rows or columns stand (SPEC RP17). */
  changed(): ReportTable | ReportChange {
    const changed = this.#table.changed()
    return 'columns' in changed ? this.#withRest(changed) : changed
  }

  close(): void {
    this.#close()
  }

  #withRest(table: ReportTable): ReportTable {
    return this.#rest === 0 ? table : { ...table, rest: this.#rest }
  }
}

/** Takes facts that go out of tallies, and those that come in. */
function following(columns: FactColumns, tallies: readonly Tally[]): FactsWatcher {
  return {
    leave: (start, end) => {
      for (const tally of tallies) tally.take(start, end, -1)
    },
    enter: (start, end) => {
      for (const tally of tallies) {
        tally.forget(int(columns.owners, start))
        tally.take(start, end, 1)
      }
    },
  }
}

/** What all measures need, each once. */
function needsOf(measures: readonly MeasureOf[]): readonly Need[] {
  const all = measures.flatMap(({ needs }) => needs)
  return [...new Map(all.map((need) => [JSON.stringify(need), need])).values()]
}

function ordersOf(ask: ReportAsk, plan: Plan, { known }: ReportGround): KeyOrders {
  const [outer, inner] = ask.rows
  const column = typeof ask.columns === 'string' ? ask.columns : undefined
  const dimensions = { outer, inner, column }
  const named = (['outer', 'inner', 'column'] as const).flatMap((where) => {
    const [axis, dimension] = [plan[where], dimensions[where]]
    return dimension && axis ? [[where, new KeyOrder(axis, dimension, known)] as const] : []
  })
  return Object.fromEntries(named)
}
