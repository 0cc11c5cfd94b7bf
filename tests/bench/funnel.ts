import { deepStrictEqual } from 'node:assert'
import {
  FunnelColumns,
  type FunnelOptions,
  type FunnelOrder,
  funnelReport,
  openFunnel,
} from '../../shared/funnel/index.ts'
import { BENCH_KINDS, BENCH_NOW, benchOrders, seeded } from './funnel-orders.ts'
import { type Asked, PLACES, type Row, SqlFunnel, STAYS } from './funnel-sql.ts'
import { type BenchFigure, type BenchResult, median, milliseconds, quantile } from './result.ts'

export const name = 'Sales funnel'

const ORDERS = 100_000
const ROUNDS = 9
const PASSES_PER_ROUND = 9
const MOVES = 5000

/** Every order, as of now: nothing is left out that would make it easier. */
const PERIOD = { from: 0, to: BENCH_NOW + 1, basis: 'order' } as const
const OPTIONS: FunnelOptions = { kinds: BENCH_KINDS, period: PERIOD, moment: BENCH_NOW, mode: 'reached', by: 'order' }
const ASKED = { from: PERIOD.from, to: PERIOD.to, moment: BENCH_NOW }

/** A year's orders as of an earlier moment, between the moves of many: to compare results, not speed. */
const YEAR = 365 * 24 * 3_600_000
const EARLIER = { from: BENCH_NOW - 3 * YEAR, to: BENCH_NOW - 2 * YEAR, moment: BENCH_NOW - 2 * YEAR }

/** The report over columns beside SQLite's, and one move while a report is open. */
export async function run(): Promise<BenchResult> {
  const orders = [...benchOrders(ORDERS)]
  const columns = new FunnelColumns()
  const filling = timed(() => {
    for (const order of orders) columns.put(order)
  })
  const sql = new SqlFunnel(BENCH_KINDS, orders)
  for (const asked of [ASKED, EARLIER]) deepStrictEqual(reportOf(columns, asked), sql.report(asked))
  const side = sideBySide(columns, sql)
  const plan = sql.plan(ASKED)
  sql.close()
  const figures = [
    ...compared(side),
    ...(['order', 'manager', 'customer'] as const).flatMap((by) => live(columns, orders, by)),
    { what: 'columns filled, order by order', value: milliseconds(filling) },
    { what: 'columns in memory', value: `${(columns.bytes / 1e6).toFixed(1)} MB` },
  ]
  return { about: aboutOf(orders), figures, details: details(plan) }
}

/** Both in turns, so that both have the same weather. */
function sideBySide(columns: FunnelColumns, sql: SqlFunnel): { ours: number[]; theirs: number[] } {
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < PASSES_PER_ROUND; i++) ours.push(timed(() => funnelReport(columns, OPTIONS, BENCH_NOW)))
    theirs.push(timed(() => sql.query(ASKED)))
  }
  return { ours, theirs }
}

function compared({ ours, theirs }: { ours: number[]; theirs: number[] }): BenchFigure[] {
  const ratio = median(theirs) / median(ours)
  return [
    { what: 'report over the columns, median', value: milliseconds(median(ours)) },
    { what: 'the same in SQLite, in memory, median', value: milliseconds(median(theirs)) },
    { what: 'times faster', value: `${ratio.toFixed(0)} ×`, target: 'at least 50 ×', held: ratio >= 50 },
  ]
}

/** The columns' report in the words of SQLite's. */
function reportOf(columns: FunnelColumns, { from, to, moment }: Asked): Row[][] {
  const options: FunnelOptions = { ...OPTIONS, period: { from, to, basis: 'order' }, moment }
  return funnelReport(columns, options, moment).blocks.map(({ rows }) =>
    rows.map(({ state, reached, sum, losses, lossesSum, staying, stayingSum, were, hours, reasons }) => ({
      ...{ state, reached, sum, losses, lossesSum, staying, stayingSum, were, hours },
      reasons: Object.fromEntries(reasons.map(({ reason, count }) => [reason ?? '', count])),
    })),
  )
}

/** An order gets one move more: into the columns, through the open report, to the blocks that changed. */
function live(columns: FunnelColumns, orders: readonly FunnelOrder[], by: FunnelOptions['by']): BenchFigure[] {
  const options: FunnelOptions = { ...OPTIONS, moment: 'now', by }
  const open = openFunnel(columns, options, BENCH_NOW)
  const random = seeded(7)
  const times = Array.from({ length: MOVES }, (_, i) => {
    const order = withMove(orders[Math.floor(random() * orders.length)] as FunnelOrder, BENCH_NOW + i)
    return timed(() => {
      columns.put(order)
      open.changed(BENCH_NOW + i)
    })
  })
  deepStrictEqual(open.read(BENCH_NOW + MOVES), funnelReport(columns, options, BENCH_NOW + MOVES))
  open.close()
  const [p50, p99] = [median(times), quantile(times, 0.99)]
  const target = { target: 'under 2 ms', held: p99 < 2 }
  return [
    { what: `one move in an open report by ${by}, median`, value: milliseconds(p50) },
    { what: `one move in an open report by ${by}, p99`, value: milliseconds(p99), ...target },
  ]
}

function withMove(order: FunnelOrder, at: number): FunnelOrder {
  const kind = BENCH_KINDS.find(({ id }) => id === order.moves.at(-1)?.kind)
  const state = kind?.states[2] ?? ''
  return { ...order, moves: [...order.moves, { id: `live-${at}`, kind: kind?.id ?? order.kind, state, at }] }
}

function timed(act: () => void): number {
  const began = performance.now()
  act()
  return performance.now() - began
}

function aboutOf(orders: readonly FunnelOrder[]): string {
  const moves = orders.reduce((sum, order) => sum + order.moves.length, 0)
  return `${orders.length} orders with ${moves} moves in ${BENCH_KINDS.length} kinds: forward, skipping, back, cancelled, reopened, of
another kind, undone. The report of all of them as of now, with hours, sums and losses by reason; both results are compared
figure by figure.`
}

function details(plan: string): string {
  return [
    'What SQLite was asked, and its plan:',
    '```sql',
    PLACES.trim(),
    '',
    STAYS.trim(),
    '```',
    '```',
    plan,
    '```',
  ].join('\n')
}
