import { int } from '../funnel/columns/cells.ts'
import type { ReportTable } from './answer.ts'
import type { ReportAsk } from './ask.ts'
import { type Plan, planIn, type ReportGround } from './plan.ts'
import type { MeasureOf, Need } from './sources/source.ts'
import { KeyOrder } from './tally/order.ts'
import { tableOf } from './tally/table.ts'
import { Tally } from './tally/tally.ts'

/** A report that is asked for once. */
export function reportOf(ground: ReportGround, ask: ReportAsk): ReportTable {
  return new OpenReport(ground, ask).read()
}

/** A report whose sums follow the facts: what changes is taken out as it was, and put in as it is (SPEC RP8). */
export class OpenReport {
  readonly #ask: ReportAsk
  readonly #measures: readonly MeasureOf[]
  readonly #tally: Tally
  /** Of the period that it is set beside. */
  readonly #earlier: Tally | null
  readonly #orders: { readonly [where: string]: KeyOrder }
  readonly #close: () => void

  constructor(ground: ReportGround, ask: ReportAsk) {
    const { source, columns } = ground
    this.#ask = ask
    this.#measures = ask.measures.flatMap((name) => source.measures[name] ?? [])
    const { own, earlier } = planIn(ground, ask, needsOf(this.#measures))
    this.#tally = new Tally(columns, own)
    this.#earlier = earlier && new Tally(columns, earlier, this.#tally.rows)
    this.#orders = ordersOf(ask, own, ground)
    this.#close = columns.watch({
      leave: (start, end) => {
        for (const tally of this.#tallies()) tally.take(start, end, -1)
      },
      enter: (start, end) => {
        for (const tally of this.#tallies()) {
          tally.forget(int(columns.owners, start))
          tally.take(start, end, 1)
        }
      },
    })
  }

  read(): ReportTable {
    const { measures, orders } = { measures: this.#measures, orders: this.#orders }
    return tableOf({ ask: this.#ask, tally: this.#tally, earlier: this.#earlier, measures, orders })
  }

  close(): void {
    this.#close()
  }

  #tallies(): readonly Tally[] {
    return this.#earlier ? [this.#tally, this.#earlier] : [this.#tally]
  }
}

/** What all measures need, each once. */
function needsOf(measures: readonly MeasureOf[]): readonly Need[] {
  const all = measures.flatMap(({ needs }) => needs)
  return [...new Map(all.map((need) => [JSON.stringify(need), need])).values()]
}

function ordersOf(ask: ReportAsk, plan: Plan, { known }: ReportGround): { readonly [where: string]: KeyOrder } {
  const [outer, inner] = ask.rows
  const column = typeof ask.columns === 'string' ? ask.columns : undefined
  const dimensions = { outer, inner, column }
  const named = (['outer', 'inner', 'column'] as const).flatMap((where) => {
    const [axis, dimension] = [plan[where], dimensions[where]]
    return dimension && axis ? [[where, new KeyOrder(axis, dimension, known)] as const] : []
  })
  return Object.fromEntries(named)
}
