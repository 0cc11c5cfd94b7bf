import { expect, test } from 'vitest'
import type { PhoneRecord } from '../../../../../shared/calls/collections.ts'
import { textingOf, textingPhone } from './texting-phone.ts'

const phoneOf = (id: string, change: Partial<PhoneRecord> = {}) =>
  ({ id, gone: false, isOff: false, texts: true, owner: 'max', ...change }) as PhoneRecord

test('TX16: offered are the own phones that send SMS and are on', () => {
  const others = [
    phoneOf('gone', { gone: true }),
    phoneOf('off', { isOff: true }),
    phoneOf('silent', { texts: false }),
    phoneOf('olga', { owner: 'olga' }),
    phoneOf('line', { owner: null }),
  ]
  expect(textingOf([...others, phoneOf('mine')], 'max')).toEqual([phoneOf('mine')])
})

test('TX16: what was chosen for an SMS counts, then what was chosen last, else the company says', () => {
  const own = [phoneOf('samsung'), phoneOf('pixel')]
  const idOf = (chosen: string | null | undefined, last: string | null) => textingPhone(own, chosen, last)?.id ?? null
  expect(idOf(undefined, null)).toBeNull()
  expect(idOf(undefined, 'pixel')).toBe('pixel')
  expect(idOf(null, 'pixel')).toBeNull()
  expect(idOf('samsung', 'pixel')).toBe('samsung')
  expect(idOf('thrown-away', 'pixel')).toBeNull()
})
