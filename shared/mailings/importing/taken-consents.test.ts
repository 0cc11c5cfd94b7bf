import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isGiven, isWithdrawn } from '../consent.ts'
import type { ConsentStand } from '../deeds.ts'
import { NOTHING_SAID } from '../write-deed.ts'
import { inOrder, standBehind, takenOf } from './taken-consents.ts'

const row = fc.record({ agrees: fc.boolean(), at: fc.integer({ min: 1, max: 6 }) })
type Row = { readonly agrees: boolean; readonly at: number }

const after = (stand: ConsentStand, rows: readonly Row[]) =>
  inOrder(rows).reduce((now, one) => standBehind(now, { ...one, by: 'importedFile', where: '' }), stand)
const stands = (stand: ConsentStand) => [isGiven({ ...stand, gone: false }), isWithdrawn({ ...stand, gone: false })]

test('BM22: of all that files say of an address, in whatever order they are taken and however often, the latest counts', () => {
  fc.assert(
    fc.property(fc.array(fc.array(row, { maxLength: 4 }), { maxLength: 4 }), (files) => {
      const all = files.flat()
      const latest = Math.max(...all.map(({ at }) => at))
      const says = all.filter(({ at }) => at === latest).every(({ agrees }) => agrees)
      const taken = [...files, ...files].reduce(after, NOTHING_SAID)
      expect(stands(taken)).toEqual(all.length === 0 ? [false, false] : [says, !says])
    }),
  )
})

test('BM22: whoever took it back later stays out, and who agreed later stays in', () => {
  const stand = { given: null, withdrawn: 5 }
  expect([4, 5, 6].map((at) => takenOf(stand, { agrees: true, at }))).toEqual(['later', 'later', 'agrees'])
  expect([4, 5, 6].map((at) => takenOf({ given: 5, withdrawn: null }, { agrees: false, at }))).toEqual([
    'later',
    'withdraws',
    'withdraws',
  ])
  expect(takenOf({ given: 5, withdrawn: null }, { agrees: true, at: 5 })).toBe('known')
})
