import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromSearch, queryOf, toSearch } from './view.ts'

const view = fc.record({
  responsible: fc.option(fc.constantFrom('p1', 'p2')),
  lanes: fc.boolean(),
  search: fc.string(),
})

test('an address keeps all of a view, and nothing of the first one', () => {
  fc.assert(
    fc.property(view, (one) => {
      const kept = Object.entries(toSearch(one)).flatMap(([key, text]) => (text === null ? [] : [[key, text]]))
      expect(fromSearch(Object.fromEntries(kept))).toEqual(one)
    }),
  )
  expect(fromSearch({ lanes: 'nonsense', search: ['a', 'b'] })).toEqual({ responsible: null, lanes: false, search: '' })
  expect(Object.values(toSearch(fromSearch({}))).every((text) => text === null)).toBe(true)
})

test('the board of one person asks for their orders alone', () => {
  expect(queryOf({ responsible: null, lanes: false, search: '' }, 'k').filter).toEqual([])
  expect(queryOf({ responsible: 'p1', lanes: true, search: 'кухня' }, 'k')).toEqual({
    what: 'board',
    kind: 'k',
    filter: [{ field: 'responsible', is: 'in', values: ['p1'] }],
    search: 'кухня',
    lanes: true,
  })
})
