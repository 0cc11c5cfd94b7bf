import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlace, placeAfter, placesFor } from './place.ts'

/** Places as devices come to them: put anywhere between others, many times. */
const places = fc.array(fc.nat(), { minLength: 1, maxLength: 40 }).map((puts) => {
  const list: { id: string; place: string | null }[] = []
  for (const [i, put] of puts.entries()) {
    const id = `e${i}`
    list.splice(put % (list.length + 1), 0, { id, place: null })
    const written = new Map(placesFor(list, id))
    for (const entry of list) entry.place = written.get(entry.id) ?? entry.place
  }
  return list
})

test('places that are put between others are places, and rise', () => {
  fc.assert(
    fc.property(places, (list) => {
      const all = list.map((entry) => entry.place ?? '')
      expect(all.every(isPlace)).toBe(true)
      expect([...all].sort()).toEqual(all)
      expect(new Set(all).size).toBe(all.length)
      expect(placeAfter(list) > (all.at(-1) ?? '')).toBe(true)
    }),
  )
})

test('one write moves an entry where its neighbours leave room, a write for each where they do not', () => {
  const list = [
    { id: 'a', place: 'a0' },
    { id: 'moved', place: 'a9' },
    { id: 'b', place: 'a1' },
  ]
  expect(placesFor(list, 'moved')).toEqual([['moved', 'a0V']])
  const twice = list.map((entry) => ({ ...entry, place: entry.id === 'moved' ? 'a9' : 'a0' }))
  expect(placesFor(twice, 'moved')).toEqual([
    ['a', 'a0'],
    ['moved', 'a1'],
    ['b', 'a2'],
  ])
})

test('behind entries of which none, or not the last, has a place', () => {
  expect(placeAfter([])).toBe('a0')
  expect(placeAfter([{ id: 'a', place: null }])).toBe('a0')
  expect(
    placeAfter([
      { id: 'a', place: 'a5' },
      { id: 'b', place: null },
    ]),
  ).toBe('a6')
})

test.each(['', 'a', 'a00', 'a0!', '5', 'b1', '~', 'aЖ', `A${'0'.repeat(26)}`, 'a0\n'])('%j is no place', (text) => {
  expect(isPlace(text)).toBe(false)
})

test.each(['a0', 'a0V', 'Zz', 'b10', 'c100'])('%j is a place', (text) => {
  expect(isPlace(text)).toBe(true)
})
