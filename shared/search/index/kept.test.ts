import { expect, test } from 'vitest'
import { IndexMaker } from './block.ts'
import type { Shelved } from './document.ts'
import { type KeptIndex, keptIndexOf, readKeptIndex } from './kept.ts'
import { termsOf } from './terms.ts'

const SHELVED: readonly Shelved[] = [{ collection: 'customers', ids: ['c1', 'c2'] }]
const MADE = { by: 'build', upTo: 7 }

function kept(): KeptIndex {
  const maker = new IndexMaker()
  for (const id of ['c1', 'c2']) maker.add(termsOf('customers', { id, name: `Ромашка ${id}` }))
  return keptIndexOf(maker.make(), SHELVED, MADE)
}

test('I12: a kept index comes back as it was', () => {
  const parts = readKeptIndex(structuredClone(kept()), MADE, SHELVED)
  expect(new TextDecoder().decode(parts?.words)).toBe('\nc1\nc2\nромашка\n')
})

test('I12: of another build, another update, other records, or spoiled, it is passed over', () => {
  const whole = kept()
  expect(readKeptIndex(whole, { ...MADE, by: 'other' }, SHELVED)).toBe(null)
  expect(readKeptIndex(whole, { ...MADE, upTo: 8 }, SHELVED)).toBe(null)
  expect(readKeptIndex(whole, MADE, [{ collection: 'customers', ids: ['c1', 'c3'] }])).toBe(null)
  for (const odd of [null, 'x', {}, { ...whole, block: 'text' }]) expect(readKeptIndex(odd, MADE, SHELVED)).toBe(null)
  for (let at = 0; at < whole.block.length; at += 13) {
    const block = whole.block.slice()
    block[at] = (block[at] ?? 0) ^ 1
    expect(readKeptIndex({ ...whole, block }, MADE, SHELVED)).toBe(null)
  }
})
