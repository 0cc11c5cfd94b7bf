import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item, SortBy } from '../query.ts'
import { comparison, inOrder } from './order-by.ts'

const value = fc.oneof(
  fc.constantFrom(null, '', 'Ёлкин', 'елкин', 'Яков', 'b', 'B', true, false),
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true }),
)
const items = fc
  .uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,3}$/), a: value, b: value, bName: value }), {
    selector: ({ id }) => id,
  })
  .map((all): Item[] => all)
const sort: fc.Arbitrary<SortBy[]> = fc.array(
  fc.record({ field: fc.constantFrom('a', 'b', 'none'), down: fc.boolean() }),
  { maxLength: 3 },
)

test('a list made anew stands as one that is mended: by its fields, then by id', () => {
  fc.assert(
    fc.property(items, sort, (all, by) => {
      const ids = (sorted: readonly Item[]) => sorted.map(({ id }) => id)
      expect(ids(inOrder(all, by))).toEqual(ids(all.toSorted(comparison(by))))
    }),
  )
})
