import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calls } from '../../../shared/calls/collections.ts'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import { DIALS_WITHIN } from '../../../shared/calls/settling/unended.ts'
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

function asteriskOf({ port, user, secret }: Awaited<ReturnType<typeof scriptedAmi>>): HeldPhone {
  const shown = { host: '127.0.0.1', port: String(port), user, channel: 'PJSIP/101' }
  return lineOf({ way: 'asterisk', settings: { shown, secret: { secret } }, changed: 1 })
}

/** Asks at the desk for a call by the line. */
function ask() {
  const [id, asked] = [newId(COMMON, Date.now()), Date.now()]
  const values = { direction: 'out', state: 'asked', phone: 'line', number: '+79161234567', asked } as const
  room.desk.write((tx) => tx.create(calls, id, values))
  return { id, asked }
}

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
    await room.bridge()
    await room.havePhones(asteriskOf(ami))
    await expect.poll(() => ami.connected).toBe(1)
    const { id } = ask()
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

test('CL18: of two bridges one has a call dialled', async () => {
  const [ami, folder] = [await scriptedAmi(), await mkdtemp(join(tmpdir(), 'voronka-bridge-'))]
  try {
    await room.havePhones(asteriskOf(ami))
    const bridges = [await room.bridge(), await room.bridge({}, folder)]
    await expect.poll(() => ami.connected).toBe(2)
    const wanted = [ask().id, ask().id]
    // Behind this each has heard of both, and asked, or was told that the other does.
    for (const { ground } of bridges)
      await expect.poll(() => [...ground.replica.rows(calls)].map(({ state }) => state)).toEqual(['ringing', 'ringing'])
    expect(ami.asked.map((one) => one.get('channelid')).sort()).toEqual(wanted.map((id) => `voronka-${id}`).sort())
  } finally {
    await ami.stop()
    await rm(folder, { recursive: true })
  }
})

test.each([
  [null, { state: 'failed', failure: 'unsaid' }],
  [
    { outcome: 'failed', failure: 'busy' },
    { state: 'failed', failure: 'busy' },
  ],
  [{ outcome: 'done' }, { state: 'ringing' }],
] as const)(
  'CL18: a bridge that died as it had a call dialled (%j) leaves it to nobody to dial anew',
  async (outcome, told) => {
    const [ami, dying] = [await scriptedAmi(), new AbortController()]
    try {
      const { id, asked } = ask()
      const claimed = await room
        .ledgerOf('dead', dying.signal, 1000)
        .claim(`call/${id}/${asked + DIALS_WITHIN}`, 'once')
      if (outcome && claimed.is === 'yours') await claimed.lease.settle(JSON.stringify(outcome))
      dying.abort()
      await room.havePhones(asteriskOf(ami))
      await room.bridge()
      await expect.poll(() => room.calls()).toMatchObject([{ id, ...told }])
      expect(ami.asked).toEqual([])
    } finally {
      await ami.stop()
    }
  },
)
