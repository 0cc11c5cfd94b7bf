import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_VIEW, GROUPS, type ListView, queryOf } from './quick-filters.ts'
import { fromSearch, toSearch } from './view-address.ts'

const view: fc.Arbitrary<ListView> = fc.record({
  scope: fc.constantFrom('open', 'all', 'mine', 'drafts'),
  kind: fc.option(fc.constantFrom('k1', 'k2')),
  states: fc.uniqueArray(fc.constantFrom('s1', 's2', 'completed')),
  responsible: fc.option(fc.constantFrom('p1', 'p2')),
  search: fc.string(),
  sort: fc.record({ field: fc.constantFrom('date', 'total'), down: fc.boolean() }),
  group: fc.option(fc.constantFrom(...GROUPS)),
})

test('an address keeps all of a view, and nothing of the first one', () => {
  fc.assert(
    fc.property(view, (one) => {
      const kept = Object.fromEntries(
        Object.entries(toSearch(one)).flatMap(([key, text]) => (text === null ? [] : [[key, text]])),
      )
      expect(fromSearch(kept)).toEqual(one)
    }),
  )
  expect(Object.values(toSearch(FIRST_VIEW)).every((text) => text === null)).toBe(true)
  expect(fromSearch({ scope: 'nonsense' })).toEqual(FIRST_VIEW)
})

test('open orders are those that are not completed; mine are open, too', () => {
  const filter = queryOf({ ...FIRST_VIEW, scope: 'mine' }, 'work', 'p1', 0, 50).filter
  expect(filter).toEqual([
    { field: 'sort', is: 'in', values: ['work'] },
    { field: 'responsible', is: 'in', values: ['p1'] },
    { field: 'completed', is: 'in', values: [false] },
  ])
})
