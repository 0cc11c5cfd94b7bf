import { expect, test } from 'vitest'
import { inParts } from './parts.ts'

test('parts put together are the list, none of them empty or too long', () => {
  expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(inParts([1, 2], 2)).toEqual([[1, 2]])
  expect(inParts([], 2)).toEqual([])
})
