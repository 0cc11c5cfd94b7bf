import { describe, expect, test } from 'vitest'
import { movementsOf } from '../../movements/movements.ts'
import { exchange } from '../../records/simulation/world/desk.ts'
import { COMPLETED } from '../moves/completed.ts'
import { ORDER, Shop, shopWithOrder } from '../testing/shop.ts'

const DAY = '2026-10-05'

/** A posted order of two tables at 5.00, the line of which is given, too. */
function posted(): { readonly shop: Shop; readonly line: string } {
  const shop = shopWithOrder()
  shop.do('postOrder', { id: ORDER, posted: true })
  return { shop, line: shop.order().lines[0]?.id ?? '' }
}
const cancel = { id: ORDER, state: COMPLETED, completion: 'cancelled', reason: 'price' } as const
const moved = (shop: Shop) => movementsOf(shop.order())

describe('shipping', () => {
  test('takes all that is left, as one document with its day and who entered it', () => {
    const { shop, line } = posted()
    shop.do('addLine', { id: ORDER, fields: { text: 'Chair', quantity: 1_000, price: 7 } })
    shop.do('ship', { id: ORDER, date: DAY, comment: 'by noon' })
    const [first, second] = shop.order().shipments.toSorted((a, b) => (b.sum ?? 0) - (a.sum ?? 0))
    const signed = { date: DAY, author: 'person-A', device: 'A', comment: 'by noon', kind: 'shipment', vatSum: 0 }
    expect(first).toMatchObject({ line, quantity: 2_000, sum: 1_000, ...signed })
    expect(second).toMatchObject({ quantity: 1_000, sum: 7, document: first?.document })
    expect(shop.refusal('ship', { id: ORDER, date: DAY })).toBe('nothing-to-ship')
  })

  test('takes a part, twice named as one', () => {
    const { shop, line } = posted()
    const parts = [500, 300].map((quantity) => ({ line, quantity }))
    shop.do('ship', { id: ORDER, date: DAY, parts })
    expect(shop.order().shipments).toMatchObject([{ quantity: 800, sum: 400 }])
    expect(moved(shop).toShip).toMatchObject([{ quantity: 1_200, sum: 600 }])
  })

  test.each([
    ['nothing', [], 'nothing-to-ship'],
    ['more than is left', [2_001], 'ship-too-much'],
    ['more than is left, in parts', [1_500, 501], 'ship-too-much'],
    ['less than nothing', [-1], 'quantity-wrong'],
    ['no quantity', [0], 'quantity-wrong'],
    ['half a thousandth', [0.5], 'quantity-wrong'],
    ['no number', [Number.NaN], 'quantity-wrong'],
  ])('%s is refused', (_what, quantities, code) => {
    const { shop, line } = posted()
    const parts = quantities.map((quantity) => ({ line, quantity }))
    expect(shop.refusal('ship', { id: ORDER, date: DAY, parts })).toBe(code)
    expect(shop.order().shipments).toEqual([])
  })

  test('a line that is gone, a wrong day, an order that is not posted, removed or completed is refused', () => {
    const { shop } = posted()
    const ship = (more: object = {}) => shop.refusal('ship', { id: ORDER, date: DAY, ...more })
    expect(ship({ parts: [{ line: 'none', quantity: 1 }] })).toBe('line-missing')
    expect(ship({ date: '31.12.2026' })).toBe('field-value')
    shop.do('moveOrder', cancel)
    expect(ship()).toBe('order-completed')
    shop.do('moveOrder', { id: ORDER, state: 'new', comment: 'on' })
    shop.do('postOrder', { id: ORDER, posted: false })
    expect(ship()).toBe('order-not-posted')
    shop.do('removeRecord', { collection: 'orders', id: ORDER })
    expect(ship()).toBe('order-removed')
  })

  test('holds its line and its posting: product, line and posting stay until it is back', () => {
    const { shop, line } = posted()
    shop.do('ship', { id: ORDER, date: DAY, parts: [{ line, quantity: 500 }] })
    const other = { id: ORDER, line, fields: { product: 'chair' } }
    expect(shop.refusal('setLine', other)).toBe('line-shipped')
    expect(shop.refusal('removeLine', { id: ORDER, line })).toBe('line-shipped')
    expect(shop.refusal('postOrder', { id: ORDER, posted: false })).toBe('order-has-facts')
    shop.do('setLine', { id: ORDER, line, fields: { quantity: 3_000, product: null } })
    shop.do('takeBack', { id: ORDER, date: DAY })
    shop.do('setLine', other)
    shop.do('removeLine', { id: ORDER, line })
    expect(shop.order().lines).toEqual([])
  })

  test('is undone by a fact that takes it back, and comes again', () => {
    const { shop } = posted()
    const act = shop.do('ship', { id: ORDER, date: DAY })
    const undone = shop.answer('undoAct', { act })
    expect([undone.kept, moved(shop).sold]).toEqual([[], 0])
    expect(shop.answer('undoAct', { act }).kept).toHaveLength(1)
    shop.do('postOrder', { id: ORDER, posted: false })
  })
})

describe('returning', () => {
  test('of two lines of one product tells them apart', () => {
    const { shop } = posted()
    for (const price of [300, 400]) {
      shop.do('addLine', { id: ORDER, fields: { product: 'chair', quantity: 1_000, price } })
    }
    const cheap = shop.order().lines.find(({ price }) => price === 300)?.id ?? ''
    shop.do('ship', { id: ORDER, date: DAY })
    shop.do('takeBack', { id: ORDER, date: DAY, parts: [{ line: cheap, product: 'chair', quantity: 1_000 }] })
    expect(moved(shop)).toMatchObject({ sold: 1_400, doubts: [] })
  })

  test('of a line that named two products, one after the other, takes the one that is named', () => {
    const [one, other] = [posted().shop, new Shop('B')]
    const line = one.order().lines[0]?.id ?? ''
    exchange(one, other)
    // Neither sees the other: one ships what the other has changed meanwhile.
    one.do('ship', { id: ORDER, date: DAY, parts: [{ line, quantity: 500 }] })
    other.do('setLine', { id: ORDER, line, fields: { product: 'chair' } })
    exchange(one, other)
    one.do('ship', { id: ORDER, date: DAY, parts: [{ line, quantity: 2_000 }] })
    one.do('takeBack', { id: ORDER, date: DAY, parts: [{ line, product: 'chair', quantity: 2_000 }] })
    expect(one.refusal('takeBack', { id: ORDER, date: DAY, parts: [{ line, product: 'chair', quantity: 1 }] })).toBe(
      'line-missing',
    )
    one.do('takeBack', { id: ORDER, date: DAY, parts: [{ line, product: null, quantity: 500 }] })
    expect(moved(one).sold).toBe(0)
  })
})

describe('undoing', () => {
  test('leaves a shipment of which something came back, until that is undone', () => {
    const { shop, line } = posted()
    const shipped = shop.do('ship', { id: ORDER, date: DAY })
    const back = shop.do('takeBack', { id: ORDER, date: DAY, parts: [{ line, quantity: 1 }] })
    expect(shop.answer('undoAct', { act: shipped })).toMatchObject({ undone: [], kept: [{}] })
    expect(shop.answer('undoAct', { act: back })).toMatchObject({ undone: [{}], kept: [] })
    expect(shop.answer('undoAct', { act: shipped })).toMatchObject({ undone: [{}], kept: [] })
    expect(moved(shop)).toMatchObject({ sold: 0, doubts: [] })
  })

  test('leaves a payment that was given back, until that is undone', () => {
    const { shop } = posted()
    const paid = shop.do('takePayment', { id: ORDER, date: DAY, way: 'cash' })
    const back = shop.do('refund', { id: ORDER, date: DAY, way: 'cash', sum: 1 })
    expect(shop.answer('undoAct', { act: paid }).kept).toHaveLength(1)
    shop.answer('undoAct', { act: back })
    expect(shop.answer('undoAct', { act: paid }).kept).toEqual([])
    expect(moved(shop)).toMatchObject({ paid: 0, doubts: [] })
  })
})

test('the currency stays while anything happened in it, by whichever command', () => {
  const { shop } = posted()
  const other = { currency: 'EUR' }
  const change = { what: 'field', field: 'currency', value: 'EUR' } as const
  shop.do('setOrder', { id: ORDER, fields: { currency: 'USD' } })
  shop.do('takePayment', { id: ORDER, date: DAY, way: 'cash' })
  const about = { collection: 'orders', id: ORDER } as const
  expect(shop.refusal('setOrder', { id: ORDER, fields: other })).toBe('order-has-facts')
  expect(shop.refusal('setRecord', { ...about, values: other })).toBe('order-has-facts')
  expect(shop.refusal('bringBack', { ...about, path: 'currency', value: 'EUR' })).toBe('order-has-facts')
  const left = shop.answer('changeRecords', { collection: 'orders', ids: [ORDER], change }).left
  expect(left).toEqual([{ id: ORDER, code: 'order-has-facts' }])
  shop.do('setOrder', { id: ORDER, fields: { currency: 'USD', note: 'on' } })
  expect(shop.order()).toMatchObject({ currency: 'USD', note: 'on' })
})

describe('returns', () => {
  test('give back all that is out, or a part, of a cancelled order, too', () => {
    const { shop, line } = posted()
    shop.do('ship', { id: ORDER, date: DAY })
    shop.do('moveOrder', cancel)
    expect(moved(shop).owed).toBe(1_000)
    shop.do('takeBack', { id: ORDER, date: DAY, parts: [{ line, quantity: 500 }] })
    expect(shop.order().shipments.find(({ kind }) => kind === 'return')).toMatchObject({ quantity: 500, sum: 250 })
    shop.do('takeBack', { id: ORDER, date: DAY })
    expect(moved(shop).owed).toBe(0)
    expect(shop.refusal('takeBack', { id: ORDER, date: DAY })).toBe('nothing-to-return')
  })

  test.each([
    ['nothing', [], 'nothing-to-return'],
    ['more than is out', [2_001], 'return-too-much'],
    ['less than nothing', [-1], 'quantity-wrong'],
  ])('%s is refused', (_what, quantities, code) => {
    const { shop, line } = posted()
    shop.do('ship', { id: ORDER, date: DAY })
    const parts = quantities.map((quantity) => ({ line, quantity }))
    expect(shop.refusal('takeBack', { id: ORDER, date: DAY, parts })).toBe(code)
  })

  test('of a line that was never shipped is refused', () => {
    const { shop, line } = posted()
    expect(shop.refusal('takeBack', { id: ORDER, date: DAY, parts: [{ line, quantity: 1 }] })).toBe('line-missing')
  })
})

describe('payments', () => {
  const pay = { id: ORDER, date: DAY, way: 'bank' } as const

  test('take what is due, whole or in part, more as an advance', () => {
    const { shop } = posted()
    shop.do('takePayment', { ...pay, sum: 300 })
    shop.do('takePayment', { ...pay, invoice: 'invoice' })
    expect(
      shop
        .order()
        .payments.map(({ sum, kind }) => [kind, sum])
        .sort(),
    ).toEqual([
      ['payment', 300],
      ['payment', 700],
    ])
    expect(shop.refusal('takePayment', pay)).toBe('nothing-to-pay')
    shop.do('takePayment', { ...pay, sum: 1 })
    expect(moved(shop)).toMatchObject({ paid: 1_001, owed: -1_001 })
  })

  test('of a cancelled order are due for what is shipped and not back', () => {
    const { shop, line } = posted()
    shop.do('ship', { id: ORDER, date: DAY, parts: [{ line, quantity: 500 }] })
    shop.do('moveOrder', cancel)
    shop.do('takePayment', pay)
    expect(moved(shop)).toMatchObject({ paid: 250, owed: 0 })
  })

  test('go back as far as more was paid than sold, or by a sum up to what was paid', () => {
    const { shop, line } = posted()
    shop.do('takePayment', pay)
    shop.do('ship', { id: ORDER, date: DAY, parts: [{ line, quantity: 500 }] })
    shop.do('refund', pay)
    expect(moved(shop)).toMatchObject({ paid: 250, owed: 0 })
    expect(shop.refusal('refund', pay)).toBe('nothing-to-refund')
    expect(shop.refusal('refund', { ...pay, sum: 251 })).toBe('refund-too-much')
    shop.do('refund', { ...pay, sum: 250 })
    expect(moved(shop)).toMatchObject({ paid: 0, owed: 250 })
  })

  test.each([0, -5, 1.5, Number.NaN, 1e300])('a sum of %s is refused', (sum) => {
    const { shop } = posted()
    expect(shop.refusal('takePayment', { ...pay, sum })).toBe('sum-wrong')
    expect(shop.order().payments).toEqual([])
  })

  test('are undone, and come again', () => {
    const { shop } = posted()
    const act = shop.do('takePayment', pay)
    const { undone } = shop.answer('undoAct', { act })
    expect([undone.length, moved(shop).paid]).toEqual([1, 0])
  })
})

describe('facts entered by mistake', () => {
  const ids = (shop: Shop, list: 'shipments' | 'payments') =>
    shop
      .order()
      [list].filter(({ undoes }) => undoes === null)
      .map(({ id }) => id)

  test('are taken back by a fact each, and come again when that is undone', () => {
    const { shop } = posted()
    shop.do('ship', { id: ORDER, date: DAY })
    const act = shop.do('undoFacts', { id: ORDER, list: 'shipments', facts: ids(shop, 'shipments') })
    expect(moved(shop)).toMatchObject({ sold: 0, doubts: [] })
    shop.answer('undoAct', { act })
    expect(moved(shop).sold).toBe(1_000)
  })

  test('stay, all of them, where one was taken back already or is returned', () => {
    const { shop } = posted()
    shop.do('ship', { id: ORDER, date: DAY })
    const [shipment = ''] = ids(shop, 'shipments')
    shop.do('takeBack', { id: ORDER, date: DAY })
    const undo = { id: ORDER, list: 'shipments', facts: [shipment] } as const
    expect(shop.refusal('undoFacts', undo)).toBe('fact-needed')
    shop.do('takePayment', { id: ORDER, date: DAY, way: 'bank', sum: 100 })
    const payments = ids(shop, 'payments')
    shop.do('undoFacts', { id: ORDER, list: 'payments', facts: payments })
    expect(shop.refusal('undoFacts', { id: ORDER, list: 'payments', facts: payments })).toBe('fact-needed')
    expect(moved(shop)).toMatchObject({ sold: 0, paid: 0 })
  })
})
