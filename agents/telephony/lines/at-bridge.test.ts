import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calls } from '../../../shared/calls/collections.ts'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import { people } from '../../../shared/company/collections.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { type BridgeRoom, openBridgeRoom, phoneOf } from '../testing/bridge-room.ts'
import { scriptedAmi } from './asterisk/scripted-ami.ts'
import { takeFromLine } from './take-from-line.ts'

const FIXTURE = new URL('../hooks/fixtures/megafon.json', import.meta.url)

let room: BridgeRoom
beforeEach(async () => {
  room = await openBridgeRoom()
})
afterEach(() => room.close())

const lineOf = (change: Partial<HeldPhone>) => phoneOf({ id: 'line', owner: null, key: '', ...change })

test('CL10, CL12: the bridge takes hooks at the address of their line and below it, signed ones alone', async () => {
  const { line, calls: told } = JSON.parse(readFileSync(FIXTURE, 'utf8'))
  await room.havePhones(lineOf(line))
  const { url } = await room.bridge()
  const [first] = told.answered.requests
  const send = (path: string, body: string) => fetch(url + path, { ...first, body })
  expect((await send('/phone/v1/hooks/line', first.body)).status).toBe(200)
  expect((await send('/phone/v1/hooks/line/events/call', first.body)).status).toBe(200)
  await expect.poll(() => room.calls()).toMatchObject([{ phone: 'line', state: 'ringing', number: '+79161234567' }])
  expect((await send('/phone/v1/hooks/line', first.body.replace('agreed-key', 'guessed'))).status).toBe(401)
  expect((await send('/phone/v1/hooks/nobody', first.body)).status).toBe(404)
})

test('CL13, CL14, CL16: Asterisk is heard from when its line is set up, dials what a desk asks for, and is let go with it', async () => {
  const ami = await scriptedAmi()
  try {
    const shown = { host: '127.0.0.1', port: String(ami.port), user: ami.user, channel: 'PJSIP/101' }
    await room.bridge()
    await room.havePhones(lineOf({ way: 'asterisk', settings: { shown, secret: { secret: ami.secret } }, changed: 1 }))
    await expect.poll(() => ami.connected).toBe(1)
    const id = newId(COMMON, Date.now())
    room.desk.write((tx) =>
      tx.create(calls, id, {
        direction: 'out',
        state: 'asked',
        phone: 'line',
        number: '+79161234567',
        asked: Date.now(),
      }),
    )
    await expect.poll(() => ami.asked.map((one) => one.get('action'))).toEqual(['Originate'])
    const own = ami.asked[0]?.get('channelid') ?? ''
    const of = (Event: string, more: object) => ({ Event, Uniqueid: own, Linkedid: own, ...more })
    await ami.say([of('Newchannel', {}), of('BridgeEnter', { BridgeNumChannels: '2' }), of('Hangup', { Cause: '16' })])
    await expect.poll(() => room.calls()).toMatchObject([{ id, state: 'ended', number: '+79161234567' }])
    await room.havePhones()
    await expect.poll(() => ami.connected).toBe(0)
  } finally {
    await ami.stop()
  }
})

test('CL21: a call is whose inner number answered, however it is written; of one that two have nobody’s', async () => {
  await room.server.author.write((tx) => {
    tx.create(people, 'olga', { name: 'Ольга', extension: '1-01' })
    tx.create(people, 'ivan', { name: 'Иван', extension: '102' })
    tx.create(people, 'anna', { name: 'Анна', extension: '102' })
  })
  const ground = await room.taker()
  const answered = (call: string, inner: string) =>
    takeFromLine(
      ground,
      { id: 'line', owner: null },
      { call, what: 'answered', number: '+79161234567', inner },
      Date.now(),
    )
  await answered('1', '101')
  await answered('1', '102')
  await answered('2', '102')
  await answered('3', '999')
  const whose = () => Object.fromEntries(room.calls().map(({ outer, responsible }) => [outer, responsible]))
  await expect.poll(whose).toEqual({ 1: 'olga', 2: null, 3: null })
})
