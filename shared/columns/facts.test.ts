import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completing, lineOf, moveOf, paymentOf, shipmentOf } from '../movements/testing/order.ts'
import { type Order, orders } from '../orders/collections.ts'
import { LEFT } from '../plans/fact/left.ts'
import type { Collection, Row } from '../records/declarations/collection.ts'
import { factsIn } from '../reports/facts/of-orders/bundle.ts'
import { factsOfOrder, Settling } from '../reports/facts/of-orders/settle.ts'
import type { Known } from '../reports/sources/known.ts'
import { OF_ORDERS } from '../reports/sources/sources.ts'
import { KNOWN } from '../reports/testing/arbitrary.ts'
import { orderOf } from '../reports/testing/order.ts'
import { DEALINGS } from '../segments/facts/dealings.ts'
import { dayAt } from '../time/days.ts'
import { columnsOf } from './columns.ts'
import { keptOf, readKept } from './kept.ts'

const ORDERS: readonly Collection[] = [orders as Collection]
const MADE = { by: 'one', upTo: 1 }

const day = fc.constantFrom(null, null, '2026-01-01', '2026-03-31')
/** Some of them are of another day in other zones. */
const instant = fc.constantFrom(Date.UTC(2026, 0, 31, 22), Date.UTC(2026, 1, 1, 2), Date.UTC(2026, 4, 5, 12))
const quantity = fc.integer({ min: -2, max: 9 }).map((whole) => whole * 1_000)
const aLine = fc.record({
  product: fc.constantFrom('oven', 'hob', null),
  quantity,
  price: fc.nat(10_000),
  cost: fc.option(fc.nat(9_000)),
})
const aFact = fc.record({
  of: fc.nat(2),
  quantity,
  sum: fc.nat(100_000),
  vatSum: fc.nat(9_000),
  date: day,
  at: instant,
})
const anOrder = fc.record({
  fields: fc.record({
    sort: fc.constantFrom('work' as const, 'customer' as const),
    customer: fc.constantFrom('a', 'b', null),
    responsible: fc.constantFrom('m1', null),
    currency: fc.constantFrom(null, 'EUR', 'XXX'),
    date: fc.option(instant),
    madeAt: instant,
    shipment: day,
    posted: fc.boolean(),
    gone: fc.constantFrom(false, false, false, true),
  }),
  lines: fc.array(aLine, { minLength: 1, maxLength: 3 }),
  shipped: fc.array(fc.record({ fact: aFact, kind: fc.constantFrom('shipment' as const, 'return' as const) }), {
    maxLength: 3,
  }),
  paid: fc.array(fc.record({ fact: aFact, kind: fc.constantFrom('payment' as const, 'refund' as const) }), {
    maxLength: 3,
  }),
  end: fc.constantFrom(null, null, 'success' as const, 'cancelled' as const),
})
type Drawn = typeof anOrder extends fc.Arbitrary<infer D> ? D : never

function drawn({ fields, lines, shipped, paid, end }: Drawn, at: number): Order {
  const all = lines.map((line, n) => lineOf({ id: `l${n}`, ...line }))
  const shipments = shipped.map(({ fact: { of, ...fact }, kind }, n) => {
    const line = all[of % all.length]
    return shipmentOf({ id: `s${n}`, line: line?.id ?? null, product: line?.product ?? null, kind, ...fact })
  })
  const payments = paid.map(({ fact: { sum, date, at }, kind }, n) => paymentOf({ id: `p${n}`, kind, sum, date, at }))
  const moves = [moveOf({ id: 'first' }), ...(end ? [completing(end, Date.UTC(2026, 1, 28, 23))] : [])]
  const lists = Object.fromEntries(Object.keys(orders.lists).map((name) => [name, []]))
  return orderOf({ ...lists, id: `o${at}`, ...fields, lines: all, shipments, payments, moves })
}

/** A company in another zone, with other rates. */
function knownIn(zone: string, euro: number): Known {
  const toCompany = (sum: number, code: string | null) => (code === null ? sum : code === 'EUR' ? sum * euro : null)
  return { ...KNOWN, dayOf: (at) => dayAt(at, zone), exchange: () => ({ toCompany, rateAt: () => null }) }
}

test('C1, RP18: facts out of a block are those of the rows, whatever zone and rates the company has by then', () => {
  const layouts = Object.entries({ ...OF_ORDERS, left: LEFT, dealings: DEALINGS })
  fc.assert(
    fc.property(
      fc.array(anOrder, { maxLength: 5 }),
      fc.constantFrom(knownIn('UTC', 100), knownIn('Asia/Vladivostok', 90), knownIn('America/New_York', 7)),
      (all, known) => {
        const rows = new Map(all.map(drawn).map((order) => [order.id, order]))
        const columns = columnsOf(ORDERS, () => rows.values() as Iterable<Row<Collection>>)
        const read = readKept(structuredClone(keptOf(columns, MADE)), MADE, ORDERS)
        if (typeof read === 'string' || !read.facts) throw new Error('the block is not as it was written')
        const ids = read.sheaves[0]?.ids ?? []
        for (const [name, layout] of layouts) {
          const settling = new Settling(layout, known)
          const facts = Array.from(factsIn(read.facts, name, layout), ([raws, about]) => settling.settled(raws, about))
          const ofRows = ids
            .map((id) => rows.get(id))
            .map((row) => (row && !row.gone ? factsOfOrder(layout, row, known) : []))
          expect([name, facts]).toEqual([name, ofRows])
        }
      },
    ),
    { numRuns: 300 },
  )
})
