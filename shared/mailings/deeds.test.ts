import fc from 'fast-check'
import { expect, test } from 'vitest'
import { consentId, toOf } from './consent-id.ts'
import { consentBehind, isUnsubscribed, type ReaderDeed, type ReaderStand, readerBehind } from './deeds.ts'
import { mailingOf, readerId } from './reader-id.ts'
import { NOTHING_SAID } from './write-deed.ts'

const MAILING = '0123456789abcdef0123'
const READER = readerId(MAILING, 'anna@example.com')

const at = fc.integer({ min: 1, max: 6 })
const recipient = fc.constant(READER)
const deed: fc.Arbitrary<ReaderDeed> = fc.oneof(
  fc.record({ did: fc.constant('opened' as const), at, recipient }),
  fc.record({ did: fc.constant('clicked' as const), at, recipient, url: fc.constant('https://example.com') }),
  fc.record({ did: fc.constant('subscribedAgain' as const), at, recipient }),
  fc.record({
    did: fc.constant('unsubscribed' as const),
    at,
    recipient,
    by: fc.constantFrom('oneClick' as const, 'unsubscribePage' as const),
    reason: fc.constantFrom('', 'Слишком часто', 'Не подписывался'),
  }),
)

const READS: ReaderStand = { opened: null, clicked: null, unsubscribed: null, subscribedAgain: null, reason: null }
const settled = (deeds: readonly ReaderDeed[]) => ({
  reader: deeds.reduce(readerBehind, READS),
  consent: deeds.reduce((stand, one) => consentBehind(stand, one, MAILING), NOTHING_SAID),
})

test('BM3: deeds come to the same in any order, and however often they are told', () => {
  const told = fc
    .array(deed, { maxLength: 8 })
    .chain((deeds) =>
      fc.tuple(fc.constant(deeds), fc.shuffledSubarray([...deeds, ...deeds], { minLength: deeds.length * 2 })),
    )
  fc.assert(
    fc.property(told, ([deeds, again]) => {
      expect(settled(again)).toEqual(settled(deeds))
    }),
  )
})

test('BM3: the latest of unsubscribing and subscribing again counts', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1 }), (deeds) => {
      const said = deeds.filter(({ did }) => did === 'unsubscribed' || did === 'subscribedAgain')
      const last = Math.max(0, ...said.map((one) => one.at))
      const isOut = said.some((one) => one.at === last && one.did === 'unsubscribed')
      const { reader, consent } = settled(deeds)
      expect(isUnsubscribed(reader)).toBe(isOut)
      expect(consent.withdrawn !== null && consent.withdrawn >= (consent.given ?? 0)).toBe(isOut)
    }),
  )
})

test('BM3: who follows a link has opened the letter', () => {
  const clicked: ReaderDeed = { did: 'clicked', at: 5, recipient: READER, url: 'https://example.com' }
  expect(readerBehind(READS, clicked)).toMatchObject({ clicked: 5, opened: 5 })
})

test('BM1, BM2: ids follow from way and address, whatever its capitals and spaces; a reader names the mailing', () => {
  expect(consentId('letter', ' Anna@Example.COM ')).toBe(consentId('letter', 'anna@example.com'))
  expect(consentId('letter', '+79001234567')).not.toBe(consentId('sms', '+79001234567'))
  expect(readerId(MAILING, toOf('letter', 'ANNA@example.com'))).toBe(READER)
  expect(mailingOf(READER)).toBe(MAILING)
  for (const wrong of ['', MAILING, `${MAILING}_x`, `../${READER}`, `${READER}.1`]) expect(mailingOf(wrong)).toBeNull()
})
