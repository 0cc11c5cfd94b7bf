import { expect, test } from 'vitest'
import { placesAt } from './places-at.ts'

const ROWS = ['a', 'b', 'c'].map((id, i) => ({ id, place: `a${i}` }))

/** The rows in the order that the places written lead to. */
function after(moved: string, to: number): string {
  const written = new Map(placesAt(ROWS, moved, to))
  const placed = ROWS.map(({ id, place }) => ({ id, place: written.get(id) ?? place }))
  return placed
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ id }) => id)
    .join('')
}

test('a row is put where another one stands, and nowhere beyond the ends', () => {
  expect([after('a', 2), after('c', 0), after('b', 0), after('b', 2)]).toEqual(['bca', 'cab', 'bac', 'acb'])
  expect([placesAt(ROWS, 'a', 0), placesAt(ROWS, 'c', 3), placesAt(ROWS, 'a', -1), placesAt(ROWS, 'x', 1)]).toEqual(
    Array(4).fill([]),
  )
})
