import fc from 'fast-check'
import { expect, test } from 'vitest'
import { workedBetween, workingTimeOf } from '../company/workdays/workdays.ts'
import { workedClock } from '../company/workdays/worked-clock.ts'
import {
  bundleOf,
  type FunnelBlock,
  FunnelColumns,
  type FunnelFigure,
  type FunnelKind,
  type FunnelOptions,
  type FunnelOrder,
  type FunnelReport,
  funnelReport,
  funnelSpread,
  funnelWorked,
  keyOf,
  openFunnel,
  ordersBehind,
  stands,
} from './index.ts'
import { anOrder, END, START, someOptions, someOrders } from './testing/arbitrary.ts'
import { NaiveFunnel } from './testing/naive.ts'

const RUNS = { seed: 20160901, numRuns: 1500 }

function columnsOf(orders: readonly FunnelOrder[]): FunnelColumns {
  const columns = new FunnelColumns()
  for (const order of orders) columns.put(order)
  return columns
}

test('F1–F29, F32: the report is what the rules give, order by order', () => {
  fc.assert(
    fc.property(someOrders, someOptions, (orders, options) => {
      const report = funnelReport(columnsOf(orders), options, END)
      expect(report.blocks).toEqual(new NaiveFunnel(orders, options, END).report())
    }),
    RUNS,
  )
})

test('F33: orders that are put in bundles count as if they were put one by one, whatever stood there', () => {
  const bundled = (orders: readonly FunnelOrder[], gone: (index: number) => boolean) =>
    bundleOf(orders.map((order, index) => (gone(index) ? null : { ...order, currency: null })))
  fc.assert(
    fc.property(someOrders, someOptions, fc.infiniteStream(fc.boolean()), (orders, options, choices) => {
      const gone = orders.map(() => choices.next().value)
      const columns = columnsOf(orders.filter(() => choices.next().value))
      const open = openFunnel(columns, options, END)
      columns.putAll(
        orders.map(({ id }) => id),
        bundled(orders, (index) => gone[index] === true),
        (total) => total,
      )
      const anew = columnsOf(orders.filter((_, index) => gone[index] === false))
      expect(funnelReport(columns, options, END)).toEqual(funnelReport(anew, options, END))
      expect(open.read(END)).toEqual(funnelReport(anew, options, END))
      open.close()
    }),
    { ...RUNS, numRuns: 700 },
  )
})

test('F20: median and 90th percentile are what the rules give', () => {
  fc.assert(
    fc.property(someOrders, someOptions, (orders, options) => {
      const naive = new NaiveFunnel(orders, options, END)
      for (const { kind, group, rows } of funnelSpread(columnsOf(orders), options, END)) {
        const asked = options.kinds.find(({ id }) => id === kind)
        expect(asked && rows).toEqual(asked && naive.spread(asked, group))
      }
    }),
    { ...RUNS, numRuns: 500 },
  )
})

test('F20: of single blocks they are what they are in the whole', () => {
  fc.assert(
    fc.property(someOrders, someOptions, fc.infiniteStream(fc.boolean()), (orders, options, choices) => {
      const columns = columnsOf(orders)
      const whole = new Map(funnelSpread(columns, options, END).map((spread) => [keyOf(spread), spread]))
      const { blocks } = funnelReport(columns, options, END)
      const some = blocks.filter(() => choices.next().value)
      const found = new Map(funnelSpread(columns, options, END, some).map((spread) => [keyOf(spread), spread]))
      for (const block of some) expect(found.get(keyOf(block))).toEqual(whole.get(keyOf(block)))
    }),
    { ...RUNS, numRuns: 300 },
  )
})

/** Nights, a short day and half hours lie within the histories. */
const working = workingTimeOf({
  zone: 'Europe/Moscow',
  week: ['4 03:10 07:40', '5 00:00 09:00'],
  specialDays: [{ id: '20160902', madeAt: 0, date: '2016-09-02', kind: 'shortDay', name: null }],
})
const byWork = { now: END, clock: (from: number, to: number) => workedClock(working, from, to) }

test('F34: working hours are what the rules give, beside median and percentile as they are', () => {
  fc.assert(
    fc.property(someOrders, someOptions, fc.boolean(), (orders, options, isBeside) => {
      const naive = new NaiveFunnel(orders, options, END)
      const columns = columnsOf(orders)
      const before = funnelReport(columns, options, END)
      const spread = isBeside ? funnelSpread(columns, options, END) : []
      const known = new Map(spread.map((one) => [keyOf(one), one.rows]))
      for (const found of funnelWorked(columns, options, byWork, { spread })) {
        const asked = options.kinds.find(({ id }) => id === found.kind) as FunnelKind
        const worked = naive.worked(asked, found.group, (from, to) => workedBetween(working, from, to))
        expect(found.rows.map(({ state, worked: hours }) => ({ state, worked: hours }))).toEqual(worked)
        const plain = found.rows.map(({ worked: _, ...row }) => row)
        if (isBeside) expect(plain).toEqual(known.get(keyOf(found)))
      }
      expect(funnelReport(columns, options, END)).toEqual(before)
    }),
    { ...RUNS, numRuns: 300 },
  )
})

test('F34: of single blocks they are what they are in the whole', () => {
  fc.assert(
    fc.property(someOrders, someOptions, fc.infiniteStream(fc.boolean()), (orders, options, choices) => {
      const columns = columnsOf(orders)
      const whole = new Map(funnelWorked(columns, options, byWork, {}).map((one) => [keyOf(one), one]))
      const of = funnelReport(columns, options, END).blocks.filter(() => choices.next().value)
      const found = new Map(funnelWorked(columns, options, byWork, { of }).map((one) => [keyOf(one), one]))
      for (const block of of) expect(found.get(keyOf(block))).toEqual(whole.get(keyOf(block)))
    }),
    { ...RUNS, numRuns: 200 },
  )
})

test('F17: a row is the next one, the losses and those standing in it, in orders and in money', () => {
  const reached = someOptions.map(
    (options): FunnelOptions => ({ ...options, mode: 'reached', period: { ...options.period, basis: 'order' } }),
  )
  fc.assert(
    fc.property(someOrders, reached, (orders, options) => {
      for (const { rows, orphans, orders: all } of funnelReport(columnsOf(orders), options, END).blocks) {
        for (const [i, row] of rows.entries()) {
          const next = rows[i + 1] ?? { reached: 0, sum: 0 }
          expect(row.reached).toBe(next.reached + row.losses + row.staying)
          expect(row.sum).toBe(next.sum + row.lossesSum + row.stayingSum)
        }
        expect(all).toBe((rows[0]?.reached ?? 0) + orphans.reduce((sum, orphan) => sum + orphan.orders, 0))
      }
    }),
    RUNS,
  )
})

test('F30: behind every figure stand exactly its orders', () => {
  fc.assert(
    fc.property(someOrders, someOptions, (orders, options) => {
      const columns = columnsOf(orders)
      const naive = new NaiveFunnel(orders, options, END)
      for (const block of funnelReport(columns, options, END).blocks) {
        for (const { figure, count, sum } of figuresOf(block)) {
          const ids = ordersBehind(columns, options, figure, END)
          expect(ids.length, JSON.stringify(figure)).toBe(count)
          expect([...ids].sort()).toEqual(naive.behind(figure).sort())
          if (sum !== undefined) expect(totalOf(orders, ids)).toBe(sum)
        }
      }
    }),
    { ...RUNS, numRuns: 400 },
  )
})

/** Every figure of a block, with its number of orders and, where it has one, its sum. */
function figuresOf(block: FunnelBlock): { figure: FunnelFigure; count: number; sum?: number }[] {
  const of = { kind: block.kind, ...('group' in block ? { group: block.group } : {}) }
  return [
    { figure: { ...of, of: 'block' }, count: block.orders },
    ...block.rows.flatMap(({ state, ...row }) => [
      { figure: { ...of, of: 'reached', state } as const, count: row.reached, sum: row.sum },
      { figure: { ...of, of: 'losses', state } as const, count: row.losses, sum: row.lossesSum },
      { figure: { ...of, of: 'staying', state } as const, count: row.staying, sum: row.stayingSum },
      { figure: { ...of, of: 'hours', state } as const, count: row.were },
      { figure: { ...of, of: 'reentered', state } as const, count: row.reentered },
      ...row.reasons.map(({ reason, count, sum }) => ({
        figure: { ...of, of: 'reason', state, reason } as const,
        count,
        sum,
      })),
    ]),
    ...block.reasons.map(({ reason, count, sum }) => ({
      figure: { ...of, of: 'reason', reason } as const,
      count,
      sum,
    })),
    ...block.orphans.map(({ state, orders, sum }) => ({
      figure: { ...of, of: 'orphan', state } as const,
      count: orders,
      sum,
    })),
  ]
}

function totalOf(orders: readonly FunnelOrder[], ids: readonly string[]): number {
  return orders.filter(({ id }) => ids.includes(id)).reduce((sum, { total }) => sum + total, 0)
}

/** What may happen to a report that is open: an order is put or removed, and the clock goes on, or is set back. */
const anEvent = fc.oneof(
  { weight: 5, arbitrary: anOrder.map((order) => ({ order })) },
  { weight: 1, arbitrary: anOrder.map(({ id }) => ({ gone: id })) },
  { weight: 2, arbitrary: fc.integer({ min: -20, max: 40 }).map((hours) => ({ hours })) },
)

test('F31: an open report is at each moment the report made anew, and says which blocks changed', () => {
  fc.assert(
    fc.property(someOrders, someOptions, fc.array(anEvent, { maxLength: 14 }), (orders, options, events) => {
      const present = new Map(orders.map((order) => [order.id, order]))
      const columns = columnsOf(orders)
      let now = START
      const open = openFunnel(columns, options, now)
      const seen = new Seen(open.read(now), options.kinds)
      for (const event of events) {
        if ('hours' in event) now += event.hours * 3_600_000
        else if ('order' in event) present.set(event.order.id, event.order) && columns.put(event.order)
        else present.delete(event.gone) && columns.remove(event.gone)
        const anew = funnelReport(columnsOf([...present.values()]), options, now)
        seen.take(open.changed(now))
        expect(seen.withoutHours()).toEqual(new Seen(anew, options.kinds).withoutHours())
        expect(open.read(now)).toEqual(anew)
        seen.replace(anew)
      }
      open.close()
    }),
    { ...RUNS, numRuns: 600 },
  )
})

/** What somebody has on the screen who took the whole report once and then only its changes. */
class Seen {
  #blocks = new Map<string, FunnelBlock>()
  readonly #kinds: readonly FunnelKind[]

  constructor(report: FunnelReport, kinds: readonly FunnelKind[]) {
    this.#kinds = kinds
    this.replace(report)
  }

  replace({ blocks }: FunnelReport): void {
    this.#blocks = new Map(blocks.map((block) => [keyOf(block), block]))
  }

  take(changed: readonly FunnelBlock[]): void {
    for (const block of changed) {
      if (stands(block, this.#kinds)) this.#blocks.set(keyOf(block), block)
      else this.#blocks.delete(keyOf(block))
    }
  }

  /** By key; hours grow with the clock, changed or not. */
  withoutHours(): Map<string, unknown> {
    const bare = ({ hours: _, ...row }: FunnelBlock['rows'][number]) => row
    return new Map([...this.#blocks].map(([key, block]) => [key, { ...block, rows: block.rows.map(bare) }]))
  }
}
