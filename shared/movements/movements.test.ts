import { describe, expect, test } from 'vitest'
import { debtsOf } from './debts.ts'
import { movementsOf } from './movements.ts'
import { completing, lineOf, moveOf, movingOf, paymentOf, shipmentOf } from './testing/order.ts'

const FIRST = moveOf({ id: 'first' })
/** Five tables at 100.00. */
const TABLES = lineOf({ id: 'l1', quantity: 5_000, price: 100_00 })
const twoShipped = shipmentOf({ id: 's1', line: 'l1', quantity: 2_000, sum: 200_00, date: '2026-10-05', at: 7 })
const left = (order: Parameters<typeof movementsOf>[0]) => movementsOf(order).toShip.map((one) => one.quantity)

describe('M1: an order that is not posted, or is removed', () => {
  test('M1: has no movements', () => {
    for (const not of [{ posted: false }, { gone: true }]) {
      const none = { reserved: [], toShip: [], sales: [], sold: 0, paid: 0, owed: 0, doubts: [] }
      expect(movementsOf(movingOf({ lines: [TABLES], ...not }))).toEqual(none)
    }
  })

  test('M1: says so where something happened all the same, and counts it once it is posted', () => {
    const facts = { lines: [TABLES], shipments: [twoShipped], payments: [paymentOf({ id: 'p1', sum: 50_00 })] }
    expect(movementsOf(movingOf({ ...facts, posted: false }))).toMatchObject({
      owed: 0,
      doubts: [{ what: 'not-posted' }],
    })
    expect(movementsOf(movingOf({ ...facts, gone: true }))).toMatchObject({ owed: 0, doubts: [{ what: 'removed' }] })
    expect(movementsOf(movingOf(facts))).toMatchObject({ owed: 150_00, doubts: [] })
  })
})

describe('M2: a fact', () => {
  const undo = (id: string, undoes: string) => shipmentOf({ id, undoes, kind: null, product: null })

  test('M2: stays what it was whatever becomes of its line', () => {
    const dearer = { ...TABLES, price: 900_00, discount: 5_000 }
    expect(movementsOf(movingOf({ lines: [dearer], shipments: [twoShipped] }))).toMatchObject({ sold: 200_00 })
    expect(movementsOf(movingOf({ shipments: [twoShipped] }))).toMatchObject({ sold: 200_00 })
  })

  test('M2: that was taken back counts for nothing, until that is taken back', () => {
    const sold = (...undone: ReturnType<typeof undo>[]) =>
      movementsOf(movingOf({ lines: [TABLES], shipments: [twoShipped, ...undone] })).sold
    expect(sold(undo('u1', 's1'))).toBe(0)
    expect(sold(undo('u1', 's1'), undo('u2', 'u1'))).toBe(200_00)
    expect(sold(undo('u1', 's1'), undo('u2', 's1'))).toBe(0)
    expect(sold(undo('u1', 's1'), undo('u2', 's1'), undo('u3', 'u1'))).toBe(0)
    expect(sold(undo('u1', 'nowhere'), undo('u2', 'u3'), undo('u3', 'u2'))).toBe(200_00)
  })
})

describe('M3 to M5: what is left', () => {
  test('M3: is the quantity less what was shipped and not returned', () => {
    const back = shipmentOf({ id: 's2', kind: 'return', line: 'l1', quantity: 1_000, sum: 100_00 })
    expect(left(movingOf({ lines: [TABLES] }))).toEqual([5_000])
    expect(left(movingOf({ lines: [TABLES], shipments: [twoShipped] }))).toEqual([3_000])
    expect(left(movingOf({ lines: [TABLES], shipments: [twoShipped, back] }))).toEqual([4_000])
  })

  test('M3: stays between nothing and the quantity', () => {
    const much = shipmentOf({ id: 's2', line: 'l1', quantity: 50_000 })
    expect(left(movingOf({ lines: [TABLES], shipments: [much] }))).toEqual([])
    expect(left(movingOf({ lines: [TABLES], shipments: [{ ...much, kind: 'return' }] }))).toEqual([5_000])
  })

  test('M3: of a line that takes goods back is the mirror', () => {
    const taken = { ...TABLES, quantity: -5_000 }
    const part = shipmentOf({ id: 's1', line: 'l1', quantity: -2_000, sum: -200_00 })
    const { toShip, reserved, owed } = movementsOf(movingOf({ lines: [taken], shipments: [part] }))
    expect([toShip, reserved, owed]).toEqual([
      [{ line: 'l1', product: 'table', quantity: -3_000, sum: -300_00 }],
      [],
      -200_00,
    ])
  })

  test('M3: of the product that the line names now, whatever went out by it under another name', () => {
    const shipments = [twoShipped, shipmentOf({ id: 's2', line: 'l1', product: 'chair', quantity: 1_000 })]
    expect(left(movingOf({ lines: [{ ...TABLES, product: 'chair' }], shipments }))).toEqual([4_000])
    expect(left(movingOf({ lines: [TABLES], shipments }))).toEqual([3_000])
  })

  test('M4: is to be shipped until the order is completed, either way', () => {
    expect(left(movingOf({ lines: [TABLES], moves: [FIRST, completing('success')] }))).toEqual([])
    expect(left(movingOf({ lines: [TABLES], moves: [FIRST, completing('cancelled')] }))).toEqual([])
    const reopened = moveOf({ id: 'again', follows: ['last'], at: 20 })
    expect(left(movingOf({ lines: [TABLES], moves: [FIRST, completing('cancelled'), reopened] }))).toEqual([5_000])
  })

  test('M5: is reserved where it is goods', () => {
    const lines = [
      TABLES,
      lineOf({ id: 'l2', product: 'delivery', quantity: 1_000 }),
      lineOf({ id: 'l3', product: 'fitting', section: 'works', quantity: 1_000 }),
      lineOf({ id: 'l4', product: null, text: 'Odd bits', quantity: 1_000 }),
    ]
    const typeOf = (product: string) => (product === 'delivery' ? ('service' as const) : null)
    const { reserved, toShip } = movementsOf(movingOf({ lines }), typeOf)
    expect(reserved).toEqual([{ line: 'l1', product: 'table', quantity: 5_000, sum: 500_00 }])
    expect(toShip.map(({ line }) => line)).toEqual(['l1', 'l2', 'l3', 'l4'])
  })
})

describe('M6: to the kopeck', () => {
  /** Three of a line out, and two of them back one by one: each was rounded by itself. */
  const backByOne = (sums: readonly [number, number, number], vats: readonly [number, number, number]) =>
    sums.map((sum, i) =>
      shipmentOf({
        id: `s${i}`,
        kind: i === 0 ? 'shipment' : 'return',
        line: 'l1',
        quantity: i === 0 ? 3_000 : 1_000,
        sum,
        vatSum: vats[i] ?? 0,
      }),
    )

  test('M6: the next part makes up for the rounding of what came back', () => {
    const line = lineOf({ id: 'l1', quantity: 3_000, price: 67, discountSum: 1 })
    const order = movingOf({ lines: [line], shipments: backByOne([200, 67, 67], [0, 0, 0]) })
    expect(movementsOf(order).toShip).toMatchObject([{ quantity: 2_000, sum: 134 }])
  })

  test('M6: its VAT by itself', () => {
    const line = lineOf({ id: 'l1', quantity: 3_000, price: 400, vat: 'vat20' })
    const shipments = backByOne([1_200, 400, 400], [200, 67, 67])
    const moves = [FIRST, completing('success')]
    const { sales } = movementsOf(movingOf({ sort: 'work', lines: [line], shipments, moves }))
    expect(sales.at(-1)).toMatchObject({ by: 'success', quantity: 2_000, sum: 800, vat: 134 })
  })

  test('M6: of a line that was made a little dearer what is left costs what it costs now', () => {
    const order = movingOf({ lines: [{ ...TABLES, price: 100_20 }], shipments: [twoShipped] })
    expect(movementsOf(order).toShip).toMatchObject([{ quantity: 3_000, sum: 300_60 }])
  })
})

describe('M8 and M9: sales', () => {
  const work = { sort: 'work' as const, lines: [TABLES], shipments: [twoShipped] }

  test('M8: of a customer order are what was shipped, each with its day', () => {
    const order = movingOf({ lines: [TABLES], shipments: [twoShipped], moves: [FIRST, completing('success')] })
    expect(movementsOf(order).sales).toEqual([
      {
        line: 'l1',
        product: 'table',
        quantity: 2_000,
        sum: 200_00,
        vat: 0,
        day: '2026-10-05',
        at: 7,
        by: 'shipment',
      },
    ])
  })

  test('M8: of a work order are the rest, too, once it is done with success', () => {
    expect(movementsOf(movingOf(work)).sold).toBe(200_00)
    const { sales, sold } = movementsOf(movingOf({ ...work, moves: [FIRST, completing('success')] }))
    expect(sold).toBe(500_00)
    expect(sales[1]).toMatchObject({ quantity: 3_000, sum: 300_00, at: 10, day: null, by: 'success' })
  })

  test('M8: a success sells nothing less where more went out than the lines say, and nothing in another state', () => {
    const much = { ...work, shipments: [{ ...twoShipped, quantity: 7_000, sum: 700_00 }] }
    expect(movementsOf(movingOf({ ...much, moves: [FIRST, completing('success')] })).sold).toBe(700_00)
    const elsewhere = { ...completing('success'), state: 'made' }
    expect(movementsOf(movingOf({ ...work, moves: [FIRST, elsewhere] })).sold).toBe(200_00)
  })

  test('M8: what came back before the success is sold with it, what came back after is not', () => {
    const back = (madeAt: number) =>
      shipmentOf({ id: 's2', kind: 'return', line: 'l1', quantity: 1_000, sum: 100_00, madeAt })
    const sold = (madeAt: number) =>
      movementsOf(movingOf({ ...work, shipments: [twoShipped, back(madeAt)], moves: [FIRST, completing('success')] }))
        .sold
    expect([sold(5), sold(15)]).toEqual([500_00, 400_00])
  })

  test('M8, M9: cancelled, it sells what was shipped alone, and reserves nothing', () => {
    const cancelled = movementsOf(movingOf({ ...work, moves: [FIRST, completing('cancelled')] }))
    expect(cancelled).toMatchObject({ sold: 200_00, owed: 200_00, reserved: [], toShip: [] })
  })
})

describe('M10: debts', () => {
  const of = (customer: string | null, currency: string | null, sum: number, paid: number) => ({
    ...movingOf({ shipments: [{ ...twoShipped, sum }], payments: [paymentOf({ id: 'p', sum: paid })] }),
    customer,
    currency,
  })

  test('M10: of a customer are both sides over the orders, a currency each', () => {
    const orders = [
      of('assol', null, 300, 100),
      of('assol', null, 100, 350),
      of('assol', 'EUR', 5, 0),
      of(null, null, 1, 0),
    ]
    expect(debtsOf(orders)).toEqual([
      { customer: 'assol', currency: null, sold: 400, paid: 450, toUs: 200, byUs: 250 },
      { customer: 'assol', currency: 'EUR', sold: 5, paid: 0, toUs: 5, byUs: 0 },
      { customer: null, currency: null, sold: 1, paid: 0, toUs: 1, byUs: 0 },
    ])
  })

  test('M10: of a customer who was merged into another are the other’s', () => {
    const orders = [of('assol', null, 300, 0), of('assol-l', null, 20, 0)]
    expect(debtsOf(orders, () => 'assol')).toMatchObject([{ customer: 'assol', toUs: 320 }])
  })
})

describe('M11: what is odd is told, and counted', () => {
  const doubts = (order: Partial<Parameters<typeof movementsOf>[0]>) => movementsOf(movingOf(order)).doubts

  test('M11: two who shipped the same rest without each other', () => {
    const twice = ['s1', 's2'].map((id) => ({ ...twoShipped, id, quantity: 5_000, sum: 500_00 }))
    expect(movementsOf(movingOf({ lines: [TABLES], shipments: twice }))).toMatchObject({
      sold: 1_000_00,
      toShip: [],
      doubts: [{ what: 'over-shipped', line: 'l1', product: 'table', quantity: 5_000 }],
    })
  })

  test('M11: a line that is gone, one whose product was changed, one without a quantity', () => {
    const of = { line: 'l1', product: 'table', quantity: 2_000 }
    expect(doubts({ shipments: [twoShipped] })).toEqual([{ what: 'line-missing', ...of }])
    const chairs = { ...TABLES, product: 'chair' }
    const changed = movementsOf(movingOf({ lines: [chairs], shipments: [twoShipped] }))
    expect(changed.doubts).toEqual([{ what: 'product-changed', ...of }])
    expect(changed.reserved).toMatchObject([{ product: 'chair', quantity: 5_000 }])
    const empty = { ...TABLES, quantity: null }
    expect(doubts({ lines: [empty], shipments: [twoShipped] })).toEqual([{ what: 'over-shipped', ...of }])
  })

  test('M11: more that came back than went out, more given back than paid', () => {
    const back = { ...twoShipped, id: 's2', kind: 'return' as const, quantity: 3_000 }
    expect(doubts({ lines: [TABLES], shipments: [twoShipped, back] })).toEqual([
      { what: 'over-returned', line: 'l1', product: 'table', quantity: 1_000 },
    ])
    const refund = paymentOf({ id: 'p', kind: 'refund', sum: 70 })
    expect(doubts({ payments: [refund] })).toEqual([{ what: 'over-refunded', sum: 70 }])
  })

  test('M11: an order of nothing has none of it', () => {
    expect(movementsOf(movingOf({ moves: [], lines: [lineOf({ id: 'l1' })] }))).toMatchObject({ sold: 0, doubts: [] })
  })
})

test('M12: parted, an order stands where its latest head is', () => {
  const apart = (cancelledAt: number) => {
    const cancelled = { ...completing('cancelled'), at: cancelledAt }
    const other = moveOf({ id: 'other', state: 'made', follows: ['first'], at: 15 })
    return movingOf({ lines: [TABLES], moves: [FIRST, cancelled, other] })
  }
  expect([left(apart(10)), left(apart(20))]).toEqual([[5_000], []])
})
