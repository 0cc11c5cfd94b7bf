import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CommandArgs, CommandName } from '../commands.ts'
import { Failure } from '../errors.ts'
import type { Order } from '../orders/collections.ts'
import { COMPLETED } from '../orders/moves/completed.ts'
import { standingOf } from '../orders/moves/moves.ts'
import { Shop, shopWithOrder } from '../orders/testing/shop.ts'
import { orderSums } from '../orders/totals.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { exchange } from '../records/simulation/world/desk.ts'
import type { Written } from '../records/writing/transaction.ts'
import { debtsOf } from './debts.ts'
import { leftOf } from './lines.ts'
import { movementsOf } from './movements.ts'
import { ledgerOf, owedBy } from './testing/naive.ts'
import { completing, lineOf, moveOf, movingOf, paymentOf, shipmentOf } from './testing/order.ts'

const DAY = '2026-10-05'
const IDS = [1, 2, 3].map((n) => derivedId('common', START, 'movements', `order ${n}`))
const line = fc.record({
  product: fc.constantFrom('table', 'chair'),
  quantity: fc.integer({ min: 1, max: 20_000 }),
  price: fc.integer({ min: 0, max: 1_000_00 }),
  discount: fc.constantFrom(null, 333, 1_000, 2_599),
  discountSum: fc.constantFrom(null, 1, 777),
  vat: fc.constantFrom('none' as const, 'vat10' as const, 'vat20' as const, 'vat22' as const),
})
const terms = fc.record({
  discount: fc.constantFrom(null, 500, 1_234),
  vatMode: fc.constantFrom(null, 'included' as const, 'onTop' as const, 'none' as const),
})

/** Something that is done to an order; how much of a line, in shares of a hundred. */
const deed = fc.oneof(
  fc.record({ what: fc.constantFrom('ship' as const, 'takeBack' as const), of: fc.nat(9), share: fc.nat(100) }),
  fc.record({ what: fc.constantFrom('ship' as const, 'takeBack' as const) }),
  fc.record({
    what: fc.constantFrom('takePayment' as const, 'refund' as const),
    sum: fc.integer({ min: 1, max: 50_000 }),
  }),
  fc.record({ what: fc.constantFrom('undo' as const, 'cancel' as const, 'success' as const, 'reopen' as const) }),
)
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

/** Does what may be done; what is refused is passed over. */
function attempt<N extends CommandName>(shop: Shop, name: N, args: CommandArgs<N>): readonly Written[] {
  try {
    return shop.do(name, args)
  } catch (error) {
    if (error instanceof Failure) return []
    throw error
  }
}

function doDeed(shop: Shop, id: string, deed: Deed, acts: (readonly Written[])[]): void {
  const { what } = deed
  if (what === 'undo') {
    const act = acts.pop()
    if (act) attempt(shop, 'undoAct', { act })
  } else if (what === 'cancel') {
    attempt(shop, 'moveOrder', { id, state: COMPLETED, completion: 'cancelled', reason: 'price' })
  } else if (what === 'success') attempt(shop, 'moveOrder', { id, state: COMPLETED, completion: 'success' })
  else if (what === 'reopen') attempt(shop, 'moveOrder', { id, state: 'made', comment: 'on' })
  else if ('sum' in deed) acts.push(attempt(shop, deed.what, { id, date: DAY, way: 'bank', sum: deed.sum }))
  else acts.push(attempt(shop, what, { id, date: DAY, ...partsOf(shop, id, deed) }))
}

function partsOf(shop: Shop, id: string, deed: Deed) {
  if (!('share' in deed)) return {}
  const { lines } = shop.order(id)
  const line = lines[deed.of % lines.length]
  const quantity = Math.ceil(((line?.quantity ?? 0) * deed.share) / 100)
  return { parts: [{ line: line?.id ?? '', quantity }] }
}

type NewOrder = CommandArgs<'createOrder'>

function makeOrder(shop: Shop, id: string, fields: NewOrder['fields'], lines: NewOrder['lines']): void {
  shop.do('createOrder', { id, fields: { posted: true, ...fields }, lines, start: { kind: 'kitchens', state: 'new' } })
}

test('M6, M7: parts of a line come to its total, whatever comes back between them; all that comes back is worth all', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 3 }),
      terms,
      fc.array(deed, { maxLength: 10 }),
      (lines, terms, deeds) => {
        const [shop, id] = [shopWithOrder(), IDS[0] ?? '']
        makeOrder(shop, id, { sort: 'customer', ...terms }, lines)
        const acts: (readonly Written[])[] = []
        for (const one of deeds) doDeed(shop, id, one, acts)
        attempt(shop, 'moveOrder', { id, state: 'made', comment: 'on' })
        attempt(shop, 'ship', { id, date: DAY })
        const { sales, sold, toShip } = movementsOf(shop.order(id))
        const { total, vat } = orderSums(shop.order(id))
        expect([toShip, sold, sales.reduce((sum, one) => sum + one.vat, 0)]).toEqual([[], total, vat])
        shop.do('takeBack', { id, date: DAY })
        const back = movementsOf(shop.order(id)).sales
        expect([back.reduce((sum, one) => sum + one.sum, 0), back.reduce((sum, one) => sum + one.vat, 0)]).toEqual([
          0, 0,
        ])
      },
    ),
    { numRuns: 150 },
  )
})

test('M8: a work order that was done with success has sold its total, however it was shipped before', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 3 }),
      terms,
      fc.array(deed, { maxLength: 8 }),
      (lines, terms, deeds) => {
        const [shop, id] = [shopWithOrder(), IDS[0] ?? '']
        makeOrder(shop, id, { sort: 'work', ...terms }, lines)
        for (const one of deeds) doDeed(shop, id, one, [])
        attempt(shop, 'moveOrder', { id, state: 'made', comment: 'on' })
        shop.do('moveOrder', { id, state: COMPLETED, completion: 'success' })
        const { sold, toShip, reserved } = movementsOf(shop.order(id))
        expect([sold, toShip, reserved]).toEqual([orderSums(shop.order(id)).total, [], []])
        attempt(shop, 'takeBack', { id, date: DAY })
        expect(movementsOf(shop.order(id)).sold).toBe(0)
      },
    ),
    { numRuns: 100 },
  )
})

describe('two devices that now and then hear of each other', () => {
  const step = fc.record({ by: fc.nat(1), order: fc.nat(2), deed, meet: fc.boolean() })

  test('M2, M9, M10: owe what a clerk’s ledger says, over all orders; what is cancelled reserves nothing and sells what is out', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 2 }), fc.array(step, { maxLength: 14 }), (lines, steps) => {
        const shops = [shopWithOrder('A'), new Shop('B')] as const
        for (const [i, id] of IDS.entries()) {
          makeOrder(shops[0], id, { sort: 'customer', customer: i < 2 ? 'assol' : 'grey' }, lines)
        }
        exchange(...shops)
        const acts: [Written[][], Written[][]] = [[], []]
        for (const { by, order, deed, meet } of steps) {
          doDeed(shops[by === 0 ? 0 : 1], IDS[order] ?? '', deed, acts[by === 0 ? 0 : 1])
          if (meet) exchange(...shops)
        }
        exchange(...shops)
        expect(IDS.map((id) => shops[1].order(id))).toEqual(IDS.map((id) => shops[0].order(id)))
        check(IDS.map((id) => shops[0].order(id)))
      }),
      { numRuns: 120 },
    )
  })

  function check(rows: readonly Order[]): void {
    for (const { customer, toUs, byUs } of debtsOf(rows)) {
      const own = rows.filter((row) => row.customer === customer)
      expect(BigInt(toUs - byUs)).toBe(own.reduce((sum, row) => sum + owedBy(ledgerOf(row)), 0n))
    }
    for (const row of rows.filter((one) => standingOf(one).move?.completion === 'cancelled')) {
      const [moved, ledger] = [movementsOf(row), ledgerOf(row)]
      expect([moved.reserved, moved.toShip, BigInt(moved.sold)]).toEqual([[], [], ledger.shipped - ledger.returned])
    }
  }
})

describe('anything at all', () => {
  const whole = fc.option(fc.oneof(fc.integer({ min: -9_999, max: 9_999 }), fc.maxSafeInteger()))
  const id = fc.constantFrom('l1', 'l2', 'l3', null)
  const product = fc.constantFrom('table', 'chair', null)
  const undoes = fc.option(fc.constantFrom('s0', 's1', 's2', 's3', 'nowhere'), { freq: 3 })
  const anyLine = fc.record({
    product,
    quantity: whole,
    price: whole,
    discount: whole,
    discountSum: whole,
    section: fc.constantFrom('goods' as const, 'works' as const, null),
    vat: fc.constantFrom('vat22' as const, null),
  })
  const anyShipment = fc.record({
    kind: fc.constantFrom('shipment' as const, 'return' as const, null),
    line: id,
    product,
    quantity: whole,
    sum: whole,
    vatSum: whole,
    undoes,
    madeAt: fc.nat(20),
  })
  const anyPayment = fc.record({
    kind: fc.constantFrom('payment' as const, 'refund' as const, null),
    sum: whole,
    undoes,
  })
  const any = fc.record({
    sort: fc.constantFrom('customer' as const, 'work' as const, null),
    posted: fc.boolean(),
    gone: fc.constant(false),
    discount: whole,
    vatMode: fc.constantFrom(null, 'onTop' as const, 'included' as const),
    lines: fc.array(anyLine, { maxLength: 2 }).map((all) => all.map((one, i) => lineOf({ id: `l${i + 1}`, ...one }))),
    shipments: fc
      .array(anyShipment, { maxLength: 4 })
      .map((all) => all.map((one, i) => shipmentOf({ id: `s${i}`, ...one }))),
    payments: fc
      .array(anyPayment, { maxLength: 4 })
      .map((all) => all.map((one, i) => paymentOf({ id: `s${i}`, ...one }))),
    moves: fc
      .constantFrom(null, 'success' as const, 'cancelled' as const)
      .map((end) => [moveOf({ id: 'first' }), ...(end ? [completing(end)] : [])]),
  })

  test('M3, M11: gives whole numbers, of what is left no more than the line has', () => {
    fc.assert(
      fc.property(any, (values) => {
        const order = movingOf(values)
        const moved = movementsOf(order)
        const numbers = JSON.stringify(moved).match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g) ?? []
        expect(numbers.filter((text) => !Number.isSafeInteger(Number(text)))).toEqual([])
        for (const { line, quantity } of leftOf(order)) {
          const all = line.quantity ?? 0
          expect(Math.sign(quantity)).toBe(Math.sign(all))
          expect(Math.abs(quantity)).toBeLessThanOrEqual(Math.abs(all))
        }
        for (const doubt of moved.doubts) {
          if ('quantity' in doubt) expect(doubt.quantity).toBeGreaterThan(0)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('M2: the facts that count are those that a clerk does not strike out', () => {
    fc.assert(
      fc.property(any, (values) => {
        const order = movingOf({ ...values, posted: true, sort: 'customer' })
        const ledger = ledgerOf(order)
        const exact = [ledger.shipped - ledger.returned, ledger.paid - ledger.refunded]
        if (exact.some((sum) => sum > BigInt(Number.MAX_SAFE_INTEGER) || sum < -BigInt(Number.MAX_SAFE_INTEGER))) return
        const { sold, paid } = movementsOf(order)
        expect([BigInt(sold), BigInt(paid)]).toEqual(exact)
      }),
      { numRuns: 1_000 },
    )
  })
})
