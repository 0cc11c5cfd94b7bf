import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWeek } from '../../company/hours.ts'
import { localAt } from '../../time/days.ts'
import { inHours, nextStart } from './pace.ts'
import { type Refusal, readRefusal } from './refusal.ts'

test.each<[Refusal, string]>([
  ['hard', '550 5.1.1 <a@b.example>: Recipient address rejected: User unknown'],
  ['hard', '550 5.1.2 The domain does not accept mail'],
  ['hard', '5.2.1 mailbox disabled, not accepting messages'],
  ['hard', '550 no mailbox by that name'],
  ['hard', '550 5.7.1 No such user!'],
  ['full', '552 5.2.2 Mailbox full'],
  ['full', '452 4.2.2 The email account that you tried to reach is over quota'],
  ['full', '550 Почтовый ящик переполнен'],
  ['soft', '451 4.7.1 Greylisted, try again later'],
  ['soft', '421 Too many connections'],
  ['soft', '4.4.7 Message expired: delivery time expired'],
  ['spam', '554 5.7.1 Message rejected as spam by content filtering'],
  ['spam', '550 5.7.1 Service unavailable; client host [192.0.2.1] blocked using zen.spamhaus.org'],
  ['spam', '550 5.1.1 this address is a spam trap'],
  ['spam', '451 4.7.650 too many complaints from your domain'],
  ['other', '552 5.3.4 Message too big'],
  ['other', '554 5.7.1 Relay access denied'],
  ['other', '553 5.1.8 Sender address rejected'],
  ['other', 'hello'],
])('BM11: %s is what «%s» says', (expected, said) => {
  expect(readRefusal(said)).toBe(expected)
})

test('BM11: an address of a page about spam says nothing by itself', () => {
  expect(readRefusal('550 5.1.1 No such user https://mail.example/antispam')).toBe('hard')
})

const HOURS = ['1 09:00 18:00', '3 10:00 12:00']
const MONDAY_NOON = Date.UTC(2026, 10, 30, 9)
const zone = 'Europe/Moscow'

test('BM10: a letter goes in the hours of the mailing alone, by the clock of the company', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 14 * 24 * 60 }), (minutes) => {
      const at = MONDAY_NOON + minutes * 60_000
      const next = inHours(HOURS, at, zone)
      expect(next).toBeGreaterThanOrEqual(at)
      const local = localAt(next, zone)
      const open = readWeek(HOURS)[local.dayOfWeek - 1]
      const minute = local.hour * 60 + local.minute
      expect(open && open.from <= minute && minute < open.to).toBe(true)
    }),
  )
  expect(inHours([], MONDAY_NOON, zone)).toBe(MONDAY_NOON)
  expect(inHours(['nonsense'], MONDAY_NOON, zone)).toBe(Number.POSITIVE_INFINITY)
})

test('BM10: never more in an hour than it may be, and not before it is due', () => {
  const mailing = { due: null, hours: [], perHour: 120 }
  const known = { now: MONDAY_NOON, zone, last: MONDAY_NOON - 10_000 }
  expect(nextStart(mailing, known)).toBe(MONDAY_NOON + 20_000)
  expect(nextStart({ ...mailing, perHour: null }, known)).toBe(MONDAY_NOON)
  expect(nextStart({ ...mailing, due: MONDAY_NOON + 60_000 }, known)).toBe(MONDAY_NOON + 60_000)
  expect(nextStart(mailing, { ...known, last: null })).toBe(MONDAY_NOON)
})
