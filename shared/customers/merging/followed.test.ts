import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followed, mergedSets } from './followed.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const id = fc.constantFrom(...IDS)
/** Whatever people apart from each other may have written, rings and customers that have not arrived included. */
const written = fc.dictionary(id, fc.option(fc.constantFrom(...IDS, 'away')), { maxKeys: IDS.length })

test('B2: reading ends for whatever stands written, at one that stands by itself or is the lowest of its ring', () => {
  fc.assert(
    fc.property(written, id, (into, from) => {
      const mergedInto = (one: string) => into[one]
      const end = followed(from, mergedInto)
      expect(followed(end, mergedInto), 'the end is its own end').toBe(end)
      const next = into[end] ?? null
      if (next !== null) expect(followed(next, mergedInto), 'it is in a ring').toBe(end)
      expect(followed(into[from] ?? from, mergedInto), 'all on the way have the same end').toBe(end)
    }),
  )
})

test('B1: a customer that has not arrived is followed to, and on once it has', () => {
  const into = new Map([['a', 'b']])
  const end = () => followed('a', (one) => into.get(one))
  expect(end()).toBe('b')
  into.set('b', 'c')
  expect(end()).toBe('c')
})

test('B2: the whole ring is the one with the lowest id', () => {
  const into: { readonly [one: string]: string } = { a: 'c', c: 'b', b: 'a', e: 'c' }
  expect(['a', 'b', 'c', 'e'].map((one) => followed(one, (id) => into[id]))).toEqual(['a', 'a', 'a', 'a'])
  expect(mergedSets(IDS, (one) => into[one])).toEqual(new Map([['a', ['b', 'c', 'e']]]))
})

test('B1: a chain of 10,000 is followed', () => {
  const mergedInto = (one: string) => (Number(one) < 10_000 ? String(Number(one) + 1) : null)
  expect(followed('0', mergedInto)).toBe('10000')
})
