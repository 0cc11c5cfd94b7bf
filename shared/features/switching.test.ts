import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Shop } from '../orders/testing/shop.ts'
import { features } from './collections.ts'
import { FEATURES, type FeatureId, isOn } from './features.ts'
import { goingWith, neededFor } from './switching.ts'

const IDS = FEATURES.map(({ id }) => id)
const some = fc.subarray(IDS, { minLength: 1 })
const acts = fc.array(fc.record({ ids: some, on: fc.boolean() }), { maxLength: 8 })

const rowsOf = (shop: Shop) => {
  const known = shop.device.open(features, 'mail').records(features)
  return [...known.ids()].map((id) => shop.row(features, id))
}
const onOf = (shop: Shop) => IDS.filter((id) => isOn(rowsOf(shop), id))

test('FT4: what was switched on last is on with all that it needs; what was switched off is off with all that is said to go', () => {
  fc.assert(
    fc.property(acts, fc.constantFrom(...IDS), (past, id) => {
      const shop = new Shop('A')
      for (const act of past) shop.do('switchFeatures', act)
      const before = onOf(shop)
      const off = new Set(rowsOf(shop).flatMap((row) => (row.isOff ? row.id : [])))
      const told = goingWith(off, [id])
      shop.do('switchFeatures', { ids: [id], on: false })
      expect(onOf(shop)).toEqual(before.filter((one) => one !== id && !told.includes(one)))
      const needed = neededFor(new Set([...off, id]), id)
      shop.do('switchFeatures', { ids: [id], on: true })
      expect(onOf(shop)).toEqual(expect.arrayContaining([id, ...needed]))
      expect(onOf(shop)).toEqual(expect.arrayContaining(before))
    }),
    { numRuns: 60 },
  )
})

test('FT4: a mailing needs one way at least, and says who switched it', () => {
  const shop = new Shop('A')
  const off = (...ids: FeatureId[]) => shop.do('switchFeatures', { ids, on: false })
  off('mail')
  expect(onOf(shop)).toContain('mailings')
  expect(goingWith(new Set(['mail']), ['sms'])).toEqual(['mailings'])
  off('sms', 'segments')
  expect(onOf(shop)).not.toContain('mailings')
  expect(rowsOf(shop).map(({ id }) => id)).not.toContain('mailings')
  shop.do('switchFeatures', { ids: ['mailings'], on: true })
  expect(onOf(shop)).toEqual(expect.arrayContaining(['segments', 'mail', 'mailings']))
  expect(onOf(shop)).not.toContain('sms')
  expect(shop.row(features, 'mail').since?.isOff).toMatchObject({ by: expect.any(String) })
})
