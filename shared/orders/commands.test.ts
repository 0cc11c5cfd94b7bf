import { describe, expect, test } from 'vitest'
import type { FailureCode } from '../errors.ts'
import { exchange } from '../records/simulation/world/desk.ts'
import { COMPLETED } from './moves/completed.ts'
import { isEditedAfterCompletion, standingOf } from './moves/moves.ts'
import { makeOrder, ORDER, OTHER, Shop, shopWithOrder } from './testing/shop.ts'
import { orderTotal } from './totals.ts'

const START = { kind: 'kitchens', state: 'new' }

describe('a new order', () => {
  test('has its lines in order and its first move with the total, author and device', () => {
    const shop = shopWithOrder()
    const lines = [
      { text: 'Table', quantity: 1_000, price: 700 },
      { text: 'Chair', quantity: 4_000, price: 50 },
    ]
    shop.do('createOrder', { id: OTHER, fields: { sort: 'work', note: 'call' }, lines, start: START })
    const order = shop.order(OTHER)
    expect(order).toMatchObject({ sort: 'work', note: 'call', number: null, posted: false })
    expect(order.lines.map((line) => line.text)).toEqual(['Table', 'Chair'])
    const [move] = order.moves
    expect(order.moves).toHaveLength(1)
    expect(move).toMatchObject({ ...START, total: 900, author: 'person-A', device: 'A', follows: [], undoes: null })
    expect(order.date).toBeLessThanOrEqual(move?.at ?? 0)
  })

  test('keeps the date that it is given', () => {
    const shop = shopWithOrder()
    shop.do('createOrder', { id: OTHER, fields: { sort: 'work', date: 7 }, lines: [], start: START })
    expect(shop.order(OTHER).date).toBe(7)
  })

  test('R5: made on two devices is one order with its lines and first move once, and no edit of it is lost', () => {
    const [one, other] = [shopWithOrder('A'), new Shop('B')]
    exchange(one, other)
    makeOrder(one, OTHER)
    makeOrder(other, OTHER)
    const line = one.order(OTHER).lines[0]?.id ?? ''
    other.do('setLine', { id: OTHER, line, fields: { price: 600 } })
    other.do('moveOrder', { id: OTHER, state: 'made' })
    exchange(one, other)
    expect(one.order(OTHER)).toEqual(other.order(OTHER))
    expect(one.order(OTHER).lines.map((entry) => entry.price)).toEqual([600])
    expect(standingOf(one.order(OTHER))).toMatchObject({ state: 'made', heads: [{}] })
    expect(one.order(OTHER).moves).toHaveLength(2)
  })

  test.each<[string, FailureCode, { kind: string; state: string; completion?: 'success' | 'cancelled' }]>([
    ['a kind that there is not', 'state-not-in-kind', { kind: 'none', state: 'new' }],
    ['a state of another kind', 'state-not-in-kind', { kind: 'kitchens', state: 'taken' }],
    ['a completion without «Завершен»', 'completion-not-asked', { ...START, completion: 'success' }],
    ['«Завершен» without a completion', 'completion-required', { kind: 'kitchens', state: COMPLETED }],
    ['cancelled without a reason', 'reason-required', { kind: 'kitchens', state: COMPLETED, completion: 'cancelled' }],
  ])('with %s is refused', (_what, code, start) => {
    const args = { id: OTHER, fields: { sort: 'work' as const }, lines: [], start }
    expect(shopWithOrder().refusal('createOrder', args)).toBe(code)
  })

  test('with a field that does not fit is refused', () => {
    const args = { id: OTHER, fields: { sort: 'work' as const, shipment: '31.12.2026' }, lines: [], start: START }
    expect(shopWithOrder().refusal('createOrder', args)).toBe('field-value')
  })
})

describe('a sum that is greater than can be exact', () => {
  const HALF = { quantity: 1_000, price: Number.MAX_SAFE_INTEGER - 1 }

  test('is refused in a line, and in all lines together, and nothing of it stands', () => {
    const shop = shopWithOrder()
    shop.do('createOrder', { id: OTHER, fields: { sort: 'work' }, lines: [HALF], start: START })
    const [line] = shop.order(OTHER).lines
    const twice = { id: OTHER, line: line?.id ?? '', fields: { quantity: 2_000 } }
    expect(shop.refusal('setLine', twice)).toBe('sum-too-large')
    expect(shop.refusal('addLine', { id: OTHER, fields: HALF })).toBe('sum-too-large')
    const another = {
      id: `${OTHER.slice(0, -1)}0`,
      fields: { sort: 'work' as const },
      lines: [HALF, HALF],
      start: START,
    }
    expect(shop.refusal('createOrder', another)).toBe('sum-too-large')
    expect(orderTotal(shop.order(OTHER))).toBe(HALF.price)
  })

  test('made by two apart from each other is the greatest that can be, and the order still moves', () => {
    const [one, other] = [shopWithOrder('A'), new Shop('B')]
    one.do('createOrder', { id: OTHER, fields: { sort: 'work' }, lines: [{ quantity: 1_000, price: 1 }], start: START })
    exchange(one, other)
    const line = one.order(OTHER).lines[0]?.id ?? ''
    one.do('setLine', { id: OTHER, line, fields: { quantity: 1_000_000_000 } })
    other.do('setLine', { id: OTHER, line, fields: { price: HALF.price } })
    exchange(one, other)
    expect(orderTotal(one.order(OTHER))).toBe(Number.MAX_SAFE_INTEGER)
    one.do('moveOrder', { id: OTHER, state: 'made' })
    expect(standingOf(one.order(OTHER)).state).toBe('made')
  })
})

describe('an order', () => {
  test('is written by field and by line; its total follows', () => {
    const shop = shopWithOrder()
    const line = shop.order().lines[0]?.id ?? ''
    shop.do('setOrder', { id: ORDER, fields: { note: 'call', tags: ['urgent'] } })
    shop.do('addLine', { id: ORDER, fields: { text: 'Chair', quantity: 1_000, price: 300 } })
    shop.do('setLine', { id: ORDER, line, fields: { discount: 5_000 } })
    shop.do('postOrder', { id: ORDER, posted: true })
    expect(shop.order()).toMatchObject({ note: 'call', tags: ['urgent'], posted: true })
    expect(shop.order().lines.map((entry) => entry.text)).toEqual(['Table', 'Chair'])
    expect(orderTotal(shop.order())).toBe(800)
    shop.do('removeLine', { id: ORDER, line })
    expect(orderTotal(shop.order())).toBe(300)
  })

  test('R7: lines that two devices add at once stand in one order on both', () => {
    const [one, other] = [shopWithOrder('A'), new Shop('B')]
    exchange(one, other)
    for (const [i, shop] of [one, other, one, other].entries())
      shop.do('addLine', { id: ORDER, fields: { text: `${i}` } })
    exchange(one, other)
    expect(one.order().lines.map((line) => line.text)).toEqual(other.order().lines.map((line) => line.text))
    one.do('addLine', { id: ORDER, fields: { text: 'last' } })
    expect(one.order().lines.at(-1)?.text).toBe('last')
  })

  test('completed is edited only after reopening', () => {
    const shop = shopWithOrder()
    const line = shop.order().lines[0]?.id ?? ''
    shop.do('moveOrder', { id: ORDER, state: COMPLETED, completion: 'success' })
    const refused = [
      shop.refusal('setOrder', { id: ORDER, fields: { note: 'x' } }),
      shop.refusal('addLine', { id: ORDER, fields: {} }),
      shop.refusal('setLine', { id: ORDER, line, fields: { price: 1 } }),
      shop.refusal('removeLine', { id: ORDER, line }),
      shop.refusal('postOrder', { id: ORDER, posted: true }),
      shop.refusal('setRecord', { collection: 'orders', id: ORDER, values: { note: 'x' } }),
      shop.refusal('bringBack', { collection: 'orders', id: ORDER, path: 'note', value: 'x' }),
    ]
    expect(refused).toEqual(refused.map(() => 'order-completed'))
    shop.do('moveOrder', { id: ORDER, state: 'made', comment: 'scratched' })
    shop.do('setOrder', { id: ORDER, fields: { note: 'x' } })
    expect(shop.order().note).toBe('x')
  })

  test('that was edited apart, or arrives edited, after it was completed is marked; an edit before is none', () => {
    const [one, other] = [shopWithOrder('A'), new Shop('B')]
    one.device.offset = 4 * 60_000
    one.do('setOrder', { id: ORDER, fields: { note: 'by a clock ahead' } })
    exchange(one, other)
    other.do('setOrder', { id: ORDER, fields: { source: 'site' } })
    other.do('moveOrder', { id: ORDER, state: COMPLETED, completion: 'success' })
    expect(isEditedAfterCompletion(other.order())).toBe(false)
    one.do('setOrder', { id: ORDER, fields: { note: 'meanwhile' } })
    exchange(one, other)
    expect(isEditedAfterCompletion(other.order())).toBe(true)
  })

  test.each<[string, FailureCode, (shop: Shop) => FailureCode | null]>([
    ['an order that there is not', 'record-missing', (shop) => shop.refusal('setOrder', { id: OTHER, fields: {} })],
    [
      'a line that there is not',
      'record-missing',
      (shop) => shop.refusal('setLine', { id: ORDER, line: 'x', fields: { price: 1 } }),
    ],
    [
      'removing a line that there is not',
      'record-missing',
      (shop) => shop.refusal('removeLine', { id: ORDER, line: 'x' }),
    ],
    [
      'a line’s value that does not fit',
      'field-value',
      (shop) => shop.refusal('addLine', { id: ORDER, fields: { price: 0.5 } }),
    ],
    ['the number', 'update-server-field', (shop) => shop.refusal('setOrder', { id: ORDER, fields: { number: '7' } })],
  ])('%s is refused', (_what, code, run) => {
    expect(run(shopWithOrder())).toBe(code)
  })
})
