import { beforeEach, expect, test } from 'vitest'
import { LARGEST } from '../../../shared/calendar/ical/reading/lines.ts'
import type { ReadRecord } from '../../../shared/calendar/ical/reading/read.ts'
import { GOOGLE, OUTLOOK } from '../../../shared/calendar/ical/testing/samples.ts'
import { Failure } from '../../../shared/errors.ts'
import { Shop } from '../../../shared/orders/testing/shop.ts'
import { exchange } from '../../../shared/records/simulation/world/desk.ts'
import { addressesOf } from './addresses.ts'
import { doing, planOf } from './plan.ts'

const PEOPLE = addressesOf([
  { id: 'nobody', email: null },
  { id: 'anna', email: 'Sedova@assol.example' },
  { id: 'second', email: 'sedova@assol.example' },
])
let shop: Shop
beforeEach(() => {
  shop = new Shop('A')
})

const file = (text: string, name = 'meeting.ics') => new File([text], name)

/** As the worker tries it out: on what stands, and nothing of it stays. */
function planned(...files: readonly File[]) {
  const tryOut = async (invited: readonly ReadRecord[]) => {
    const trial = new Shop('trial')
    exchange(shop, trial)
    return trial.answer('takeInvitation', { invited, people: PEOPLE }).outcomes.map(({ outcome }) => outcome)
  }
  return planOf(files, { home: 'Europe/Moscow', tryOut })
}

async function outcomes(...files: readonly File[]) {
  const plan = await planned(...files)
  return plan.planned.map(({ event, outcome }) => [event?.subject, outcome])
}

const take = (invited: readonly ReadRecord[]) => shop.do('takeInvitation', { invited, people: PEOPLE })
const lines = (...own: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...own, 'END:VEVENT', 'END:VCALENDAR'].join('\n')

test('of two people with one address it is the first, whatever its letters', () => {
  expect(PEOPLE).toEqual({ 'sedova@assol.example': 'anna' })
})

test('E7: what files would come to is known before anything is done; taken, they are nothing new', async () => {
  const plan = await planned(file(OUTLOOK), file(GOOGLE))
  expect(plan.planned.map(({ outcome }) => outcome)).toEqual(['made', 'made', 'made'])
  expect(await outcomes(file(OUTLOOK))).toEqual([['Обсуждение кухни', 'made']])
  take(doing(plan).map(({ read }) => read))
  const again = await planned(file(OUTLOOK), file(GOOGLE))
  expect(again.planned.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same'])
  expect(doing(again)).toEqual([])
})

test('E7, E10: a newer number changes, an older leaves as it is, a CANCEL cancels', async () => {
  const newer = OUTLOOK.replace('SEQUENCE:0', 'SEQUENCE:2')
  take(doing(await planned(file(newer))).map(({ read }) => read))
  expect(await outcomes(file(OUTLOOK))).toEqual([['Обсуждение кухни', 'older']])
  expect(await outcomes(file(newer.replace('SEQUENCE:2', 'SEQUENCE:3')))).toEqual([['Обсуждение кухни', 'changed']])
  const cancel = newer.replace('METHOD:REQUEST', 'METHOD:CANCEL').replace('SEQUENCE:2', 'SEQUENCE:3')
  expect(await outcomes(file(cancel))).toEqual([['Обсуждение кухни', 'cancelled']])
})

test('E12: a damaged file is told by its name and line, an event by its subject; the others are planned', async () => {
  const noTime = lines('UID:a', 'SUMMARY:Без времени')
  const plan = await planned(file(OUTLOOK), file('BEGIN:VCALENDAR\nнет', 'broken.ics'), file(noTime))
  expect(plan.planned.map(({ outcome }) => outcome)).toEqual(['made'])
  expect(plan.notTaken).toMatchObject([
    { name: 'broken.ics', why: { code: 'ical-line', params: { line: 2 } } },
    { name: 'Без времени', why: { code: 'ical-time' } },
  ])
})

test('a file that is far too large is not even read', async () => {
  const large = Object.defineProperties(file(OUTLOOK, 'all.ics'), {
    size: { value: 3 * LARGEST + 1 },
    text: { value: () => Promise.reject(new Error('it is read')) },
  })
  expect((await planned(large)).notTaken).toMatchObject([{ name: 'all.ics', why: { code: 'ical-large' } }])
})

test('one that the company refuses does not hold up the others, and is told why', async () => {
  const read = await planned(file(GOOGLE))
  const refused = read.planned[0]?.read
  const plan = await planOf([file(GOOGLE)], {
    home: 'Europe/Moscow',
    tryOut: async (invited) => {
      if (invited.some(({ uid }) => uid === refused?.uid)) throw new Failure('end-before-start')
      return invited.map(() => 'made')
    },
  })
  expect(plan.planned).toHaveLength(1)
  expect(plan.notTaken).toMatchObject([{ name: read.planned[0]?.event?.subject, why: { code: 'end-before-start' } }])
})
