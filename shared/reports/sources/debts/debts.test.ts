import fc from 'fast-check'
import { expect, test } from 'vitest'
import { owingOf } from '../../../movements/movements.ts'
import { completing, lineOf, moveOf, movingOf, paymentOf, shipmentOf } from '../../../movements/testing/order.ts'
import type { Moving } from '../../../movements/types.ts'
import type { Order } from '../../../orders/collections.ts'
import { addDays, dayAt, daysBetween } from '../../../time/days.ts'
import type { ReportAsk } from '../../ask.ts'
import { FactColumns } from '../../facts/columns.ts'
import { dayNumber } from '../../facts/days.ts'
import { OpenReport, reportOf } from '../../report.ts'
import { KNOWN } from '../../testing/arbitrary.ts'
import type { Source } from '../source.ts'
import { DEBTS } from './debts.ts'
import { lastDaysBy } from './last-days.ts'

const FIRST = '2026-01-01'
const MOSCOW = { ...KNOWN, dayOf: (instant: number) => dayAt(instant, 'Europe/Moscow') }

/** What is left of an order's debt at the end of a day, part by part, as reports sum it up. */
function facts(order: Moving, until: string, lastDays: readonly number[] = []) {
  const columns = new FactColumns(DEBTS)
  // Others lie before and behind it.
  const other = DEBTS.factsOf(asOrder(movingOf({ shipments: [shipmentOf({ id: 'x', sum: 7, date: FIRST })] })), KNOWN)
  columns.put('before', other)
  columns.put('order', DEBTS.factsOf(asOrder(order), MOSCOW))
  columns.put('behind', other)
  const known = { ...MOSCOW, lastDays: (id: string) => (id === 'order' ? lastDays : []) }
  const momentary = DEBTS.momentary?.(columns, known, { day: dayNumber(until) ?? 0, at: 0 })
  const taken = columns.owners.slice(0, columns.size).fill(-1)
  momentary?.counts?.(0, taken)
  const ages = momentary?.keys?.age?.(0, columns.size)
  const [theyOwe, weOwe, overdue] = (['theyOwe', 'weOwe', 'overdue'] as const).map((name) => {
    const sums = momentary?.sums?.[name]?.(0, columns.size)
    return (row: number) => sums?.[row] ?? 0
  })
  const number = columns.texts.numberOf('order')
  const rows = [...taken.keys()].filter((row) => columns.owners[row] === number && taken[row] !== 0)
  return rows.map((row) => ({
    day: columns.days[row] ?? 0,
    age: columns.texts.textOf(ages?.[row] ?? -1),
    ...{ theyOwe: theyOwe?.(row) ?? 0, weOwe: weOwe?.(row) ?? 0, overdue: overdue?.(row) ?? 0 },
  }))
}

/** Of what else an order says, nothing. */
function asOrder(order: Moving): Order {
  const empty = { customer: null, responsible: null, department: null, organisation: null, project: null, source: null }
  return { ...order, ...empty, currency: null, date: 0, madeAt: 0 } as unknown as Order
}

const onDay = (days: number) => addDays(FIRST, days)

const aFact = fc.record({
  kind: fc.constantFrom('shipment' as const, 'return' as const, 'payment' as const, 'refund' as const, null),
  sum: fc.integer({ min: 0, max: 9 }),
  day: fc.integer({ min: 0, max: 150 }),
  undoes: fc.option(fc.nat(7), { freq: 4 }),
})
type Fact = typeof aFact extends fc.Arbitrary<infer F> ? F : never

function orderOf(all: readonly Fact[]): Moving {
  const told = all.map(({ kind, sum, day, undoes }, i) => ({
    ...{ id: `${i}`, kind, sum, date: onDay(day) },
    // Only what came before can be taken back, by a fact of the same sort.
    undoes: undoes !== null && undoes < i ? `${undoes}` : null,
  }))
  const isOf = <K extends string>(kinds: readonly K[]) =>
    told.flatMap((fact) => {
      const kind = kinds.find((one) => one === fact.kind)
      return kind ? [{ ...fact, kind }] : []
    })
  return movingOf({
    shipments: isOf(['shipment', 'return']).map(shipmentOf),
    payments: isOf(['payment', 'refund']).map(paymentOf),
  })
}

/** The days of each unit that is owed, closed one by one as a clerk would with coins; below nothing what we owe. */
function coinsOf(order: Moving, until: string): { days: string[]; sign: number } {
  const undone = (all: readonly { id: string; undoes: string | null }[], id: string): boolean =>
    all.some((one) => one.undoes === id && !undone(all, one.id))
  const of = (kinds: readonly string[]) =>
    [order.shipments, order.payments]
      .flatMap((all) => all.filter(({ id, undoes }) => undoes === null && !undone(all, id)))
      .filter(({ kind, date }) => kinds.includes(kind ?? '') && (date ?? '') <= until)
      .flatMap(({ sum, date }) => Array.from({ length: sum ?? 0 }, () => date ?? ''))
      .sort()
  const [raised, lowered] = [of(['shipment', 'refund']), of(['return', 'payment'])]
  while (raised.length > 0 && lowered.length > 0) {
    raised.shift()
    lowered.shift()
  }
  return raised.length > 0 ? { days: raised, sign: 1 } : { days: lowered, sign: -1 }
}

test('RP41, RP42: what is owed, and since when, is what a clerk finds who closes unit by unit', () => {
  fc.assert(
    fc.property(fc.array(aFact, { maxLength: 8 }), fc.integer({ min: 0, max: 160 }), (all, day) => {
      const order = orderOf(all)
      const until = onDay(day)
      const { days, sign } = coinsOf(order, until)
      const found = facts(order, until).flatMap((fact) =>
        Array.from({ length: sign > 0 ? fact.theyOwe : fact.weOwe }, () => fact.day),
      )
      expect(found).toEqual(days.map((one) => Date.parse(one) / 86_400_000))
      expect(facts(order, until).every((fact) => (sign > 0 ? fact.weOwe : fact.theyOwe) === 0)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('RP42: the parts come to what the order owes', () => {
  fc.assert(
    fc.property(fc.array(aFact, { maxLength: 8 }), (all) => {
      const order = orderOf(all)
      const sum = facts(order, onDay(150)).reduce((owed, { theyOwe, weOwe }) => owed + theyOwe - weOwe, 0)
      expect(sum).toBe(owingOf(order).owed)
    }),
  )
})

test('RP41: nothing is owed by an order that is not posted or is removed', () => {
  const shipments = [shipmentOf({ id: 'a', sum: 100, date: FIRST })]
  expect(facts(movingOf({ shipments }), FIRST)).toHaveLength(1)
  expect(facts(movingOf({ shipments, posted: false }), FIRST)).toEqual([])
  expect(facts(movingOf({ shipments, gone: true }), FIRST)).toEqual([])
})

test('RP41: a sale by success is of the day of its move in the zone, a fact without a day of that on which it was entered', () => {
  const late = Date.UTC(2026, 0, 9, 22)
  const sold = movingOf({
    sort: 'work',
    lines: [lineOf({ id: 'a', quantity: 1_000, price: 500 })],
    moves: [moveOf({ id: 'first' }), completing('success', late)],
    payments: [paymentOf({ id: 'p', sum: 200, at: late })],
  })
  expect(facts(sold, '2026-01-09')).toEqual([])
  expect(facts(sold, '2026-01-10')).toMatchObject([{ theyOwe: 300, day: Date.UTC(2026, 0, 10) / 86_400_000 }])
})

test('RP43: a part stands in the bucket of its days, and is overdue behind 30 of them', () => {
  const order = (kind: 'shipment' | 'return') =>
    movingOf({ shipments: [shipmentOf({ id: 'a', kind, sum: 5, date: FIRST })] })
  const ages = { 0: '0', 29: '0', 30: '30', 31: '30', 59: '30', 60: '60', 89: '60', 90: '90', 400: '90' }
  for (const [days, age] of Object.entries(ages)) {
    const until = onDay(Number(days))
    expect(daysBetween(FIRST, until)).toBe(Number(days))
    expect(facts(order('shipment'), until)).toMatchObject([{ age, theyOwe: 5, overdue: Number(days) > 30 ? 5 : 0 }])
    expect(facts(order('return'), until)).toMatchObject([{ age, weOwe: 5, theyOwe: 0, overdue: 0 }])
  }
})

test('RP43: where invoices say a last day to pay, a part is overdue behind the first that is not before it arose, else behind the latest', () => {
  const order = movingOf({ shipments: [shipmentOf({ id: 'a', sum: 5, date: onDay(10) })] })
  const invoiced = (...due: number[]) => lastDaysBy(due.map((day) => ({ gone: false, order: 'o', due: onDay(day) })))
  const overdue = (until: number, ...due: number[]) =>
    facts(order, onDay(until), invoiced(...due).get('o') ?? []).map((one) => one.overdue)
  expect([overdue(40), overdue(41)]).toEqual([[0], [5]])
  expect([overdue(14, 14), overdue(15, 14)]).toEqual([[0], [5]])
  expect([overdue(41, 90), overdue(91, 90)]).toEqual([[0], [5]])
  // One that was to be paid in advance and was not; of two the one behind.
  expect([overdue(10, 3), overdue(20, 30, 3), overdue(31, 30, 3), overdue(31, 30, 60)]).toEqual([[5], [0], [5], [5]])
  const others = [
    { gone: true, order: 'o', due: onDay(12) },
    { gone: false, order: 'o', due: null },
    { gone: false, order: null, due: onDay(12) },
  ]
  expect(lastDaysBy(others).size).toBe(0)
})

test('RP42: what is left is turned into the company’s currency, not what came before, so that what is settled is nothing', () => {
  const third = {
    toCompany: (sum: number, code: string | null) => (code === 'EUR' ? Math.round(sum / 3) : sum),
    rateAt: () => null,
  }
  const known = { ...KNOWN, exchange: () => third }
  const order = movingOf({
    shipments: [shipmentOf({ id: 's', sum: 100, date: FIRST })],
    payments: [1, 2].map((n) => paymentOf({ id: `${n}`, sum: 50, date: FIRST })),
  })
  const owed = (payments: Moving['payments']) => {
    const columns = new FactColumns(DEBTS)
    columns.put('o', DEBTS.factsOf({ ...asOrder({ ...order, payments }), currency: 'EUR' }, known))
    const ask = { source: 'debts', rows: [], columns: null, measures: ['theyOwe'], from: null, until: null } as const
    const ground = { source: DEBTS as Source, columns, known, now: Date.UTC(2026, 1, 1), passes: null }
    return reportOf(ground, { ...ask, compare: null, filter: [], search: '' }).total.figures
  }
  expect(owed(order.payments)).toEqual([[0]])
  expect(owed(order.payments.slice(1))).toEqual([[17]])
})

test('RP8: an open report of debts follows each change, and is what one made anew is', () => {
  const orders = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.array(aFact, { maxLength: 5 })), { maxLength: 8 })
  const ask: ReportAsk = {
    ...{ source: 'debts', rows: ['order'], columns: 'age', from: null, until: onDay(150), compare: null },
    ...{ measures: ['theyOwe', 'weOwe', 'overdue', 'orders'], filter: [], search: '' },
  }
  fc.assert(
    fc.property(orders, (changes) => {
      const columns = new FactColumns(DEBTS)
      const ground = { source: DEBTS as Source, columns, known: MOSCOW, now: 0, passes: null }
      const open = new OpenReport(ground, ask)
      for (const [owner, all] of changes) {
        columns.put(owner, DEBTS.factsOf(asOrder(orderOf(all)), MOSCOW))
        expect(open.read()).toEqual(reportOf(ground, ask))
      }
      open.close()
    }),
  )
})

test('RP20: a report is the same whether it is spared what is settled, on whatever day, as orders change', () => {
  const orders = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.array(aFact, { maxLength: 5 })), { maxLength: 8 })
  const day = fc.integer({ min: 0, max: 160 })
  fc.assert(
    fc.property(orders, day, day, (changes, settledBy, until) => {
      const ask: ReportAsk = {
        ...{ source: 'debts', rows: ['order'], columns: 'age', from: null, until: onDay(until), compare: null },
        ...{ measures: ['theyOwe', 'weOwe', 'overdue', 'orders'], filter: [], search: '' },
      }
      const groundOf = (columns: FactColumns) => ({
        ...{ source: DEBTS as Source, columns, known: MOSCOW },
        now: 0,
        passes: null,
      })
      const [whole, told] = [new FactColumns(DEBTS), new FactColumns(DEBTS, dayNumber(onDay(settledBy)))]
      const open = new OpenReport(groundOf(told), ask)
      for (const [owner, all] of changes) {
        const put = DEBTS.factsOf(asOrder(orderOf(all)), MOSCOW)
        for (const columns of [whole, told]) columns.put(owner, put)
        expect(open.read()).toEqual(reportOf(groundOf(whole), ask))
      }
      open.close()
    }),
  )
})

test('RP20: what is paid is not looked at', () => {
  const columns = new FactColumns(DEBTS, dayNumber(onDay(10)))
  const shipments = [shipmentOf({ id: 's', sum: 7, date: FIRST })]
  const paidOn = (day: number) => [paymentOf({ id: 'p', sum: 7, date: onDay(day) })]
  const put = (id: string, order: Partial<Moving>) => columns.put(id, DEBTS.factsOf(asOrder(movingOf(order)), MOSCOW))
  put('paid', { shipments, payments: paidOn(10) })
  put('paid later', { shipments, payments: paidOn(11) })
  put('owed', { shipments })
  expect(columns.on(dayNumber(onDay(10)) ?? 0).count).toBe(3)
  expect(columns.on(dayNumber(onDay(9)) ?? 0).count).toBe(5)
  put('owed', { shipments, payments: paidOn(3) })
  expect(columns.on(dayNumber(onDay(10)) ?? 0).count).toBe(2)
})
