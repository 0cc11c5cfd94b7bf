import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Line } from '../line.ts'
import type { LineReport } from '../line-report.ts'
import { openAsterisk } from './asterisk.ts'
import { AmiReader, writeAction } from './message.ts'
import { scriptedAmi } from './scripted-ami.ts'

type Event = { readonly [key: string]: string }

const CALLER = '79161234567'
const channel = (linked: string, id: string, more: Event = {}): Event => ({
  ...{ Event: 'Newchannel', Uniqueid: id, Linkedid: linked, CallerIDNum: '', Exten: '', Context: 'from-trunk' },
  ...more,
})
const bridge = (linked: string, id: string, count: number): Event => ({
  ...{ Event: 'BridgeEnter', Uniqueid: id, Linkedid: linked, BridgeNumChannels: String(count) },
})
const hangup = (linked: string, id: string, cause = '16'): Event => ({
  ...{ Event: 'Hangup', Uniqueid: id, Linkedid: linked, Cause: cause },
})
const incoming = (linked: string) => channel(linked, linked, { CallerIDNum: CALLER, Exten: '74952321320' })

let ami: Awaited<ReturnType<typeof scriptedAmi>>
let heard: LineReport[]
let said: unknown[]
let line: Line
let stood: string[]
let isServerAway = false
beforeEach(async () => {
  ami = await scriptedAmi()
  heard = []
  said = []
  stood = []
  isServerAway = false
  line = lineTo(ami.secret)
})
afterEach(async () => {
  await line.stop()
  await ami.stop()
})

function lineTo(secret: string, pauses: readonly number[] = [20, 40]): Line {
  const shown = { host: '127.0.0.1', port: String(ami.port), user: ami.user, context: '', channel: 'PJSIP/101' }
  const log = { info: (...all: unknown[]) => said.push(all), warn: (...all: unknown[]) => said.push(all) }
  const report = async (one: LineReport) => {
    if (isServerAway) throw new Error('away')
    heard.push(one)
  }
  return openAsterisk(
    { shown, secret: { secret } },
    { report, stands: (standing) => stood.push(standing), log: log as never },
    pauses,
  )
}
const begin = async () => {
  line.start()
  await expect.poll(() => ami.connected).toBe(1)
  await expect.poll(() => said.length).toBe(1)
}
const told = () => heard.map(({ what, call }) => `${what} ${call}`)

test('CL15: a line says that it is connected, refused, or that nobody answers', async () => {
  await begin()
  expect(stood).toEqual(['connected'])
  await line.stop()
  line = lineTo('wrong')
  line.start()
  await expect.poll(() => stood.at(-1)).toBe('refused')
  await ami.stop()
  await expect.poll(() => stood.at(-1)).toBe('unreachable')
})

test('CL15: a call that was over while the line was broken ends with the break; one that goes on goes on', async () => {
  await begin()
  await ami.say([incoming('1.1'), bridge('1.1', '1.1', 2), incoming('2.1'), bridge('2.1', '2.1', 2)])
  await expect.poll(() => heard.length).toBe(4)
  ami.hangUp()
  await expect.poll(() => ami.asked.map((one) => one.get('action'))).toEqual(['CoreShowChannels'])
  const back = Date.now()
  await ami.say([{ Event: 'CoreShowChannel', Uniqueid: '2.1', Linkedid: '2.1' }, { Event: 'CoreShowChannelsComplete' }])
  await expect.poll(() => told().slice(4)).toEqual(['ended 1.1'])
  expect(heard.at(-1)?.at).toBeLessThanOrEqual(back)
  await ami.say([hangup('2.1', '2.1')])
  await expect.poll(() => told().slice(4)).toEqual(['ended 1.1', 'ended 2.1'])
})

test('CL14: a call that comes in rings, is answered when two talk, and ends with its last channel', async () => {
  await begin()
  await ami.say([
    incoming('1.1'),
    channel('1.1', '1.2', { Context: 'from-internal' }),
    { Event: 'DialBegin', Linkedid: '1.1', DestUniqueid: '1.2', DialString: '101' },
    { Event: 'Newstate', Linkedid: '1.1', Uniqueid: '1.2', ChannelStateDesc: 'Ringing' },
    bridge('1.1', '1.1', 1),
    bridge('1.1', '1.2', 2),
    hangup('1.1', '1.2'),
    hangup('1.1', '1.1'),
  ])
  await expect.poll(told).toEqual(['ringing 1.1', 'answered 1.1', 'ended 1.1'])
  expect(heard[0]).toMatchObject({ direction: 'in', number: CALLER, line: '74952321320' })
})

test('CL14: a queue rings several, a transfer goes on: it is one call; one whom nobody took is missed', async () => {
  await begin()
  await ami.say([
    incoming('2.1'),
    bridge('2.1', '2.1', 1),
    channel('2.1', '2.2', { Context: 'from-internal' }),
    channel('2.1', '2.3', { Context: 'from-internal' }),
    { Event: 'DialEnd', Linkedid: '2.1', DialStatus: 'NOANSWER' },
    hangup('2.1', '2.2', '19'),
    bridge('2.1', '2.3', 2),
    channel('2.1', '2.4', { Context: 'from-internal' }),
    hangup('2.1', '2.3'),
    bridge('2.1', '2.4', 2),
    hangup('2.1', '2.4'),
    hangup('2.1', '2.1'),
    incoming('3.1'),
    { Event: 'DialEnd', Linkedid: '3.1', DialStatus: 'BUSY' },
    hangup('3.1', '3.1', '16'),
  ])
  await expect.poll(told).toEqual(['ringing 2.1', 'answered 2.1', 'ended 2.1', 'ringing 3.1', 'missed 3.1'])
  expect(heard.at(-1)).toMatchObject({ failure: 'busy' })
})

test('CL14: what goes out from an own phone is a call to its number; between own phones it is none', async () => {
  await begin()
  const inside = { Context: 'from-internal', CallerIDNum: '101' }
  await ami.say([
    channel('4.1', '4.1', { ...inside, Exten: '89161234567' }),
    hangup('4.1', '4.1', '1'),
    channel('5.1', '5.1', { ...inside, Exten: '102' }),
    channel('5.1', '5.2'),
    bridge('5.1', '5.2', 2),
    hangup('5.1', '5.2'),
    hangup('5.1', '5.1'),
    channel('6.1', '6.1', { CallerIDNum: '', Exten: 's' }),
  ])
  await expect.poll(told).toEqual(['dialling 4.1', 'failed 4.1', 'ringing 6.1'])
  expect(heard[0]).toMatchObject({ direction: 'out', number: '89161234567' })
  expect(heard[1]?.failure).toBe('wrongNumber')
  expect(heard[2]).not.toHaveProperty('number')
})

test('CL13: a request rings the own phone, is put through to the number, and what is told of it names the request', async () => {
  await begin()
  expect(await line.dial({ id: 'r1', what: 'dial', number: '+7 916 123-45-67', until: 0 })).toEqual({ outcome: 'done' })
  const [asked] = ami.asked
  expect(Object.fromEntries(asked ?? [])).toMatchObject({
    ...{ action: 'Originate', channel: 'PJSIP/101', exten: '+79161234567', context: 'from-internal', async: 'true' },
  })
  const own = asked?.get('channelid') ?? ''
  await ami.say([
    channel(own, own),
    channel(own, '7.2'),
    { Event: 'DialBegin', Linkedid: own, DialString: 'trunk/79161234567' },
    bridge(own, own, 1),
    bridge(own, '7.2', 2),
    hangup(own, '7.2'),
    hangup(own, own),
  ])
  await expect
    .poll(() => heard.map(({ what, request }) => [what, request]))
    .toEqual([
      ['dialling', 'r1'],
      ['answered', 'r1'],
      ['ended', 'r1'],
    ])
})

test('CL13: without a line a request fails and says why, and no line of it is another action', async () => {
  expect(await line.dial({ id: 'r2', what: 'dial', number: '1', until: 0 })).toEqual({
    outcome: 'failed',
    failure: 'noLine',
  })
  expect(writeAction({ Action: 'Originate', Exten: '1\r\nAction: Command' })).toBe(
    'Action: Originate\r\nExten: 1  Action: Command\r\n\r\n',
  )
})

test('CL15: a line that breaks is connected again, with growing pauses, and calls go on', async () => {
  await begin()
  await ami.say([incoming('8.1')])
  await expect.poll(told).toEqual(['ringing 8.1'])
  ami.hangUp()
  await expect.poll(() => ami.connected).toBe(1)
  await expect.poll(() => JSON.stringify(said).match(/is connected/g)?.length).toBe(2)
  await ami.say([bridge('8.1', '8.2', 2), hangup('8.1', '8.1')])
  await expect.poll(told).toEqual(['ringing 8.1', 'answered 8.1', 'ended 8.1'])
})

test('CL15: one that lets in and hangs up at once is asked ever less often', async () => {
  await line.stop()
  line = lineTo(ami.secret, [10, 60_000])
  line.start()
  const connected = () => JSON.stringify(said).match(/is connected/g)?.length ?? 0
  for (const times of [1, 2]) {
    await expect.poll(connected).toBe(times)
    ami.hangUp()
  }
  const pauses = () => [...JSON.stringify(said).matchAll(/"again":(\d+)/g)].map(([, ms]) => Number(ms))
  await expect.poll(pauses).toEqual([10, 60_000])
  expect(connected()).toBe(2)
})

test('CL15: a wrong secret is told of without it, and tried again', async () => {
  await line.stop()
  line = lineTo('wrong-secret')
  line.start()
  await expect.poll(() => said.length).toBeGreaterThan(2)
  expect(JSON.stringify(said)).toContain('refused the sign-in')
  expect(JSON.stringify(said)).not.toMatch(/wrong-secret|ami-secret/)
})

test('CL15: what the server does not take is told again, in its order', async () => {
  await begin()
  isServerAway = true
  await ami.say([incoming('9.1'), bridge('9.1', '9.2', 2), hangup('9.1', '9.1')])
  await expect.poll(() => JSON.stringify(said)).toContain('tried again')
  isServerAway = false
  await expect.poll(told).toEqual(['ringing 9.1', 'answered 9.1', 'ended 9.1'])
})

test('CL14: however what comes is cut, its messages are the same', () => {
  const value = fc.string({ unit: fc.constantFrom(...'ab :1'), maxLength: 8 }).map((text) => text.trim())
  const messages = fc.array(fc.dictionary(fc.constantFrom('event', 'uniqueid', 'exten'), value, { minKeys: 1 }), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(messages, fc.array(fc.nat(40)), (all, cuts) => {
      const text = all.map((one) => writeAction(one)).join('')
      const reader = new AmiReader()
      const places = [...cuts.filter((at) => at < text.length).sort((a, b) => a - b), text.length]
      const read = places.flatMap((at, i) => reader.take(text.slice(places[i - 1] ?? 0, at)))
      expect(read.map((one) => Object.fromEntries(one))).toEqual(all)
    }),
  )
})

test('CL21: the inner number that answered is named, not those that only rang; of a call outward the one that dials', async () => {
  await begin()
  const rings = (id: string, number: string) => channel('1.1', id, { Channel: `PJSIP/${number}-0000000a` })
  const enters = (id: string, number: string, count: number) => ({
    ...bridge('1.1', id, count),
    Channel: `PJSIP/${number}-0000000a`,
  })
  await ami.say([incoming('1.1'), rings('1.2', '101'), rings('1.3', '102'), hangup('1.1', '1.2')])
  await ami.say([bridge('1.1', '1.1', 1), enters('1.3', '102', 2), enters('1.4', '103', 3)])
  await ami.say([hangup('1.1', '1.3'), hangup('1.1', '1.1')])
  const outward = { CallerIDNum: '101', Exten: CALLER, Context: 'from-internal', Channel: 'PJSIP/ivan-00000001' }
  await ami.say([channel('2.1', '2.1', outward), hangup('2.1', '2.1', '17')])
  await expect
    .poll(() => heard.map(({ what, inner }) => [what, inner]))
    .toEqual([
      ['ringing', undefined],
      ['answered', '102'],
      ['ended', '102'],
      ['dialling', '101'],
      ['failed', '101'],
    ])
})
