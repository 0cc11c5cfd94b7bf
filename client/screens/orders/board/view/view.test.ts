import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FilterNode } from '../../../../../shared/filters/filter.ts'
import { fromSearch, isSameView, queryOf, toSearch } from './view.ts'

const row = (person: string): FilterNode => ({ field: 'responsible', is: 'in', values: [person] })
const node = fc.constantFrom<FilterNode>(
  row('p1'),
  { ...row('p2'), off: true },
  { join: 'or', of: [row('p1'), { field: 'date', is: 'during', values: ['month'] }] },
)
const view = fc.record({ filter: fc.array(node, { maxLength: 3 }), lanes: fc.boolean(), search: fc.string() })

test('an address keeps all of a view, and nothing of the first one', () => {
  fc.assert(
    fc.property(view, (one) => {
      const kept = Object.entries(toSearch(one)).flatMap(([key, text]) => (text === null ? [] : [[key, text]]))
      expect(fromSearch(Object.fromEntries(kept))).toEqual(one)
    }),
  )
  const nonsense = { lanes: 'nonsense', search: ['a', 'b'], filter: '[["responsible"' }
  expect(fromSearch(nonsense)).toEqual({ filter: [], lanes: false, search: '' })
  expect(Object.values(toSearch(fromSearch({}))).every((text) => text === null)).toBe(true)
})

test('the board asks for what its filter leaves; views that read alike are the same', () => {
  const mine = { filter: [row('p1')], lanes: true, search: 'кухня' }
  expect(queryOf(mine, 'k')).toEqual({ what: 'board', kind: 'k', ...mine })
  expect(isSameView(mine, { ...mine, filter: [row('p1')] })).toBe(true)
  expect(isSameView(mine, { ...mine, filter: [row('p2')] })).toBe(false)
})
