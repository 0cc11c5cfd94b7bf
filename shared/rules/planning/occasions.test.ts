import { expect, test } from 'vitest'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { CREATED } from '../ids.ts'
import { moveOf, NOW, orderOf, orderThrough } from '../testing/made.ts'
import { isHeard } from './heard.ts'
import { isUndone, occasionsOf, QUIET_FOR } from './occasions.ts'

const HOUR = 3_600_000
const by = (start: Parameters<typeof occasionsOf>[0]['start'], order = orderThrough(['new', 'made']), hours = 2) =>
  occasionsOf({ start, hours }, order).map((one) => one.by)

test('RU6: every move to another state is one, a move to the same state of the same kind is none', () => {
  expect(by('changesState')).toEqual(['m0', 'm1'])
  const moves = [moveOf('m0', { state: 'new' }), moveOf('m1', { state: 'new', follows: ['m0'] })]
  expect(by('changesState', orderOf({ moves }))).toEqual(['m0'])
})

test('RU6: completing and cancelling are moves of their own', () => {
  const end = (id: string, completion: 'success' | 'cancelled') =>
    moveOf(id, { state: COMPLETED, completion, at: NOW + HOUR, follows: ['m0'] })
  const moves = [moveOf('m0', { state: 'new' }), end('m1', 'cancelled')]
  expect([by('isCancelled', orderOf({ moves })), by('isCompleted', orderOf({ moves }))]).toEqual([['m1'], []])
  const done = [moveOf('m0', { state: 'new' }), end('m1', 'success')]
  expect([by('isCancelled', orderOf({ moves: done })), by('isCompleted', orderOf({ moves: done }))]).toEqual([
    [],
    ['m1'],
  ])
})

test('RU7: an order is made when it is posted, or has not been written for two minutes', () => {
  const [open] = occasionsOf({ start: 'isCreated', hours: null }, orderThrough(['new'], { changedAt: NOW + HOUR }))
  expect(open).toMatchObject({ by: CREATED, ready: NOW + HOUR + QUIET_FOR })
  const [posted] = occasionsOf({ start: 'isCreated', hours: null }, orderThrough(['new'], { posted: true }))
  expect(posted?.ready).toBe(NOW)
})

test('RU8: a stay is one occasion, by the move that began it, after its hours', () => {
  const moves = [
    moveOf('m0', { state: 'new' }),
    moveOf('m1', { state: 'made', at: NOW + HOUR, follows: ['m0'] }),
    moveOf('m2', { state: 'made', kind: 'other', at: NOW + 2 * HOUR, follows: ['m1'] }),
  ]
  expect(occasionsOf({ start: 'hasStood', hours: 2 }, orderOf({ moves }))).toMatchObject([
    { by: 'm1', at: NOW + 3 * HOUR },
  ])
  expect(by('hasStood', orderOf())).toEqual([])
})

test('RU9: no rule hears of a move that is quiet, undoes another, or was undone', () => {
  const moves = [
    moveOf('m0', { state: 'new', quiet: true }),
    moveOf('m1', { state: 'made', at: NOW + 1, follows: ['m0'] }),
    moveOf('m2', { state: 'new', at: NOW + 2, follows: ['m1'], undoes: 'm1' }),
  ]
  const order = orderOf({ moves })
  expect(['changesState', 'isCreated'].flatMap((start) => by(start as 'isCreated', order))).toEqual([])
  expect(by('hasStood', orderOf({ moves: moves.slice(0, 1) }))).toEqual([])
  expect([isUndone(order, 'm1'), isUndone(order, 'm2')]).toEqual([true, false])
  const back = orderOf({
    moves: [...moves, moveOf('m3', { state: 'made', at: NOW + 3, follows: ['m2'], undoes: 'm2' })],
  })
  expect([isUndone(back, 'm1'), isUndone(back, 'm2')]).toEqual([false, true])
})

test('RU10: a rule hears of what was journalled behind its being switched on, and not of what a device only brought again', () => {
  const told = { journal: 10, at: NOW }
  expect(isHeard(9, told, NOW, [])).toBe(true)
  expect(isHeard(10, told, NOW, [])).toBe(false)
  expect(isHeard(null, told, NOW, [])).toBe(false)
  expect(isHeard(9, told, NOW - HOUR, [{ at: NOW - 1 }])).toBe(false)
  expect(isHeard(9, told, NOW - 1, [{ at: NOW - HOUR }])).toBe(true)
})
