import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import { Shop } from '../../../../shared/orders/testing/shop.ts'
import type { Collection, Row } from '../../../../shared/records/declarations/collection.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import { LiveRings } from './live-rings.ts'
import type { DueRing } from './query.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MEETING = derivedId('common', START, 'test', 'meeting')

/** A company whose records are made now, and a device that reads them at any time. */
function createDesk() {
  const shop = new Shop('A')
  const held: (readonly [CollectionName, string])[] = []
  const began = shop.ask((tx) => tx.now())
  let directory = new Directory('sedova', () => Date.now())
  const read = ([name, id]: readonly [CollectionName, string]) =>
    directory.take([
      { collection: COLLECTIONS[name] as Collection, id, before: null, after: row(name, id), origin: null },
    ])
  const row = (name: CollectionName, id: string) => shop.row(COLLECTIONS[name] as Collection, id) as Row<Collection>
  const put = (name: CollectionName, id: string, values: JsonObject) => {
    shop.do('createRecord', { collection: name, id, values })
    held.push([name, id])
    return read([name, id])
  }
  const answer = (ring: DueRing, until: number | null) => {
    shop.do('answerRings', { heard: [ring], until })
    held.push(['rings', ring.id])
    return read(['rings', ring.id])
  }
  const start = () => {
    directory = new Directory('sedova', () => Date.now())
    for (const one of held) read(one)
    return new LiveRings(directory, 'u1', () => told.push(Date.now()))
  }
  const told: number[] = []
  return { shop, began, put, answer, start, told, read }
}

let desk: ReturnType<typeof createDesk>
let live: LiveRings
beforeEach(() => {
  vi.useFakeTimers()
  desk = createDesk()
  vi.setSystemTime(desk.began)
})
afterEach(() => {
  live.close()
  vi.useRealTimers()
})

const meeting = (start: number) => ({
  kind: 'meeting',
  subject: 'Замер',
  start,
  responsible: 'sedova',
  reminders: { a: { before: 15 } },
})
const due = () => live.answer().due

test('Z7: a page is woken when a ring is due, once for it, whatever else changes', () => {
  const start = desk.began + DAY
  desk.put('events', MEETING, meeting(start))
  live = desk.start()
  vi.setSystemTime(start - 15 * MINUTE - 1000)
  vi.advanceTimersByTime(999)
  expect([desk.told, due()]).toEqual([[], []])
  vi.advanceTimersByTime(31_000)
  expect(desk.told).toHaveLength(1)
  expect(due()).toMatchObject([{ subject: 'Замер', at: start - 15 * MINUTE, isMissed: false }])
  vi.advanceTimersByTime(10 * MINUTE)
  expect(desk.told, 'it is told once').toHaveLength(1)
})

test('Z5, Z7: heard once, it is not told again by any start; what nobody heard is told by each, as missed', () => {
  const start = desk.began + DAY
  desk.put('events', MEETING, meeting(start))
  vi.setSystemTime(start)
  live = desk.start()
  expect(due()).toMatchObject([{ isMissed: true }])
  live.close()
  live = desk.start()
  const [ring] = due() as [DueRing]
  expect(live.take(desk.answer(ring, null))).toBe(true)
  expect(due()).toEqual([])
  live.close()
  vi.setSystemTime(start + DAY)
  live = desk.start()
  expect(due()).toEqual([])
})

test('Z6: snoozed, it wakes pages at the chosen time, after a start in between too', () => {
  const start = desk.began + DAY
  desk.put('events', MEETING, meeting(start))
  vi.setSystemTime(start)
  live = desk.start()
  const [ring] = due() as [DueRing]
  live.take(desk.answer(ring, start + 5 * MINUTE))
  expect(due()).toEqual([])
  live.close()
  live = desk.start()
  vi.advanceTimersByTime(4 * MINUTE)
  expect([due(), desk.told]).toEqual([[], []])
  vi.advanceTimersByTime(2 * MINUTE)
  expect(due()).toMatchObject([{ id: ring.id, isMissed: false }])
  expect(desk.told).toHaveLength(1)
})

test('Z7: what was due more than 14 days ago is told no more', () => {
  const start = desk.began + DAY
  desk.put('events', MEETING, meeting(start))
  vi.setSystemTime(start + 15 * DAY)
  live = desk.start()
  expect(due()).toEqual([])
})

test('Z3: what is put off while the device waits rings then', () => {
  const start = desk.began + DAY
  desk.put('events', MEETING, meeting(start))
  live = desk.start()
  desk.shop.do('setRecord', { collection: 'events', id: MEETING, values: { start: start + DAY } })
  expect(live.take(desk.read(['events', MEETING]))).toBe(true)
  vi.setSystemTime(start)
  vi.advanceTimersByTime(MINUTE)
  expect(due()).toEqual([])
  vi.setSystemTime(start + DAY)
  vi.advanceTimersByTime(MINUTE)
  expect(due()).toHaveLength(1)
})
