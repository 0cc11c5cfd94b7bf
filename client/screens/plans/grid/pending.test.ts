import { expect, test } from 'vitest'
import { Pending } from './pending.ts'

test('what is typed stands over older answers, until one has it', () => {
  const pending = new Pending()
  pending.put([['a', 5]])
  expect(pending.over('a', 1)).toBe(5)
  expect(pending.over('b', 1)).toBe(1)
  expect(pending.over('a', 5)).toBe(5)
  expect(pending.isEmpty).toBe(true)
  expect(pending.over('a', 7)).toBe(7)
})

test('once the worker has it, what the next answer says stands: somebody else may have written later', () => {
  const pending = new Pending()
  const { told } = pending.put([['a', 5]])
  told()
  expect(pending.over('a', 9)).toBe(9)
  expect(pending.isEmpty).toBe(true)
})

test('what was refused goes, but not what was typed after it', () => {
  const pending = new Pending()
  const first = pending.put([
    ['a', 5],
    ['b', null],
  ])
  pending.put([['a', 6]])
  first.refused()
  expect([pending.over('a', 1), pending.over('b', 1)]).toEqual([6, 1])
})
