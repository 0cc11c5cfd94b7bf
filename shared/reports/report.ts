import { int } from '../funnel/columns/cells.ts'
import type { ReportTable } from './answer.ts'
import type { ReportAsk } from './ask.ts'
import type { FactColumns } from './facts/columns.ts'
import { dayNumber } from './facts/days.ts'
import type { Known } from './sources/known.ts'
import type { MeasureOf, Moment, Momentary, Need, Source } from './sources/source.ts'
import { type Axis, axisOf, axisOfCuts, axisOfSpans, isStep } from './tally/axis.ts'
import { KeyOrder } from './tally/order.ts'
import { tableOf } from './tally/table.ts'
import { type Plan, Tally } from './tally/tally.ts'

/** What a report is made of. */
export interface ReportGround {
  readonly source: Source
  /** The facts of that source. */
  readonly columns: FactColumns
  readonly known: Known
  /** The moment at which it is looked at, ms. */
  readonly now: number
  /** Whether an owner's facts take part; null: all do. */
  readonly passes: ((owner: string) => boolean) | null
}

/** A report that is asked for once. */
export function reportOf(ground: ReportGround, ask: ReportAsk): ReportTable {
  return new OpenReport(ground, ask).read()
}

/** A report whose sums follow the facts: what changes is taken out as it was, and put in as it is (SPEC RP8). */
export class OpenReport {
  readonly #ask: ReportAsk
  readonly #measures: readonly MeasureOf[]
  readonly #tally: Tally
  readonly #orders: { readonly [where: string]: KeyOrder }
  readonly #close: () => void

  constructor(ground: ReportGround, ask: ReportAsk) {
    const { source, columns, known } = ground
    this.#ask = ask
    this.#measures = ask.measures.flatMap((name) => source.measures[name] ?? [])
    const plan = planOf(ground, ask, needsOf(this.#measures))
    this.#tally = new Tally(columns, plan)
    const [outer, inner] = ask.rows
    const column = typeof ask.columns === 'string' ? ask.columns : undefined
    const named = Object.entries({ outer, inner, column }).flatMap(([where, dimension]) => {
      const axis = plan[where as 'outer' | 'inner' | 'column']
      return dimension && axis ? [[where, new KeyOrder(axis, dimension, known)] as const] : []
    })
    this.#orders = Object.fromEntries(named)
    this.#close = columns.watch({
      leave: (start, end) => this.#tally.take(start, end, -1),
      enter: (start, end) => {
        this.#tally.forget(int(columns.owners, start))
        this.#tally.take(start, end, 1)
      },
    })
  }

  read(): ReportTable {
    const { measures, orders } = { measures: this.#measures, orders: this.#orders }
    return tableOf({ ask: this.#ask, tally: this.#tally, earlier: null, measures, orders })
  }

  close(): void {
    this.#close()
  }
}

/** What all measures need, each once. */
function needsOf(measures: readonly MeasureOf[]): readonly Need[] {
  const all = measures.flatMap(({ needs }) => needs)
  return [...new Map(all.map((need) => [JSON.stringify(need), need])).values()]
}

function planOf({ source, columns, known, now, passes }: ReportGround, ask: ReportAsk, needs: readonly Need[]): Plan {
  const until = dayNumber(ask.until)
  const moment: Moment = { day: until ?? dayNumber(known.dayOf(now)) ?? 0, at: now }
  const momentary = source.momentary?.(columns, known, moment) ?? {}
  const axis = (dimension: string) => axisBy(columns, dimension, known, momentary)
  const [outer, inner] = ask.rows.map(axis)
  const distinct = needs.flatMap((need) => (typeof need === 'object' && 'distinct' in need ? [need.distinct] : []))
  return {
    outer: outer ?? null,
    inner: inner ?? null,
    column: columnAxis(columns, ask.columns, axis),
    needs,
    from: source.isUnbounded ? null : dayNumber(ask.from),
    until: source.isUnbounded ? null : until,
    passes,
    momentary,
    distinct: Object.fromEntries(distinct.map((dimension) => [dimension, axis(dimension)])),
  }
}

function columnAxis(columns: FactColumns, asked: ReportAsk['columns'], axis: (dimension: string) => Axis): Axis | null {
  if (asked === null) return null
  return typeof asked === 'string' ? axis(asked) : axisOfCuts(columns, asked.cuts)
}

function axisBy(columns: FactColumns, dimension: string, known: Known, momentary: Momentary): Axis {
  return isStep(dimension) ? axisOfSpans(columns, dimension) : axisOf(columns, dimension, known, momentary)
}
