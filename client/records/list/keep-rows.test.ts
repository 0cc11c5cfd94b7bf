import { expect, test } from 'vitest'
import { keepRows } from './keep-rows.ts'

const row = (id: string, name: string, tags: readonly string[] = []) => ({ id, name, tags })

test('rows that are as they were are the objects that they were; others are those that came', () => {
  const before = [row('a', 'one'), row('b', 'two', ['x']), row('c', 'three')]
  const came = [row('c', 'three'), row('b', 'two', ['x']), row('a', 'other'), row('d', 'four')]
  const kept = keepRows(before, came)
  expect(kept).toEqual(came)
  expect(kept.map((one, at) => one === came[at])).toEqual([false, false, true, true])
  expect([kept[0] === before[2], kept[1] === before[1]]).toEqual([true, true])
})

test('a field that came or went, and a value within a value, make a row another', () => {
  const [before] = keepRows([], [row('a', 'one', ['x'])])
  if (!before) throw new Error('There is no row')
  const without: { id: string; name?: string } = { id: 'a' }
  expect(keepRows<{ id: string }>([before], [without])[0]).toBe(without)
  expect(keepRows<{ id: string }>([without], [before])[0]).toBe(before)
  const other = row('a', 'one', ['y'])
  expect(keepRows([before], [other])[0]).toBe(other)
})
