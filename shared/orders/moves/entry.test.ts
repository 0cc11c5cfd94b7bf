import { expect, test } from 'vitest'
import { Failure } from '../../errors.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { states } from '../collections.ts'
import { ORDER, OTHER, shopWithOrder } from '../testing/shop.ts'
import { standsTooLong } from './entry.ts'

const DAY = 86_400_000

function shopAsking(...requires: string[]) {
  const shop = shopWithOrder()
  shop.run((tx) => tx.create(states, 'made', { name: 'Made', requires }))
  return shop
}

test('an order enters a state once what that asks for is filled; what is not is named', () => {
  const shop = shopAsking('customer', 'note', 'tags', 'lines', 'posted', 'customer')
  const move = () => shop.do('moveOrder', { id: ORDER, state: 'made' })
  const lacking = { state: 'Made', fields: 'customer, note, tags, posted' }
  expect(move).toThrow(new Failure('state-requires', lacking))
  shop.do('setOrder', { id: ORDER, fields: { customer: 'assol', note: '  ' } })
  shop.do('postOrder', { id: ORDER, posted: true })
  expect(move).toThrow(new Failure('state-requires', { state: 'Made', fields: 'note, tags' }))
  shop.do('setOrder', { id: ORDER, fields: { note: 'Call', tags: ['urgent'] } })
  move()
  expect(shop.state()).toBe('made')
})

test('a new order is asked for it where somebody fills it in; an import is not', () => {
  const shop = shopAsking('customer', 'lines')
  const start = { kind: 'kitchens', state: 'made' }
  const made = { id: OTHER, fields: { sort: 'customer' }, lines: [], start } as const
  expect(() => shop.do('createOrder', { ...made, asked: true })).toThrow(
    new Failure('state-requires', { state: 'Made', fields: 'customer, lines' }),
  )
  shop.do('createOrder', { ...made, fields: { ...made.fields, customer: 'assol' }, lines: [{}], asked: true })
  expect(shop.state(OTHER)).toBe('made')
  shop.do('createOrder', { ...made, id: derivedId('common', START, 'test', 'third') })
})

test('lines are asked for, too; names that no order has, facts and moves are not', () => {
  const shop = shopAsking('lines', 'colour', 'payments', 'moves', '__proto__')
  shop.do('removeLine', { id: ORDER, line: shop.order().lines[0]?.id ?? '' })
  expect(shop.refusal('moveOrder', { id: ORDER, state: 'made' })).toBe('state-requires')
  shop.do('addLine', { id: ORDER, fields: {} })
  shop.do('moveOrder', { id: ORDER, state: 'made' })
})

test('other states, taking a move back, and standing there in another kind ask for nothing', () => {
  const shop = shopAsking()
  shop.do('moveOrder', { id: ORDER, state: 'made' })
  shop.do('setRecord', { collection: 'states', id: 'made', values: { requires: ['customer'] } })
  shop.do('moveOrder', { id: ORDER, state: 'measured' })
  const [last] = shop.order().moves.filter(({ state }) => state === 'measured')
  expect(shop.answer('undoOneMove', { id: ORDER, move: last?.id ?? '' }).done).toBe(true)
  expect(shop.state()).toBe('made')
})

test('an order stands too long in a state after the days that this has', () => {
  const since = Date.UTC(2026, 9, 5)
  expect(standsTooLong({ days: 2 }, since, since + 2 * DAY)).toBe(false)
  expect(standsTooLong({ days: 2 }, since, since + 2 * DAY + 1)).toBe(true)
  for (const days of [null, 0, -3]) expect(standsTooLong({ days }, since, since + 99 * DAY)).toBe(false)
})
