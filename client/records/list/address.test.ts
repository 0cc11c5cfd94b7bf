import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ME } from '../../../shared/filters/filter.ts'
import { nodes } from '../../../shared/filters/testing/arbitrary.ts'
import type { ListView } from '../../../shared/lists/view.ts'
import { fromSearch, toSearch } from './address.ts'
import { EVERYTHING, type Scope, splitScope, withScope } from './scopes.ts'

const open = { field: 'completed', is: 'equal', values: [false] } as const
const mine = { field: 'responsible', is: 'in', values: [ME] } as const
const SCOPES: readonly Scope[] = [{ id: 'open', filter: [open] }, { id: 'mine', filter: [open, mine] }, EVERYTHING]
const FIRST: ListView = {
  filter: [open],
  search: '',
  sort: [{ field: 'date', down: true }],
  group: [],
  columns: [{ field: 'number' }, { field: 'total' }],
}

const field = fc.constantFrom('number', 'date', 'total', 'customer')
const view: fc.Arbitrary<ListView> = fc.record({
  filter: fc.tuple(fc.constantFrom(...SCOPES), nodes).map(([scope, rest]) => withScope(rest, SCOPES, scope)),
  search: fc.string(),
  sort: fc.uniqueArray(fc.record({ field, down: fc.boolean() }), { selector: (one) => one.field }),
  group: fc.uniqueArray(fc.constantFrom('state', 'responsible', 'date:month')),
  columns: fc.uniqueArray(
    fc.oneof(fc.record({ field }), fc.record({ field, width: fc.integer({ min: 56, max: 800 }) })),
    { minLength: 1, selector: (one) => one.field },
  ),
})

/** What stands in the address, as the router gives it back. */
function kept(written: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(written).flatMap(([key, text]) => (text === null ? [] : [[key, text]])))
}

test('an address keeps all of a view, and nothing of the first one', () => {
  fc.assert(
    fc.property(view, (one) => {
      expect(fromSearch(kept(toSearch(one, FIRST, SCOPES)), FIRST, SCOPES)).toEqual(one)
    }),
  )
  expect(kept(toSearch(FIRST, FIRST, SCOPES))).toEqual({})
})

test('an address that nobody wrote reads as the first view', () => {
  const odd = { scope: 'nonsense', filter: '[["x"', columns: ',', sort: undefined, group: ['a', 'b'] }
  expect(fromSearch(odd, FIRST, SCOPES)).toEqual(FIRST)
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('scope', 'filter', 'search', 'sort', 'group', 'columns'), fc.string()),
      (text) => {
        const read = fromSearch(text, FIRST, SCOPES)
        expect(fromSearch(kept(toSearch(read, FIRST, SCOPES)), FIRST, SCOPES)).toEqual(read)
      },
    ),
  )
})

test('a scope changes its own conditions alone', () => {
  fc.assert(
    fc.property(view, fc.constantFrom(...SCOPES), ({ filter }, to) => {
      const changed = splitScope(withScope(filter, SCOPES, to), SCOPES)
      expect(changed.rest).toEqual(splitScope(filter, SCOPES).rest)
      expect(changed.scope).toEqual(to)
    }),
  )
})
