import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Filter, FilterNode } from './filter.ts'
import { nodes } from './testing/arbitrary.ts'
import { readFilter, writeFilter } from './text.ts'

test('L10: a filter is read back as it was written', () => {
  fc.assert(
    fc.property(nodes, (filter) => {
      expect(readFilter(writeFilter(filter))).toEqual(filter)
    }),
  )
})

test('L10: the form in which filters are kept stays', () => {
  const filter: Filter = [
    { field: 'state', is: 'in', values: ['s1', null] },
    {
      join: 'or',
      of: [
        { field: 'total', is: 'atLeast', values: [100] },
        { join: 'not', of: [] },
      ],
      off: true,
    },
  ]
  expect(writeFilter(filter)).toBe('[["state","in","s1",null],["-",["or",["total","atLeast",100],["not"]]]]')
})

test('what is no filter reads as none, however it is made', () => {
  const deep = (levels: number): FilterNode =>
    levels === 0 ? { field: 'a', is: 'filled', values: [] } : { join: 'and', of: [deep(levels - 1)] }
  const bad = [
    '',
    'x',
    '{}',
    '7',
    '[7]',
    '[[]]',
    '[["a"]]',
    '[["a","like","b"]]',
    '[["a","in",{}]]',
    '[["-"]]',
    writeFilter([deep(40)]),
    JSON.stringify(Array.from({ length: 2000 }, () => ['a', 'filled'])),
  ]
  expect(bad.filter((text) => readFilter(text) !== null)).toEqual([])
  fc.assert(
    fc.property(fc.json(), (text) => {
      const read = readFilter(text)
      if (read) expect(readFilter(writeFilter(read))).toEqual(read)
    }),
  )
})
