import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBlock, writeBlock } from '../../columns/block.ts'
import { readAsked } from './asked.ts'
import { IndexMaker, type IndexParts } from './block.ts'
import { Index } from './index.ts'
import { worthOfTerms } from './scan.ts'
import { finished } from './steps.ts'
import type { Terms } from './terms.ts'

const WORDS = [
  'заказ',
  'заказы',
  'закат',
  'кухня',
  'кухонь',
  'окно',
  'окон',
  'мир',
  'владимир',
  'ivan',
  'ivanov',
  'ст',
  '12',
  '0012',
  '123',
  '7kq2',
  '5012',
]
const PHONES = ['9165550143', '9215550142', '5550143']
const IDS = ['common-1', 'common-2', 'common-3']

const some = (from: readonly string[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...from), { maxLength: most }).map((all) => new Set(all))
const records = fc.array(
  fc.record({ titles: some(WORDS, 3), texts: some(WORDS, 5), phones: some(PHONES, 2), references: some(IDS, 2) }),
  { minLength: 1, maxLength: 40, size: 'max' },
)
const typed = fc.oneof(
  fc.constantFrom(
    ...WORDS,
    'зака',
    'кухню',
    'закзы',
    'вадимир',
    'vbh',
    '916 555',
    '8 (921) 555-01-42',
    '55',
    '12 мир',
    'окна ivan',
  ),
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
)

function indexOf(all: readonly Terms[]): Index {
  const maker = new IndexMaker()
  for (const terms of all) maker.add(terms)
  // As it comes back from a disk.
  const parts = Object.fromEntries(readBlock(writeBlock({ ...maker.make() }))) as unknown as IndexParts
  return finished(Index.making(parts, all.length))
}

test('I7: an index says of each record what looking at it says', () => {
  fc.assert(
    fc.property(records, typed, fc.boolean(), some(IDS, 3), (all, text, isForgiving, named) => {
      const index = indexOf(all)
      for (const { parts } of readAsked(text)) {
        for (const part of parts) {
          const worths = new Uint8Array(all.length)
          index.rate(part, { isForgiving, named }, worths)
          expect([...worths]).toEqual(all.map((terms) => worthOfTerms(terms, part, { isForgiving, named })))
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('I10: an index marks exactly the records that name somebody', () => {
  fc.assert(
    fc.property(records, some(IDS, 3), (all, ids) => {
      const marks = new Uint8Array(all.length)
      indexOf(all).mark(ids, marks)
      expect([...marks]).toEqual(all.map(({ references }) => Number([...references].some((id) => ids.has(id)))))
    }),
  )
})

test('an index of nothing finds nothing', () => {
  const index = indexOf([])
  const [reading] = readAsked('заказ')
  index.rate(reading?.parts[0] ?? { words: [], phone: null }, { isForgiving: true, named: new Set() }, new Uint8Array())
  expect(index.has({ word: 'заказ', stems: ['заказ'], hasDigit: false, isInside: true, number: null })).toBe(false)
})
