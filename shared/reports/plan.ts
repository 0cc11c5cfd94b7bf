import type { ReportAsk } from './ask.ts'
import { earlierOf } from './earlier.ts'
import { type FactColumns, NO_DAY } from './facts/columns.ts'
import { dayNumber } from './facts/days.ts'
import type { Known } from './sources/known.ts'
import type { Momentary, Need, Source } from './sources/source.ts'
import type { Axis } from './tally/axes/axis.ts'
import { axisOf, axisOfCuts } from './tally/axes/axis-of.ts'

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

/** What is counted, and how it is told apart. */
export interface Plan {
  readonly outer: Axis | null
  readonly inner: Axis | null
  readonly column: Axis | null
  readonly needs: readonly Need[]
  /** The dimensions whose keys are counted, by name. */
  readonly distinct: { readonly [dimension: string]: Axis }
  /** Whether an owner's facts take part. */
  readonly passes: ReportGround['passes']
  /** The first day and the last, by number; null: all facts, those without a day too. */
  readonly period: readonly [first: number, last: number] | null
  readonly momentary: Momentary
}

/** No day lies behind it. */
const LAST_DAY = 2 ** 31 - 1

type Axes = Pick<Plan, 'outer' | 'inner' | 'column' | 'distinct'>
type Period = Pick<ReportAsk, 'from' | 'until'>

/** The plan of a report, and of what it is set beside. */
export function planIn(ground: ReportGround, ask: ReportAsk, needs: readonly Need[]) {
  const momentary = momentaryIn(ground, ask)
  const axes = axesOf(ground, ask, needs, momentary)
  const period = earlierOf(ask)
  return {
    own: { ...axes, ...lookOf(ground, ask, momentary), needs },
    earlier: period && { ...earlierPlan(ground, axes, period), needs },
  }
}

function earlierPlan(ground: ReportGround, axes: Axes, period: NonNullable<ReturnType<typeof earlierOf>>) {
  const momentary = momentaryIn(ground, period)
  const by = { shift: period.shift, momentary }
  const distinct = Object.entries(axes.distinct).map(([dimension, axis]) => [dimension, axis.earlier(by)])
  return {
    outer: axes.outer?.earlier(by) ?? null,
    inner: axes.inner?.earlier(by) ?? null,
    column: axes.column?.earlier(by) ?? null,
    distinct: Object.fromEntries(distinct),
    ...lookOf(ground, period, momentary),
  }
}

function momentaryIn(ground: ReportGround, asked: Pick<Period, 'until'>): Momentary {
  const { source, columns, known, now } = ground
  return source.momentary?.(columns, known, { day: dayOf(ground, asked), at: now }) ?? {}
}

/** The earliest day that a report, with what it is set beside, is made for. */
export function firstDayOf(ground: ReportGround, ask: ReportAsk): number {
  const earlier = earlierOf(ask)
  return Math.min(dayOf(ground, ask), ...(earlier ? [dayOf(ground, earlier)] : []))
}

/** The day for which it is asked: the last of its period, else today. */
function dayOf({ known, now }: ReportGround, { until }: Pick<Period, 'until'>): number {
  return dayNumber(until) ?? dayNumber(known.dayOf(now)) ?? 0
}

function axesOf({ columns, known }: ReportGround, ask: ReportAsk, needs: readonly Need[], momentary: Momentary): Axes {
  const axis = (dimension: string) => axisOf(columns, dimension, known, momentary)
  const [outer, inner] = ask.rows.map(axis)
  const counted = needs.flatMap((need) => (typeof need === 'object' && 'distinct' in need ? [need.distinct] : []))
  const distinct = Object.fromEntries(counted.map((dimension) => [dimension, axis(dimension)]))
  return { outer: outer ?? null, inner: inner ?? null, column: columnAxis(columns, ask.columns, axis), distinct }
}

function columnAxis(columns: FactColumns, asked: ReportAsk['columns'], axis: (dimension: string) => Axis): Axis | null {
  if (asked === null) return null
  return typeof asked === 'string' ? axis(asked) : axisOfCuts(columns, asked.cuts)
}

function lookOf({ source, passes }: ReportGround, asked: Period, momentary: Momentary) {
  const [from, until] = source.isUnbounded ? [null, null] : [dayNumber(asked.from), dayNumber(asked.until)]
  const period = from === null && until === null ? null : ([from ?? NO_DAY + 1, until ?? LAST_DAY] as const)
  return { passes, period, momentary }
}
