import fc from 'fast-check'
import { expect, test } from 'vitest'
import { owingOf } from '../../movements/movements.ts'
import { completing, lineOf, moveOf, movingOf, paymentOf, shipmentOf } from '../../movements/testing/order.ts'
import type { Moving } from '../../movements/types.ts'
import { addDays, dayAt, daysBetween } from '../../time/days.ts'
import { debtEntriesOf, debtFactsOf } from './debts.ts'

const FIRST = '2026-01-01'
const ZONE = 'Europe/Moscow'
const inZone = (instant: number) => dayAt(instant, ZONE)
const facts = (order: Moving, until: string) => debtFactsOf(debtEntriesOf(order, inZone), until)
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
  for (const change of [{ posted: false }, { gone: true }])
    expect(facts(movingOf({ shipments, ...change }), FIRST)).toEqual([])
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
