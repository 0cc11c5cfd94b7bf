import { expect, test } from 'vitest'
import { stepped } from './steps.ts'

const COLUMNS = [{ id: 'new' }, { id: 'made' }, { id: 'completed' }]
const LANES = ['anna', null]
const COUNTS: Readonly<Record<string, number>> = { 'anna new': 2, 'anna made': 5, 'null new': 1 }
const others = (lane: string | null, state: string) => COUNTS[`${lane} ${state}`] ?? 0
const step = (key: string, lane: string | null, state: string, index: number) => {
  const to = stepped(key, { lane, state, index }, COLUMNS, LANES, others)
  return to && `${to.lane} ${to.state} ${to.index}`
}

test('a carried card goes up and down among the others, behind the last one too', () => {
  expect(step('ArrowDown', 'anna', 'made', 4)).toBe('anna made 5')
  expect(step('ArrowUp', 'anna', 'made', 5)).toBe('anna made 4')
})

test('beyond the ends it goes to the lane beside, and nowhere from the last lane', () => {
  expect(step('ArrowDown', 'anna', 'new', 2)).toBe('null new 0')
  expect(step('ArrowUp', null, 'new', 0)).toBe('anna new 2')
  expect(step('ArrowUp', 'anna', 'new', 0)).toBeNull()
  expect(step('ArrowDown', null, 'new', 1)).toBeNull()
})

test('left and right it keeps its height as far as the column has cards', () => {
  expect(step('ArrowRight', 'anna', 'new', 1)).toBe('anna made 1')
  expect(step('ArrowLeft', 'anna', 'made', 4)).toBe('anna new 2')
  expect(step('ArrowRight', 'anna', 'made', 4)).toBe('anna completed 0')
  expect(step('ArrowLeft', 'anna', 'new', 1)).toBeNull()
  expect(step('ArrowRight', 'anna', 'completed', 0)).toBeNull()
})

test('other keys lead nowhere', () => {
  expect(step('a', 'anna', 'new', 1)).toBeNull()
})
