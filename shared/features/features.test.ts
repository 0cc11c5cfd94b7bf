import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FEATURES, type FeatureId, isOn } from './features.ts'

const IDS = FEATURES.map(({ id }) => id)
const switched = fc.subarray(IDS).map((off) => off.map((id) => ({ id: id as string, isOff: true, gone: false })))

test('FT1: each feature stands behind all that it needs, and no two have one name', () => {
  for (const [i, { needs }] of FEATURES.entries())
    for (const one of needs.flat()) expect(IDS.slice(0, i)).toContain(one)
  expect(new Set(IDS).size).toBe(IDS.length)
  expect(isOn([], 'nothing' as FeatureId)).toBe(false)
})

test('FT2: what is on has all that it needs, what is off was switched off or lacks something', () => {
  fc.assert(
    fc.property(switched, (rows) => {
      for (const { id, needs } of FEATURES) {
        const has = needs.every((any) => any.some((one) => isOn(rows, one)))
        expect(isOn(rows, id)).toBe(has && !rows.some((row) => row.id === id))
      }
    }),
  )
})

test('FT2: a record that was removed, or says that it is on, switches nothing off', () => {
  expect(isOn([{ id: 'mail', isOff: true, gone: true }], 'mail')).toBe(true)
  expect(isOn([{ id: 'mail', isOff: false, gone: false }], 'mail')).toBe(true)
  expect(isOn([{ id: 'mail', isOff: true, gone: false }], 'mail')).toBe(false)
})
