import { expect, test } from 'vitest'
import type { Json } from '../../../shared/records/declarations/value.ts'
import { actsOf, tellHistory } from './deeds.ts'

const T = 1_760_000_000_000
/** A stamp so many seconds after the first. */
const at = (seconds: number, replica = 'A') => `${(T + seconds * 1000).toString(36).padStart(9, '0')}000${replica}`
const known = (path: string, stamp: string, value: Json, isUnsent = false) => ({ path, stamp, value, isUnsent })
const served = (path: string, stamp: string, value: Json, before: Json = null, arrived = T) => ({
  ...{ path, stamp, value, before, arrived: arrived + 3_600_000 },
})

const shortly = ({ deeds }: ReturnType<typeof tellHistory>) =>
  deeds.map(({ path, before, value, isUnsent }) => [path, before, value, isUnsent])

test('what the server told and what the device has not sent yet stand together, each with what stood before', () => {
  const made = { name: 'Ёлкин', note: 'first' }
  const trail = {
    next: null,
    writes: [served('note', at(60), 'second', 'first'), served('', at(0), made)],
  }
  const own = [known('note', at(120, 'B'), 'third', true), known('note', at(60), 'second'), known('', at(0), made)]
  const history = tellHistory('customers', trail, own)
  expect(shortly(history)).toEqual([
    ['note', 'second', 'third', true],
    ['note', 'first', 'second', false],
    ['', null, made, false],
  ])
  expect(history.present.get('note')).toBe('third')
  expect(shortly(tellHistory('customers', null, own)), 'without the server: what the device knows').toHaveLength(3)
})

test('what is earlier than the server has told so far waits, though the device knows of it', () => {
  const trail = { next: at(60), writes: [served('note', at(60), 'second', 'first')] }
  const own = [known('note', at(60), 'second'), known('phone', at(30), '1'), known('', at(0), { name: 'Ёлкин' })]
  expect(shortly(tellHistory('customers', trail, own))).toEqual([['note', 'first', 'second', false]])
})

test('an order’s moves are told of by themselves, at their own time; places and what the server adds are not', () => {
  const move = { kind: 'k', state: 's', at: T - 5000, author: 'anna' }
  const made = { source: 'site', moves: { m0: move } }
  const { deeds } = tellHistory('orders', null, [
    known('', at(0), made),
    known('cardPlace', at(1), 'a1'),
    known('moves/m0/arrived', at(2, 'server'), T),
    known('unknown', at(3), 1),
  ])
  expect(deeds.map(({ path, at, author }) => [path, at, author])).toEqual([
    ['', T, null],
    ['moves/m0', T - 5000, 'anna'],
  ])
})

test('a clock that was ahead wrote nothing later than it arrived', () => {
  const day = 86_400
  const writes = [{ ...served('note', at(day), 'ahead'), arrived: T + 1000 }, served('', at(0), {})]
  const { deeds } = tellHistory('customers', { next: null, writes }, [])
  expect(deeds[0]).toMatchObject({ path: 'note', at: T + 1000 })
})

test('what one person did within a minute is one act', () => {
  const { deeds } = tellHistory('customers', null, [
    known('', at(0), { name: 'Ёлкин' }),
    known('note', at(30), 'a'),
    known('phone', at(50, 'B'), '1', true),
    known('email', at(55), 'c'),
    known('inn', at(200), 'd'),
  ])
  const acts = actsOf(deeds, ({ replica }) => replica)
  expect(acts.map(({ who, isUnsent, deeds }) => [who, isUnsent, deeds.map(({ path }) => path)])).toEqual([
    ['A', false, ['inn']],
    ['A', false, ['email']],
    ['B', true, ['phone']],
    ['A', false, ['note', '']],
  ])
})
