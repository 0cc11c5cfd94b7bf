import { beforeEach, expect, test } from 'vitest'
import type { InCalendar } from '../../../../shared/calendar/slots/slot.ts'
import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import { Shop } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import type { CalendarQuery } from './query.ts'
import { CalendarSlots } from './slots.ts'

const ZONE = 'Europe/Moscow'
const at = (local: string) => Date.parse(`${local}:00+03:00`)
const NOVEMBER = { from: at('2026-11-01T00:00'), to: at('2026-12-01T00:00') }
const DECEMBER = { from: at('2026-12-01T00:00'), to: at('2027-01-01T00:00') }
const idOf = (key: string) => derivedId('common', START, 'test', key)

let shop: Shop
let directory: Directory
let slots: CalendarSlots
const made = new Set<string>()

beforeEach(() => {
  made.clear()
  shop = new Shop('A')
  directory = new Directory('anna', () => START)
  slots = new CalendarSlots(directory)
  put('company', 'company', { name: 'Ассоль', zone: ZONE })
})

function put(collection: CollectionName, key: string, values: JsonObject): void {
  const id = collection === 'company' ? key : idOf(key)
  const name = made.has(id) ? 'setRecord' : 'createRecord'
  made.add(id)
  shop.do(name, { collection, id, values })
  tell(collection, id)
}

function tell(collection: CollectionName, id: string): void {
  const declared: Collection = COLLECTIONS[collection]
  const after = shop.row(declared, id)
  slots.take(directory.take([{ collection: declared, id, before: null, after, origin: 'test' }]))
}

function asked(query: Partial<CalendarQuery> = {}): (string | null)[] {
  const of: readonly InCalendar[] = ['calendarRecords', 'events', 'jobs']
  return slots.answer({ what: 'calendar', ...NOVEMBER, who: null, of, ...query }).slots.map(({ subject }) => subject)
}

test('E29: records, events and jobs of a span by their start; what is repeated in each span', () => {
  put('calendarRecords', 'weekly', {
    subject: 'Планерка',
    start: at('2026-11-02T10:00'),
    repeat: 'FREQ=WEEKLY',
    responsible: 'anna',
  })
  put('events', 'call', {
    kind: 'call',
    subject: 'Звонок',
    start: at('2026-11-30T09:00'),
    responsible: 'anna',
    customer: idOf('lotos'),
  })
  put('jobs', 'job', { subject: 'Замер', due: '2026-11-02', performer: 'boris' })
  put('customers', 'lotos', { name: 'Лотос' })
  expect(asked()).toEqual(['Замер', 'Планерка', 'Планерка', 'Планерка', 'Планерка', 'Звонок', 'Планерка'])
  expect(asked({ who: ['boris'] })).toEqual(['Замер'])
  expect(asked({ of: ['events'] })).toEqual(['Звонок'])
  expect(asked(DECEMBER)).toEqual(['Планерка', 'Планерка', 'Планерка', 'Планерка'])
  const [call] = slots.answer({ what: 'calendar', ...NOVEMBER, who: null, of: ['events'] }).slots
  expect(call).toMatchObject({ customerName: 'Лотос', who: ['anna'], kind: 'call' })
})

test('answers follow changes: moved, made repeated, removed, brought back', () => {
  put('calendarRecords', 'one', { subject: 'Встреча', start: at('2026-11-02T10:00') })
  expect(asked()).toEqual(['Встреча'])
  put('calendarRecords', 'one', { start: at('2026-12-02T10:00') })
  expect(asked()).toEqual([])
  expect(asked(DECEMBER)).toEqual(['Встреча'])
  put('calendarRecords', 'one', { repeat: 'FREQ=DAILY;COUNT=2' })
  expect(asked(DECEMBER)).toEqual(['Встреча', 'Встреча'])
  put('calendarRecords', 'one', { repeat: null, start: null, day: '2026-11-30', lastDay: '2026-12-01' })
  expect([asked(), asked(DECEMBER)]).toEqual([['Встреча'], ['Встреча']])
  shop.do('removeRecord', { collection: 'calendarRecords', id: idOf('one') })
  tell('calendarRecords', idOf('one'))
  expect([asked(), asked(DECEMBER)]).toEqual([[], []])
  shop.do('restoreRecord', { collection: 'calendarRecords', id: idOf('one') })
  tell('calendarRecords', idOf('one'))
  expect(asked()).toEqual(['Встреча'])
})

test('another zone of the company makes other days of the same times', () => {
  put('calendarRecords', 'late', { subject: 'Поздно', start: at('2026-11-30T23:30'), responsible: 'anna' })
  put('jobs', 'job', { subject: 'Замер', due: '2026-12-01' })
  expect(asked()).toEqual(['Поздно'])
  put('company', 'company', { zone: 'Asia/Kamchatka' })
  const kamchatka = slots.answer({ what: 'calendar', ...NOVEMBER, who: null, of: ['jobs', 'calendarRecords'] })
  expect(kamchatka.zone).toBe('Asia/Kamchatka')
  expect(kamchatka.slots.map(({ subject }) => subject)).toEqual(['Замер', 'Поздно'])
})
