import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarRecords } from '../calendar/collections.ts'
import { events } from '../events/collections.ts'
import { jobs } from '../jobs/collections.ts'
import { Shop } from '../orders/testing/shop.ts'
import type { JsonObject } from '../records/declarations/value.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { localAt } from '../time/days.ts'
import { reminders, rings } from './collections.ts'
import { calendarReminding, eventReminding, jobReminding, reminderRing } from './reminding.ts'
import { type Reminding, type Ring, ringId, ringsAt, ringsOf } from './rings.ts'

const ID = derivedId('common', START, 'test', 'ringing')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const ZONE = 'Europe/Moscow'
const TO = START + 400 * 24 * HOUR

function shopWith(collection: 'events' | 'jobs' | 'calendarRecords', values: JsonObject): Shop {
  const shop = new Shop('A')
  shop.do('createRecord', { collection, id: ID, values })
  return shop
}

const ringing = (reminding: Reminding | null, person = 'sedova') =>
  reminding ? ringsOf(reminding, { person, user: 'u1', from: 0, to: TO }) : []
const heard = (shop: Shop, id: string) => shop.device.open(rings, id).records(rings).get(id)
const times = (found: readonly Ring[]) => found.map(({ at }) => at)
const ahead = (minutes: number, person: string | null = null) => ({ person, before: minutes })

describe('what rings for whom', () => {
  const start = START + 24 * HOUR
  const meeting = { kind: 'meeting', subject: 'Замер', start, responsible: 'sedova' }

  test('Z1: a reminder rings so long before the start, for whom it names, else for all who have the record', () => {
    const participants = { p: { person: 'orlov' } }
    const two = { a: ahead(15), b: ahead(60, 'lunin') }
    const row = shopWith('events', { ...meeting, participants, reminders: two }).row(events, ID)
    expect(ringing(eventReminding(row))).toMatchObject([
      { at: start - 15 * MINUTE, about: `events/${ID}`, subject: 'Замер', begins: start, isWholeDay: false },
    ])
    expect(times(ringing(eventReminding(row), 'orlov'))).toEqual([start - 15 * MINUTE])
    expect(times(ringing(eventReminding(row), 'lunin'))).toEqual([start - HOUR])
    expect(ringing(eventReminding(row), 'somebody')).toEqual([])
  })

  test('Z1: what is repeated rings each time, as its exceptions say', () => {
    const first = START + 10 * 24 * HOUR
    const original = (days: number) => localAt(first + days * 24 * HOUR, ZONE).toString({ smallestUnit: 'minute' })
    const shop = shopWith('calendarRecords', {
      ...{ subject: 'Планерка', start: first, end: first + HOUR, responsible: 'sedova', zone: ZONE },
      ...{ repeat: 'FREQ=DAILY;COUNT=4', reminders: { a: ahead(15) } },
    })
    const later = first + 27 * HOUR
    const when = { start: later, end: later + HOUR, day: null, lastDay: null }
    shop.do('changeOccurrence', { id: ID, original: original(1), scope: 'this', when, subject: 'У директора' })
    shop.do('removeOccurrence', { id: ID, original: original(2), scope: 'this' })
    const found = ringing(calendarReminding(shop.row(calendarRecords, ID), ZONE))
    expect(found.map(({ at, subject }) => [at + 15 * MINUTE, subject])).toEqual([
      [first, 'Планерка'],
      [later, 'У директора'],
      [first + 3 * 24 * HOUR, 'Планерка'],
    ])
  })

  test('Z2: of whole days minutes count from when the day begins here; a reminder by itself rings at its time', () => {
    const job = { subject: 'Сдать', performer: 'sedova', due: '2026-12-01', reminders: { a: ahead(60) } }
    const row = shopWith('jobs', job).row(jobs, ID)
    const begins = Date.parse('2026-12-01T00:00:00+03:00')
    expect(ringing(jobReminding(row, ZONE))).toMatchObject([{ at: begins - HOUR, begins, isWholeDay: true }])
    const whole = { subject: 'Отпуск', responsible: 'sedova', day: '2026-12-01', reminders: { a: ahead(0) } }
    const record = shopWith('calendarRecords', whole).row(calendarRecords, ID)
    expect(times(ringing(calendarReminding(record, ZONE)))).toEqual([begins])
    const shop = new Shop('A')
    const own = { person: 'sedova', at: start, text: 'Позвонить', about: 'customers/c' }
    shop.do('createRecord', { collection: 'reminders', id: ID, values: own })
    const reminder = shop.row(reminders, ID)
    expect(reminderRing(reminder, 'sedova', 'u1')).toMatchObject({ at: start, about: 'customers/c', begins: null })
    expect(reminderRing(reminder, 'orlov', 'u2')).toBeNull()
  })

  test('Z3: moved, it rings at its other time even where the earlier one was heard; of one time there is one ring', () => {
    const shop = shopWith('events', { ...meeting, reminders: { a: ahead(15), b: ahead(15, 'sedova') } })
    const ring = () => ringing(eventReminding(shop.row(events, ID)))
    const [first] = ring() as [Ring]
    expect(ring()).toHaveLength(1)
    shop.do('answerRings', { heard: [first], until: null })
    shop.do('setRecord', { collection: 'events', id: ID, values: { start: start + HOUR } })
    const [moved] = ring() as [Ring]
    expect(moved.at).toBe(first.at + HOUR)
    expect([first, moved].map((one) => ringsAt(one, heard(shop, one.id)))).toEqual([null, moved.at])
  })

  test('Z4: what is over does not ring, nor does a reminder of what had begun before it was put there', () => {
    for (const state of ['done', 'calledOff']) {
      const row = shopWith('events', { ...meeting, state, reminders: { a: ahead(15) } }).row(events, ID)
      expect(ringing(eventReminding(row)), state).toEqual([])
    }
    const shop = shopWith('events', { ...meeting, reminders: { a: ahead(15) } })
    shop.do('removeRecord', { collection: 'events', id: ID })
    expect(ringing(eventReminding(shop.row(events, ID)))).toEqual([])
    const cancelled = { subject: 'Встреча', start, responsible: 'sedova', cancelled: true, reminders: { a: ahead(1) } }
    expect(ringing(calendarReminding(shopWith('calendarRecords', cancelled).row(calendarRecords, ID), ZONE))).toEqual(
      [],
    )
    const past = { ...meeting, start: 1000, reminders: { a: ahead(15) } }
    expect(ringing(eventReminding(shopWith('events', past).row(events, ID)))).toEqual([])
  })
})

describe('what a person did about a ring', () => {
  test('Z5, Z6: heard, it rings no more; snoozed, then; the same ring has the same id on every device', () => {
    const shop = new Shop('A')
    const ring = { id: ringId('u1', 'events/e', 5_000), about: 'events/e', at: 5_000, since: 5_000 } as Ring
    const rises = () => ringsAt(ring, heard(shop, ring.id))
    expect(rises()).toBe(5_000)
    shop.do('answerRings', { heard: [ring], until: 9_000 })
    expect(rises()).toBe(9_000)
    shop.do('answerRings', { heard: [ring], until: null })
    expect(rises()).toBeNull()
    expect(ring.id).toBe(ringId('u1', 'events/e', 5_000))
    expect(shop.row(rings, ring.id)).toMatchObject({ about: 'events/e', at: 5_000 })
  })

  test('Z3, Z5: ids differ wherever account, record or time do', () => {
    const one = fc.tuple(fc.constantFrom('u1', 'u2'), fc.constantFrom('events/a', 'jobs/a'), fc.nat({ max: 50 }))
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(ringId(...a) === ringId(...b)).toBe(String(a) === String(b))
      }),
    )
  })
})
