import { expect, test } from 'vitest'
import { Failure } from '../../errors.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { states } from '../collections.ts'
import { makeOrder, ORDER, OTHER, shopWithOrder } from '../testing/shop.ts'
import { standsUntil } from './entry.ts'

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

test('lines of works are asked for apart from others; what no form fills in asks for nothing', () => {
  const shop = shopAsking('works', 'number', 'cardPlace', 'sort')
  const move = () => shop.do('moveOrder', { id: ORDER, state: 'made' })
  expect(move).toThrow(new Failure('state-requires', { state: 'Made', fields: 'works' }))
  shop.do('addLine', { id: ORDER, fields: { section: 'works' } })
  move()
  expect(shop.state()).toBe('made')
})

test('what a state asks for is filled in by the move, where nothing stands and it asks for it; else nothing is written', () => {
  const shop = shopAsking('customer', 'source')
  shop.do('setOrder', { id: ORDER, fields: { source: 'Call', note: 'Stays' } })
  const fill = { source: 'Site', note: 'Other' }
  expect(shop.refusal('moveOrder', { id: ORDER, state: 'made', fill })).toBe('state-requires')
  expect(shop.refusal('moveOrder', { id: ORDER, state: 'made', fill: { ...fill, customer: null } })).toBe(
    'state-requires',
  )
  const act = shop.do('moveOrder', { id: ORDER, state: 'made', fill: { ...fill, customer: 'assol' } })
  expect(shop.order()).toMatchObject({ customer: 'assol', source: 'Call', note: 'Stays' })
  expect(shop.state()).toBe('made')
  shop.answer('undoAct', { act })
  expect(shop.order().customer).toBe(null)
  expect(shop.state()).toBe('new')
})

test('many are filled in by one change: each where it lacks something, the rest is left and told', () => {
  const shop = shopAsking('source', 'lines')
  makeOrder(shop, OTHER)
  shop.do('removeLine', { id: OTHER, line: shop.order(OTHER).lines[0]?.id ?? '' })
  const change = { what: 'move', state: 'made', fill: { source: 'Site' } } as const
  const { changed, left } = shop.answer('changeRecords', { collection: 'orders', ids: [ORDER, OTHER], change })
  expect({ changed, left }).toEqual({ changed: [ORDER], left: [{ id: OTHER, code: 'state-requires' }] })
  expect(shop.order(OTHER).source).toBe(null)
})

test('a completed order is reopened into a state whatever that asks for: only then can it be filled in', () => {
  const shop = shopAsking('customer')
  shop.do('moveOrder', { id: ORDER, state: 'completed', completion: 'success' })
  shop.do('moveOrder', { id: ORDER, state: 'made', comment: 'Again' })
  expect(shop.state()).toBe('made')
})

test('an order stands too long in a state after the days that this has', () => {
  const since = Date.UTC(2026, 9, 5)
  expect(standsUntil(2, since)).toBe(since + 2 * DAY)
  for (const days of [null, 0, -3]) expect(standsUntil(days, since)).toBe(null)
  expect(standsUntil(2, null)).toBe(null)
})
