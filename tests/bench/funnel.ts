import { deepStrictEqual } from 'node:assert'
import { serialize } from 'node:v8'
import * as Y from 'yjs'
import { type FunnelReceived, putTogether } from '../../client/data/page/funnel-report.ts'
import type { FunnelAnswer, FunnelQuery } from '../../client/data/queries/query.ts'
import { quarterOf } from '../../shared/documents/quarter.ts'
import { type FunnelOptions, funnelReport, keyOf } from '../../shared/funnel/index.ts'
import { funnelOrder } from '../../shared/orders/funnel/funnel-order.ts'
import { standingOf } from '../../shared/orders/moves/moves.ts'
import { BenchDevice } from './funnel/device.ts'
import { BENCH_KINDS, MOVES, seeded } from './funnel/histories.ts'
import { CUSTOMERS, QuarterWriter, writeNames, writeSetup } from './funnel/quarter.ts'
import { type Asked, PLACES, type Row, SqlFunnel, STAYS } from './funnel/sql.ts'
import { REPLICAS, WRITES } from './open/history.ts'
import { type BenchFigure, type BenchResult, median, milliseconds, quantile } from './result.ts'
import { kept, type Part } from './support/kept.ts'
import { LocalCompany } from './support/local-company.ts'

export const name = 'Sales funnel'

const COMPANY = 'bench'
const QUARTERS = 20
const PER_QUARTER = 5000
const ROUNDS = 9
const PASSES_PER_ROUND = 9
/** Moves for warming up, as a worker that has worked is; then those that are measured. */
const WARMING_MOVES = 300
const LIVE_MOVES = 2000

/** The quarters begin with that of this year's start; all moves are made before the moment. */
const FIRST_YEAR = 2021
const DAY = 24 * 3_600_000
const SPAN = 85 * DAY
const NOW = Date.UTC(FIRST_YEAR + QUARTERS / 4 + 1, 0)

/** Every order, as of a moment after all moves: nothing is left out that would make it easier. */
const ASKED: Asked = { from: 0, to: NOW, moment: NOW }
/** A year's orders as of an earlier moment, between the moves of many: to compare results, not speed. */
const EARLIER: Asked = { from: NOW - 730 * DAY, to: NOW - 450 * DAY, moment: NOW - 500 * DAY }

const QUERY: FunnelQuery = {
  ...{ what: 'funnel', kinds: null, sort: null, period: { from: 0, to: NOW, basis: 'order' }, moment: 'now' },
  ...{ mode: 'reached', by: 'order', filter: [], search: '', spread: false, worked: false },
}

/** The report over columns beside SQLite's, and one move while a report is open, from the command to the answer. */
export async function run(): Promise<BenchResult> {
  const device = new BenchDevice(COMPANY)
  const read = await readQuarters(device)
  const about = aboutOf(device)
  const sql = new SqlFunnel(optionsOf(device, ASKED).kinds, funnelOrders(device))
  for (const asked of [ASKED, EARLIER]) deepStrictEqual(reportOf(device, asked), sql.report(asked))
  const side = sideBySide(device, sql)
  const plan = sql.plan(ASKED)
  sql.close()
  const { columns } = device.funnels
  const figures = [
    ...compared(side),
    ...(['order', 'manager', 'customer'] as const).flatMap((by) => live(device, by)),
    { what: 'orders read from their documents into the columns', value: `${(read / 1000).toFixed(1)} s` },
    { what: 'columns in memory', value: `${(columns.bytes / 1e6).toFixed(1)} MB` },
  ]
  return { about, figures, details: details(plan) }
}

/** Reads quarter after quarter on the device, which keeps the last one open; gives the time of reading, ms. */
async function readQuarters(device: BenchDevice): Promise<number> {
  let time = 0
  for (const [rest, state] of kept('funnel', makeQuarters)) {
    const ms = timed(() => device.open(rest, state))
    if (!rest.startsWith('orders/')) continue
    time += ms
    if (rest !== quarterName(QUARTERS - 1)) await device.letGo(rest)
  }
  return time
}

/** The company's documents, made by commands; quarter after quarter, so that one at a time stands in memory. */
function* makeQuarters(): Iterable<Part> {
  const random = seeded(2016)
  yield* makeCommon()
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const company = new LocalCompany(COMPANY)
    writeSetup(company.replica(REPLICAS[0]))
    const start = Date.UTC(FIRST_YEAR, quarter * 3)
    const writer = new QuarterWriter(company, random)
    for (let i = 0; i < PER_QUARTER; i++) {
      writer.make(start + Math.floor((SPAN * i) / PER_QUARTER), quarter * PER_QUARTER + i)
    }
    yield [quarterName(quarter), stateOf(company, quarterName(quarter))]
  }
}

function* makeCommon(): Iterable<Part> {
  const company = new LocalCompany(COMPANY)
  writeSetup(company.replica(REPLICAS[0]))
  writeNames(company.replica(REPLICAS[0]))
  for (const rest of ['setup', 'customers/common']) yield [rest, stateOf(company, rest)]
}

function quarterName(quarter: number): string {
  return `orders/common/${quarterOf(Date.UTC(FIRST_YEAR, quarter * 3))}`
}

function stateOf(company: LocalCompany, rest: string): Uint8Array {
  return Y.encodeStateAsUpdate(company.document(`${COMPANY}/${rest}`).doc)
}

function* funnelOrders(device: BenchDevice) {
  const exchange = device.directory.exchange()
  for (const order of device.orders()) yield funnelOrder(order, exchange)
}

/** Both in turns, so that both have the same weather. */
function sideBySide(device: BenchDevice, sql: SqlFunnel): { ours: number[]; theirs: number[] } {
  const ours: number[] = []
  const theirs: number[] = []
  const options = optionsOf(device, ASKED)
  const { columns } = device.funnels
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < PASSES_PER_ROUND; i++) ours.push(timed(() => funnelReport(columns, options, NOW)))
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

function optionsOf({ funnels }: BenchDevice, { from, to, moment }: Asked): FunnelOptions {
  return funnels.options({ ...QUERY, period: { from, to, basis: 'order' }, moment })
}

/** The columns' report in the words of SQLite's. */
function reportOf(device: BenchDevice, asked: Asked): Row[][] {
  return funnelReport(device.funnels.columns, optionsOf(device, asked), NOW).blocks.map(({ rows }) =>
    rows.map(({ state, reached, sum, losses, lossesSum, staying, stayingSum, were, hours, reasons }) => ({
      ...{ state, reached, sum, losses, lossesSum, staying, stayingSum, were, hours },
      reasons: Object.fromEntries(reasons.map(({ reason, count }) => [reason ?? '', count])),
    })),
  )
}

/** One move more, with the report open: command, document, feed, directory, columns, report, its answer copied for the page and put together there. */
function live(device: BenchDevice, by: FunnelQuery['by']): BenchFigure[] {
  const query = { ...QUERY, by }
  const open = device.funnels.open(query)
  const whole = open.answer()
  const atFirst = { blocks: whole.blocks.length, size: sizeOf(whole) }
  let report: FunnelReceived = putTogether(undefined, whole)
  const sizes: number[] = []
  const random = seeded(7)
  const ids = lastQuarter(device)
  const times = Array.from({ length: WARMING_MOVES + LIVE_MOVES }, () => {
    const id = ids[Math.floor(random() * ids.length)] ?? ''
    const move = moveOf(device, id, random)
    const before = performance.now()
    device.run('moveOrder', move)
    const answer = structuredClone(open.answer())
    report = putTogether(report, answer)
    const time = performance.now() - before
    sizes.push(sizeOf(answer))
    return time
  })
  const anew = device.funnels.open(query)
  deepStrictEqual(withoutHours(report), withoutHours(putTogether(undefined, anew.answer())))
  for (const one of [open, anew]) one.close()
  const warm = times.slice(WARMING_MOVES)
  const [p50, p99] = [median(warm), quantile(warm, 0.99)]
  return [
    { what: `one move in an open report by ${by}, median`, value: milliseconds(p50) },
    { what: `one move in an open report by ${by}, p99`, value: milliseconds(p99), target: 'under 2 ms', held: p99 < 2 },
    ...(by === 'customer' ? posted(atFirst, sizes) : []),
  ]
}

function posted(atFirst: { readonly blocks: number; readonly size: number }, sizes: readonly number[]): BenchFigure[] {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`
  return [
    {
      what: `report by customer, ${atFirst.blocks} blocks: posted whole, at first`,
      value: kilobytes(atFirst.size),
    },
    { what: 'the same: posted after a move, median', value: kilobytes(median(sizes)) },
  ]
}

function sizeOf(answer: FunnelAnswer): number {
  return serialize(answer).byteLength
}

function lastQuarter(device: BenchDevice): string[] {
  const from = Date.UTC(FIRST_YEAR, (QUARTERS - 1) * 3)
  return Array.from(device.orders()).flatMap(({ id, date }) => ((date ?? 0) >= from ? [id] : []))
}

/** A move to another state of the order's kind. */
function moveOf(device: BenchDevice, id: string, random: () => number) {
  const order = device.directory.order(id)
  const { kind, state } = standingOf(order ?? { moves: [] })
  const others = BENCH_KINDS.find((one) => one.id === kind)?.states.filter((one) => one !== state) ?? []
  return { id, state: others[Math.floor(random() * others.length)] ?? '', comment: 'on the way again' }
}

/** Hours grow while it is measured; groups stand in no order. */
function withoutHours({ blocks }: FunnelReceived) {
  const bare = blocks.map((block) => ({ ...block, rows: block.rows.map(({ hours: _, ...row }) => row) }))
  return new Map(bare.map((block) => [keyOf(block), block]))
}

function timed(act: () => void): number {
  const began = performance.now()
  act()
  return performance.now() - began
}

function aboutOf(device: BenchDevice): string {
  const { count } = device.funnels.columns
  const moves = Array.from(device.orders()).reduce((sum, order) => sum + order.moves.length, 0)
  return `${count} orders with ${moves} moves in ${BENCH_KINDS.length} kinds, of ${CUSTOMERS} customers, in ${QUARTERS} quarters. Each was made by commands: created in a
state, then ${WRITES} writes and ${MOVES} moves by ${REPLICAS.length} replicas: forward, skipping, back, cancelled, reopened, of another kind, undone; and read from
its document as the data worker reads it. The report of all of them as of now, with hours, sums and losses by reason; both results
are compared figure by figure. One move: from the command through document, change feed, directory and columns to the report's
answer, copied as for the page and put together there, after
${WARMING_MOVES} moves for warming up.`
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
