import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isId, isSegment } from '../records/keys/key.ts'
import { documentOfShelf, shelfId } from './shelves.ts'

test('a shelf’s id names its document, and is an id', () => {
  // What no name in an object may be is no id, and no document’s either.
  const part = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/).filter(isSegment)
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
      const name = ['company', ...parts].join('/')
      expect(documentOfShelf('company', shelfId(name))).toBe(name)
      expect(isId(shelfId(name))).toBe(true)
    }),
  )
})

test('the quarters of a circle', () => {
  expect(shelfId('7KQ2/orders/common/2026Q4')).toBe('orders_-common_-2026Q4')
})
