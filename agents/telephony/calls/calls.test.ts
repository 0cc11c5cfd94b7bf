import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCallEvent } from '../../../shared/calls/acts/call-event.ts'
import { calls } from '../../../shared/calls/collections.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { events } from '../../../shared/events/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { type BridgeRoom, openBridgeRoom, phoneOf } from '../testing/bridge-room.ts'
import { SimulatedPhone } from '../testing/phone.ts'
import { timesFor } from './event-times.ts'

const ANNA = '8 916 123-45-67'
const SHARED = '8 495 000-00-01'

let room: BridgeRoom
let phone: SimulatedPhone
beforeEach(async () => {
  room = await openBridgeRoom()
  await room.havePhones(phoneOf())
})
afterEach(() => room.close())

const begin = async () => {
  const { url, ground } = await room.bridge()
  phone = new SimulatedPhone(url, phoneOf())
  return ground.replica
}
const call = (outer: string) => room.calls().find((one) => one.outer === outer)

test('BR9: a call is bound where its number is of one customer, by the contact too, and not where several have it', async () => {
  const [anna, one, other, merged] = [1, 2, 3, 4].map(() => newId(COMMON, Date.now())) as [
    string,
    string,
    string,
    string,
  ]
  await room.server.author.write((tx) => {
    tx.create(customers, anna, { name: 'Ассоль', contacts: { boss: { name: 'Анна' } } })
    tx.add(customers, anna, 'phones', 'p', { contact: 'boss', number: ANNA })
    for (const id of [one, other]) tx.create(customers, id, { name: id, phone: SHARED })
  })
  const bridge = await begin()
  // As the bridge has it: that is there as soon as the phone is answered.
  const customerOf = (outer: string) => [...bridge.rows(calls)].find((one) => one.outer === outer)?.customer
  for (const [name, number] of [
    ['a', '+7 (916) 123 45 67'],
    ['b', SHARED],
    ['c', '112'],
  ] as const)
    await phone.report({ what: 'ringing', call: name, number })
  await expect.poll(() => call('a')).toMatchObject({ customer: anna, contact: 'boss' })
  await expect.poll(() => [call('b')?.customer, call('c')?.customer]).toEqual([null, null])
  await room.server.author.write((tx) => {
    tx.create(customers, merged, { name: 'Новый', phone: '8 916 000-00-02' })
    tx.set(customers, other, { mergedInto: one })
  })
  // What has changed at the server is heard by the bridge a moment later.
  let times = 0
  await expect
    .poll(async () => {
      times++
      await phone.report({ what: 'ringing', call: `d${times}`, number: '8 916 000-00-02' })
      await phone.report({ what: 'ringing', call: `e${times}`, number: SHARED })
      return [customerOf(`d${times}`), customerOf(`e${times}`)]
    })
    .toEqual([merged, one])
  // What a person chose stays.
  room.desk.write((tx) => tx.set(calls, call('b')?.id ?? '', { customer: other }))
  await phone.report({ what: 'answered', call: 'b', number: SHARED })
  await expect.poll(() => call('b')).toMatchObject({ state: 'talking', customer: other })
})

test('BR10: the event of a call has the times of the talk, whether it was made before its end or after it', async () => {
  await begin()
  const began = Date.now() - 100_000
  for (const name of ['early', 'late']) await phone.report({ what: 'ringing', call: name, number: ANNA, at: began })
  const make = (name: string) => {
    let event = ''
    room.desk.write((tx) => {
      event = makeCallEvent(tx, { id: call(name)?.id ?? '', subject: 'Звонок' })
    })
    return () => [...room.desk.rows(events)].find(({ id }) => id === event)
  }
  await expect.poll(() => room.calls()).toHaveLength(2)
  const early = make('early')
  // The desk has not heard yet how the call ended.
  const stale = make('late')
  room.desk.write((tx) => tx.set(calls, call('late')?.id ?? '', { event: null }))
  for (const name of ['early', 'late']) {
    await phone.report({ what: 'answered', call: name, at: began + 5000 })
    await phone.report({ what: 'ended', call: name, at: began + 65_000 })
  }
  const times = { start: began + 5000, end: began + 65_000 }
  await expect.poll(early).toMatchObject(times)
  expect(stale()).toMatchObject({ start: began, end: null })
  room.desk.write((tx) => tx.set(calls, call('late')?.id ?? '', { event: stale()?.id ?? null }))
  await expect.poll(stale).toMatchObject(times)
})

test('BR10: what somebody has written stays; a planned event becomes the talk that was', () => {
  const call = { asked: null, rang: 1000, answered: 2000, ended: 9000 }
  const talks = { ...call, ended: null }
  const event = { start: 1000, end: null, state: 'done' } as const
  expect(timesFor(event, talks, { ...talks, answered: null })).toEqual({ start: 2000 })
  expect(timesFor(event, call, talks)).toEqual({ start: 2000, end: 9000 })
  expect(timesFor({ ...event, start: 1500, end: 8000 }, call, talks)).toBeNull()
  expect(timesFor({ ...event, start: 2000, end: 9500 }, { ...call, ended: 9400 }, { ...call, ended: 9500 })).toEqual({
    end: 9400,
  })
  expect(timesFor({ ...event, start: 2000, end: 9000 }, call, call)).toBeNull()
  expect(timesFor({ start: 77_000, end: 99_000, state: 'planned' }, call, talks)).toEqual({ start: 2000, end: 9000 })
  expect(timesFor({ start: 77_000, end: 99_000, state: 'planned' }, talks, talks)).toBeNull()
})
