import { expect, test } from 'vitest'
import { exchange } from '../../records/simulation/world/desk.ts'
import { COMPLETED } from '../moves/completed.ts'
import { isEditedAfterCompletion, standingOf } from '../moves/moves.ts'
import { makeOrder, ORDER, OTHER, Shop, shopWithOrder } from '../testing/shop.ts'

const AT_TOP = { above: null, below: null, tied: [] }
const heads = (shop: Shop) => standingOf(shop.order()).heads.map((head) => head.id)
const seen = (shop: Shop) => ({ heads: heads(shop), responsible: shop.order().responsible ?? null })
const to = (state: string) => ({ kind: 'kitchens', state })

test('a card is put into a state, a lane and a place in one act, which is undone as one', () => {
  const shop = shopWithOrder()
  const act = shop.do('moveCard', {
    id: ORDER,
    seen: seen(shop),
    to: to('made'),
    responsible: 'nikolaev',
    between: AT_TOP,
  })
  expect([shop.state(), shop.order().responsible, shop.order().cardPlace]).toEqual(['made', 'nikolaev', 'a0'])
  expect(shop.answer('undoAct', { act })).toMatchObject({ kept: [] })
  expect([shop.state(), shop.order().responsible, shop.order().cardPlace]).toEqual(['new', null, null])
})

test('within its state a card changes its place alone, and no move is made', () => {
  const shop = shopWithOrder()
  const written = shop.do('moveCard', { id: ORDER, seen: seen(shop), to: to('new'), between: AT_TOP })
  expect(written.map((one) => one.path)).toEqual(['cardPlace'])
})

test('an order that somebody moved or removed in the middle stays where it is', () => {
  const [one, other] = [shopWithOrder('A'), new Shop('B')]
  exchange(one, other)
  const before = seen(one)
  other.do('moveOrder', { id: ORDER, state: 'measured' })
  exchange(one, other)
  const drop = { id: ORDER, seen: before, to: to('made'), between: AT_TOP }
  expect(one.refusal('moveCard', drop)).toBe('order-moved')
  expect([one.state(), one.order().cardPlace]).toEqual(['measured', null])
  one.do('removeRecord', { collection: 'orders', id: ORDER })
  expect(one.refusal('moveCard', drop)).toBe('order-removed')
})

test('it is moved knowingly all the same; one that came to the same state by itself is just put there', () => {
  const shop = shopWithOrder()
  const before = seen(shop)
  shop.do('moveOrder', { id: ORDER, state: 'measured' })
  shop.do('moveCard', { id: ORDER, seen: before, to: to('measured'), between: AT_TOP })
  expect([shop.state(), shop.order().cardPlace, shop.order().moves.length]).toEqual(['measured', 'a0', 2])
  shop.do('moveCard', { id: ORDER, seen: null, to: to('made') })
  expect(shop.state()).toBe('made')
})

test('a responsible whom somebody else has named meanwhile stays, or is replaced knowingly', () => {
  const [one, other] = [shopWithOrder('A'), new Shop('B')]
  exchange(one, other)
  const drop = { id: ORDER, seen: seen(one), to: to('made'), between: AT_TOP }
  other.do('setOrder', { id: ORDER, fields: { responsible: 'petrova' } })
  exchange(one, other)
  expect(one.refusal('moveCard', { ...drop, responsible: 'nikolaev' })).toBe('order-reassigned')
  expect(one.order()).toMatchObject({ responsible: 'petrova', cardPlace: null })
  one.do('moveCard', { ...drop, seen: null, responsible: 'nikolaev' })
  expect([one.state(), one.order().responsible]).toEqual(['made', 'nikolaev'])
})

test('whoever carries a card within its lane, or to whom it was given meanwhile, says nothing against that', () => {
  const shop = shopWithOrder()
  const before = seen(shop)
  shop.do('setOrder', { id: ORDER, fields: { responsible: 'petrova' } })
  shop.do('moveCard', { id: ORDER, seen: before, to: to('measured') })
  shop.do('moveCard', { id: ORDER, seen: { ...before, heads: heads(shop) }, to: to('made'), responsible: 'petrova' })
  expect([shop.state(), shop.order().responsible]).toEqual(['made', 'petrova'])
})

test('histories that went apart join where the card is put, also in the state that it has', () => {
  const [one, other] = [shopWithOrder('A'), new Shop('B')]
  exchange(one, other)
  one.do('moveOrder', { id: ORDER, state: 'measured' })
  other.do('moveOrder', { id: ORDER, state: 'made' })
  exchange(one, other)
  const state = one.state() ?? ''
  one.do('moveCard', { id: ORDER, seen: seen(one), to: to(state) })
  expect([one.state(), heads(one).length]).toEqual([state, 1])
})

test('put on «Завершен», the order is completed and not edited after it; put back, it is open first', () => {
  const shop = shopWithOrder()
  const done = { ...to(COMPLETED), completion: 'success' as const }
  shop.do('moveCard', { id: ORDER, seen: seen(shop), to: done, responsible: 'nikolaev', between: AT_TOP })
  expect(shop.order()).toMatchObject({ responsible: 'nikolaev', cardPlace: 'a0' })
  expect(isEditedAfterCompletion(shop.order())).toBe(false)
  expect(shop.refusal('moveCard', { id: ORDER, seen: seen(shop), to: done, between: AT_TOP })).toBe('order-completed')
  expect(shop.refusal('moveCard', { id: ORDER, seen: seen(shop), to: to('new') })).toBe('comment-required')
  const back = { ...to('new'), comment: 'more to do' }
  shop.do('moveCard', { id: ORDER, seen: seen(shop), to: back, responsible: 'petrova', between: AT_TOP })
  expect([shop.state(), shop.order().responsible]).toEqual(['new', 'petrova'])
})

test('what is refused writes nothing', () => {
  const shop = shopWithOrder()
  const drop = { id: ORDER, seen: seen(shop), responsible: 'nikolaev', between: AT_TOP }
  expect(shop.refusal('moveCard', { ...drop, to: to('taken') })).toBe('state-not-in-kind')
  expect(shop.refusal('moveCard', { ...drop, to: to(COMPLETED) })).toBe('completion-required')
  expect(shop.order()).toMatchObject({ responsible: null, cardPlace: null })
})

test('a place put late, after the order was completed elsewhere, is no edit of it', () => {
  const [one, other] = [shopWithOrder('A'), new Shop('B')]
  makeOrder(one, OTHER)
  exchange(one, other)
  other.do('moveOrder', { id: ORDER, state: COMPLETED, completion: 'success' })
  one.do('moveCard', { id: ORDER, seen: seen(one), to: to('new'), between: AT_TOP })
  exchange(one, other)
  expect(isEditedAfterCompletion(one.order())).toBe(false)
})
