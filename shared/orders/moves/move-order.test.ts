import { describe, expect, test } from 'vitest'
import type { FailureCode } from '../../errors.ts'
import { exchange } from '../../records/simulation/world/desk.ts'
import { makeOrder, ORDER, OTHER, Shop, shopWithOrder } from '../testing/shop.ts'
import { COMPLETED } from './completed.ts'
import type { MoveRequest } from './move-order.ts'
import { standingOf } from './moves.ts'

/** Two shops of which each has moved the order without the other. */
function parted(): [Shop, Shop] {
  const [one, other] = [shopWithOrder('A'), new Shop('B')]
  exchange(one, other)
  one.do('moveOrder', { id: ORDER, state: 'measured' })
  other.do('moveOrder', { id: ORDER, state: 'made' })
  exchange(one, other)
  return [one, other]
}

const lastMove = (shop: Shop) => standingOf(shop.order()).move?.id ?? ''

describe('a move', () => {
  test('follows the one before and carries what it was made with', () => {
    const shop = shopWithOrder()
    const before = lastMove(shop)
    shop.do('moveOrder', { id: ORDER, state: 'made', comment: 'at once' })
    const { move, heads } = standingOf(shop.order())
    expect(move).toMatchObject({ kind: 'kitchens', state: 'made', follows: [before], total: 1_000, comment: 'at once' })
    expect([move?.author, move?.device, heads.length]).toEqual(['person-A', 'A', 1])
  })

  test('may go to another kind', () => {
    const shop = shopWithOrder()
    shop.do('moveOrder', { id: ORDER, kind: 'repairs', state: 'taken' })
    expect(standingOf(shop.order())).toMatchObject({ kind: 'repairs', state: 'taken' })
  })

  test('completes, with success or cancelled with a reason; reopening asks for a comment', () => {
    const shop = shopWithOrder()
    const cancel = {
      id: ORDER,
      state: COMPLETED,
      completion: 'cancelled' as const,
      reason: 'other',
      comment: 'moved away',
    }
    shop.do('moveOrder', cancel)
    expect(standingOf(shop.order()).move).toMatchObject({
      completion: 'cancelled',
      reason: 'other',
      comment: 'moved away',
    })
    shop.do('moveOrder', { id: ORDER, state: 'new', comment: 'came back' })
    shop.do('moveOrder', { id: ORDER, state: COMPLETED, completion: 'success' })
    expect(standingOf(shop.order())).toMatchObject({ state: COMPLETED, move: { completion: 'success', reason: null } })
  })

  test.each<[string, FailureCode, MoveRequest]>([
    ['to a state of another kind', 'state-not-in-kind', { state: 'taken' }],
    ['to a kind that there is not', 'state-not-in-kind', { kind: 'none', state: 'new' }],
    ['to where it stands', 'state-same', { state: 'new' }],
    ['with a completion, not to «Завершен»', 'completion-not-asked', { state: 'made', completion: 'success' }],
    ['with a reason, not to «Завершен»', 'completion-not-asked', { state: 'made', reason: 'price' }],
    ['to «Завершен» without a completion', 'completion-required', { state: COMPLETED }],
    ['cancelling without a reason', 'reason-required', { state: COMPLETED, completion: 'cancelled' }],
    [
      'cancelling with a reason that there is not',
      'reason-required',
      { state: COMPLETED, completion: 'cancelled', reason: 'x' },
    ],
    [
      'cancelling for «Другое» without a text',
      'reason-text-required',
      { state: COMPLETED, completion: 'cancelled', reason: 'other', comment: ' ' },
    ],
  ])('%s is refused', (_what, code, request) => {
    const shop = shopWithOrder()
    expect(shop.refusal('moveOrder', { id: ORDER, ...request })).toBe(code)
    expect(shop.order().moves).toHaveLength(1)
  })

  test('of an order that there is not, or reopening without a comment, is refused', () => {
    const shop = shopWithOrder()
    expect(shop.refusal('moveOrder', { id: OTHER, state: 'made' })).toBe('record-missing')
    shop.do('moveOrder', { id: ORDER, state: COMPLETED, completion: 'success' })
    for (const comment of [{}, { comment: '' }, { comment: ' ' }]) {
      expect(shop.refusal('moveOrder', { id: ORDER, state: 'new', ...comment })).toBe('comment-required')
    }
  })
})

describe('histories that parted', () => {
  test('show both moves and the later state; the next move joins them', () => {
    const [one, other] = parted()
    expect(standingOf(one.order()).heads.map((head) => head.state)).toEqual(['measured', 'made'])
    expect([one.state(), other.state()]).toEqual(['made', 'made'])
    other.do('moveOrder', { id: ORDER, state: 'made' })
    expect(standingOf(other.order())).toMatchObject({ state: 'made', heads: [{}] })
    exchange(one, other)
    expect(one.order()).toEqual(other.order())
  })
})

describe('undoing a move', () => {
  test('is a move back that names it', () => {
    const shop = shopWithOrder()
    shop.do('moveOrder', { id: ORDER, state: 'made' })
    const undone = lastMove(shop)
    expect(shop.answer('undoOneMove', { id: ORDER, move: undone })).toEqual({ done: true })
    expect(standingOf(shop.order())).toMatchObject({
      state: 'new',
      move: { undoes: undone, follows: [undone] },
      heads: [{}],
    })
  })

  test('goes back step by step, and forth again', () => {
    const shop = shopWithOrder()
    const moves = ['measured', 'made'].map((state) => {
      shop.do('moveOrder', { id: ORDER, state })
      return lastMove(shop)
    })
    const undo = (move = '') => shop.answer('undoOneMove', { id: ORDER, move }).done
    expect([undo(moves[1]), shop.state()]).toEqual([true, 'measured'])
    expect([undo(moves[0]), shop.state()]).toEqual([true, 'new'])
    expect([undo(lastMove(shop)), shop.state()]).toEqual([true, 'measured'])
  })

  test('brings a completion back with its reason and text', () => {
    const shop = shopWithOrder()
    const cancel = { completion: 'cancelled' as const, reason: 'other', comment: 'moved away' }
    shop.do('moveOrder', { id: ORDER, state: COMPLETED, ...cancel })
    shop.do('moveOrder', { id: ORDER, state: 'made', comment: 'came back' })
    shop.answer('undoOneMove', { id: ORDER, move: lastMove(shop) })
    expect(standingOf(shop.order()).move).toMatchObject({ state: COMPLETED, ...cancel })
  })

  test('brings a reopening back with its comment', () => {
    const shop = shopWithOrder()
    shop.do('moveOrder', { id: ORDER, state: COMPLETED, completion: 'success' })
    shop.do('moveOrder', { id: ORDER, state: 'new', comment: 'came back' })
    shop.do('moveOrder', { id: ORDER, state: COMPLETED, completion: 'success' })
    shop.answer('undoOneMove', { id: ORDER, move: lastMove(shop) })
    expect(standingOf(shop.order()).move).toMatchObject({ state: 'new', completion: null, comment: 'came back' })
  })

  test('of the first move, of one that others followed, of one that there is not, does nothing', () => {
    const shop = shopWithOrder()
    const first = lastMove(shop)
    const undo = (move: string) => shop.answer('undoOneMove', { id: ORDER, move }).done
    expect(undo(first)).toBe(false)
    shop.do('moveOrder', { id: ORDER, state: 'made' })
    expect([undo(first), undo('none'), shop.order().moves.length]).toEqual([false, false, 2])
  })

  test('where histories parted goes to where the order would stand without it', () => {
    const [one] = parted()
    const later = lastMove(one)
    const [earlier] = standingOf(one.order()).heads
    expect(one.answer('undoOneMove', { id: ORDER, move: earlier?.id ?? '' })).toEqual({ done: false })
    expect(one.answer('undoOneMove', { id: ORDER, move: later })).toEqual({ done: true })
    expect(standingOf(one.order())).toMatchObject({ state: 'measured', heads: [{}] })
  })

  test('R14: an act with a move is undone by the move back, or kept where another followed', () => {
    const [one, other] = [shopWithOrder('A'), new Shop('B')]
    makeOrder(one, OTHER)
    const act = one.do('changeRecords', {
      collection: 'orders',
      ids: [ORDER, OTHER],
      change: { what: 'move', state: 'made' },
    })
    exchange(one, other)
    other.do('moveOrder', { id: OTHER, state: 'measured' })
    exchange(one, other)
    const { undone, kept } = one.answer('undoAct', { act })
    expect([undone.map((one) => one.id), kept.map((one) => one.id)]).toEqual([[ORDER], [OTHER]])
    expect([one.state(ORDER), one.state(OTHER)]).toEqual(['new', 'measured'])
  })
})

test('TX13: what people do to an order that came in quietly is heard, the undo of its move among it', () => {
  const shop = shopWithOrder()
  shop.do('moveOrder', { id: ORDER, state: 'made', quiet: true })
  const quiet = () => standingOf(shop.order()).move?.quiet
  expect(quiet()).toBe(true)
  shop.do('undoOneMove', { id: ORDER, move: lastMove(shop) })
  expect(quiet()).toBe(false)
  shop.do('moveOrder', { id: ORDER, state: 'measured' })
  expect(quiet()).toBe(false)
})

test('a move whose undo was stopped, and so taken back, is undone as before', () => {
  const shop = shopWithOrder()
  const act = shop.do('moveOrder', { id: ORDER, state: 'made' })
  const undone = shop.do('undoAct', { act })
  shop.do('undoAct', { act: undone })
  expect(shop.state()).toBe('made')
  expect(shop.answer('undoAct', { act })).toMatchObject({ undone: [{}], kept: [] })
  expect(shop.state()).toBe('new')
})
