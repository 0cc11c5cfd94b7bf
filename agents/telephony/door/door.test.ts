import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calls } from '../../../shared/calls/collections.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { Pace } from '../../../shared/line/pace.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { breakUpgrades, uncaught, upgradeAt } from '../../../tests/support/broken-upgrades.ts'
import { freePort } from '../../../tests/support/databases/child.ts'
import { type BridgeRoom, openBridgeRoom, phoneOf } from '../testing/bridge-room.ts'
import { json, SimulatedPhone } from '../testing/phone.ts'
import type { DoorPorts } from './ports.ts'
import { doorRoutes } from './routes.ts'

const MINUTE = 60_000
const NUMBER = '+79161234567'
const REPORTS = '/phone/v1/reports'

let room: BridgeRoom
beforeEach(async () => {
  room = await openBridgeRoom()
  await room.havePhones(phoneOf())
})
afterEach(() => room.close())

const codeOf = async (asked: Promise<{ status: number; body: object }>) => {
  const { status, body } = await asked
  return [status, (body as { code?: string }).code]
}

test('BR2: one report, many, a form, a query: each is taken, and what is wrong with one keeps no other', async () => {
  const phone = new SimulatedPhone((await room.bridge()).url, phoneOf())
  expect(await phone.report({ what: 'ringing', call: 'a', number: NUMBER })).toMatchObject({
    status: 200,
    body: { taken: 1, refused: [] },
  })
  const many = {
    reports: [{ what: 'answered', call: 'a' }, { what: 'sings', call: 'a' }, 7, { what: 'ended', call: 'a' }],
  }
  expect((await phone.ask(REPORTS, { method: 'POST', ...json(many) })).body).toEqual({
    taken: 2,
    refused: [
      { at: 1, code: 'request-shape' },
      { at: 2, code: 'request-shape' },
    ],
  })
  const at = Math.floor(Date.now() / 1000) - 30
  const form = new URLSearchParams({ what: 'missed', call: 'b', number: '8 (916) 123-45-67', at: `${at}`, line: '' })
  expect((await phone.ask(REPORTS, { method: 'POST', body: form })).status).toBe(200)
  expect((await phone.ask(`${REPORTS}?what=dialling&call=c&number=112`)).status).toBe(200)
  await expect
    .poll(() => room.calls().map(({ outer, state }) => [outer, state]))
    .toEqual([
      ['b', 'missed'],
      ['a', 'ended'],
      ['c', 'ringing'],
    ])
  expect(room.calls()[0]).toMatchObject({ number: NUMBER, rang: at * 1000, responsible: 'max' })
  for (const body of [
    {},
    { what: 'ringing', at: 'yesterday' },
    [],
    { reports: [] },
    { what: 'ringing', number: 'x'.repeat(9000) },
  ])
    expect(
      await codeOf(phone.ask(REPORTS, { method: 'POST', ...json(body) })),
      JSON.stringify(body).slice(0, 40),
    ).toEqual([400, 'request-shape'])
  expect(await codeOf(phone.ask(REPORTS, { method: 'POST', ...json('x'.repeat(70_000)) }))).toEqual([
    413,
    'request-too-large',
  ])
  expect(await codeOf(phone.ask('/phone/v1/nothing'))).toEqual([404, 'route-unknown'])
})

test('BR3: an unknown key, a phone that was switched off or removed, each has its answer, and its line is cut', async () => {
  const { url } = await room.bridge()
  const phone = new SimulatedPhone(url, phoneOf())
  const ring = (shown: { id: string; key: string }) =>
    codeOf(new SimulatedPhone(url, shown).report({ what: 'ringing' }))
  expect(await ring({ id: 'phone', key: 'guessed' })).toEqual([401, 'phone-key-wrong'])
  expect(await ring({ id: 'nobody', key: 'key-of-phone' })).toEqual([401, 'phone-key-wrong'])
  const nobody = await fetch(`${url}${REPORTS}`, { method: 'POST', ...json({ what: 'ringing' }) })
  expect([nobody.status, (await nobody.json()).code]).toEqual([401, 'phone-key-needed'])
  const line = await phone.line()
  await room.havePhones(phoneOf({ isOff: true }))
  await expect.poll(() => line.closed).toBe(4403)
  expect(await phone.report({ what: 'ringing' })).toMatchObject({
    status: 403,
    body: { code: 'phone-off', sentence: expect.stringMatching(/отключен/) },
  })
  await expect(phone.line()).rejects.toThrow('refused')
  await room.havePhones()
  await expect.poll(() => ring(phoneOf())).toEqual([403, 'phone-off'])
  // One that was paired a moment ago is asked after.
  await room.havePhones(phoneOf({ id: 'fresh' }))
  expect(await ring(phoneOf({ id: 'fresh' }))).toEqual([200, undefined])
})

test('BR4: what is signed is taken once, within five minutes, and as it was signed, over a restart too', async () => {
  const first = await room.bridge()
  const phone = new SimulatedPhone(first.url, phoneOf())
  const report = { what: 'ringing', call: 'a', number: NUMBER }
  const nonce = { 'x-voronka-nonce': 'used-once', 'x-voronka-time': String(Date.now()) }
  expect(await codeOf(phone.signed(REPORTS, report, nonce))).toEqual([200, undefined])
  expect(await codeOf(phone.signed(REPORTS, report, nonce))).toEqual([409, 'phone-replayed'])
  await first.stop()
  const { url } = await room.bridge()
  const again = new SimulatedPhone(url, phoneOf())
  expect(await codeOf(again.signed(REPORTS, report, nonce))).toEqual([409, 'phone-replayed'])
  expect(await codeOf(again.signed(REPORTS, report))).toEqual([200, undefined])
  for (const off of [-6 * MINUTE, 6 * MINUTE, -24 * 60 * MINUTE])
    expect(await codeOf(again.signed(REPORTS, report, { 'x-voronka-time': String(Date.now() + off) }))).toEqual([
      401,
      'phone-clock-off',
    ])
  for (const off of [-4 * MINUTE, 4 * MINUTE])
    expect(await codeOf(again.signed(REPORTS, report, { 'x-voronka-time': String(Date.now() + off) }))).toEqual([
      200,
      undefined,
    ])
  expect(await codeOf(again.signed(REPORTS, report, { 'x-voronka-signature': 'f'.repeat(64) }))).toEqual([
    401,
    'phone-signature-wrong',
  ])
  const stranger = new SimulatedPhone(url, { id: 'phone', key: 'another' })
  expect(await codeOf(stranger.signed(REPORTS, report))).toEqual([401, 'phone-signature-wrong'])
  expect(await codeOf(again.signed(REPORTS, report, { 'x-voronka-nonce': 'short' }))).toEqual([400, 'request-shape'])
})

test('BR4: plain HTTP of the office’s network takes what is signed, and nothing else', async () => {
  const port = await freePort()
  const { url } = await room.bridge({ phonesAt: { host: '127.0.0.1', port } })
  const plain = new SimulatedPhone(`http://127.0.0.1:${port}`, phoneOf())
  await expect
    .poll(() => codeOf(plain.report({ what: 'ringing' })).catch(() => null))
    .toEqual([401, 'phone-signature-needed'])
  expect(await codeOf(plain.signed(REPORTS, { what: 'ringing' }))).toEqual([200, undefined])
  await expect(plain.line()).rejects.toThrow('refused')
  expect(url).not.toContain(String(port))
})

test('BR5: who asks without end is told to wait, and nobody else is', async () => {
  await room.havePhones(phoneOf(), phoneOf({ id: 'other' }))
  const { url } = await room.bridge()
  const [phone, other] = [phoneOf(), phoneOf({ id: 'other' })].map((one) => new SimulatedPhone(url, one))
  const asked = await Promise.all(Array.from({ length: 1250 }, () => phone?.ask('/phone/v1/requests')))
  const refused = asked.find((answer) => answer?.status === 429)
  expect(refused?.body).toMatchObject({ code: 'too-many-requests' })
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await other?.ask('/phone/v1/requests'))?.status).toBe(200)
})

test('BR5: who sends a line what it does not take keeps its exchange from nothing', async () => {
  const line = phoneOf({ id: 'line', way: 'hooks', owner: null, key: '', settings: { shown: {}, secret: {} } })
  const phones = { findNow: async () => line } as unknown as DoorPorts['phones']
  const hook: DoorPorts['hook'] = async () => new Response(null, { status: 401 })
  // Hooks ask for nothing else.
  const ports = { phones, hook, pace: new Pace(2), language: () => 'ru', log: pino({ level: 'silent' }) }
  const door = doorRoutes(ports as unknown as DoorPorts, false)
  const send = async (from: string) =>
    (await door.request('/phone/v1/hooks/line', { method: 'POST', headers: { 'x-forwarded-for': from } })).status
  expect([await send('6.6.6.6'), await send('6.6.6.6'), await send('6.6.6.6')]).toEqual([401, 401, 429])
  expect(await send('7.7.7.7')).toBe(401)
})

test('BR6: over its line each report is answered once the server has it; one that cannot be read is told so', async () => {
  const line = await new SimulatedPhone((await room.bridge()).url, phoneOf()).line()
  line.say({ type: 'report', id: '1', report: { what: 'ringing', call: 'a', number: NUMBER } })
  line.say({ type: 'report', id: '2', report: { what: 'ended', call: 'a' } })
  line.sayRaw('no JSON')
  line.sayRaw(JSON.stringify({ type: 'report', id: '3', report: { what: 'sings' } }))
  await expect.poll(() => line.heard).toHaveLength(4)
  expect(line.heard).toEqual(
    expect.arrayContaining([
      { type: 'taken', id: '1' },
      { type: 'taken', id: '2' },
      { type: 'taken', code: 'request-shape' },
      { type: 'taken', id: '3', code: 'request-shape' },
    ]),
  )
  expect(room.calls()).toMatchObject([{ outer: 'a', state: 'ended' }])
})

test('BR6: lines that break off before they are open, and requests for a line at no address, leave the bridge at work', async () => {
  const port = await freePort()
  const { url } = await room.bridge({ phonesAt: { host: '127.0.0.1', port } })
  const plain = `http://127.0.0.1:${port}`
  await expect.poll(() => fetch(plain).then(({ status }) => status)).toBe(404)
  const { errors, undo } = uncaught()
  try {
    for (const door of [url, plain]) {
      for (const path of ['//', 'http://[/', '/phone/v1/socket'])
        expect(await upgradeAt(door, path)).toMatch(/^HTTP.1.1 [45]/)
      await breakUpgrades(door, '/phone/v1/socket', ['X-Voronka-Phone: nobody', 'X-Voronka-Signature: 00'])
      await breakUpgrades(door, '/nowhere')
    }
    expect(errors).toEqual([])
    expect((await new SimulatedPhone(url, phoneOf()).report({ what: 'ringing' })).status).toBe(200)
  } finally {
    undo()
  }
})

/** Asks for a call at the desk; its id. */
async function ask(phone = 'phone', asked = Date.now()): Promise<string> {
  const id = newId(COMMON, Date.now())
  room.desk.write((tx) => tx.create(calls, id, { direction: 'out', state: 'asked', phone, number: NUMBER, asked }))
  return id
}
const call = (id: string) => room.calls().find((one) => one.id === id)

test('BR7: a call that is asked for reaches the phone that waits, once more where its answer was lost, and what it reports goes on there', async () => {
  const phone = new SimulatedPhone((await room.bridge()).url, phoneOf())
  const waiting = phone.ask('/phone/v1/requests?wait=20')
  const id = await ask()
  expect((await waiting).body).toMatchObject({ requests: [{ id, what: 'dial', number: NUMBER }] })
  await expect.poll(() => call(id)?.state).toBe('given')
  expect((await phone.ask('/phone/v1/requests')).body).toEqual({ requests: [] })
  const line = await phone.line()
  await expect.poll(() => line.heard).toMatchObject([{ type: 'request', request: { id } }])
  line.say({ type: 'outcome', id, outcome: { outcome: 'done' } })
  await expect.poll(() => call(id)?.state).toBe('ringing')
  const second = await phone.line()
  await phone.report({ what: 'answered', call: 'x', number: NUMBER, direction: 'out' })
  await phone.report({ what: 'ended', call: 'x' })
  await expect.poll(() => call(id)).toMatchObject({ state: 'ended', outer: 'x' })
  expect([room.calls().length, second.heard]).toEqual([1, []])
})

test('BR7: one phone gets nothing of another, a failure is written, and what nobody takes fails', async () => {
  await room.havePhones(phoneOf(), phoneOf({ id: 'other' }))
  const { url } = await room.bridge()
  const other = new SimulatedPhone(url, phoneOf({ id: 'other' }))
  const late = await ask('phone', Date.now() - 59_500)
  const id = await ask()
  expect((await other.ask('/phone/v1/requests?wait=0.2')).body).toEqual({ requests: [] })
  const outcome = { method: 'POST', ...json({ outcome: 'failed', failure: 'busy' }) }
  expect(await codeOf(other.ask(`/phone/v1/requests/${id}`, outcome))).toEqual([404, 'record-missing'])
  const phone = new SimulatedPhone(url, phoneOf())
  for (const _ of [1, 2]) expect((await phone.ask(`/phone/v1/requests/${id}`, outcome)).status).toBe(200)
  await expect.poll(() => call(id)).toMatchObject({ state: 'failed', failure: 'busy' })
  await expect.poll(() => call(late)).toMatchObject({ state: 'failed', failure: 'noPhone' })
})

test('BR8: calls whose bridge was away are closed when their time is up, and a late end mends one', async () => {
  const first = await room.bridge()
  const phone = new SimulatedPhone(first.url, phoneOf())
  await phone.report({ what: 'ringing', call: 'rings', number: NUMBER })
  await first.stop()
  const began = Date.now() - 7 * 3_600_000
  // As if it had been told in time.
  await room.server.author.write((tx) => {
    const [one] = room.calls()
    if (one) tx.set(calls, one.id, { rang: Date.now() - 6 * MINUTE })
    const values = { direction: 'in', state: 'talking', phone: 'phone', number: NUMBER, outer: 'talks' } as const
    tx.create(calls, newId(COMMON, began), { ...values, rang: began, answered: began })
  })
  const again = new SimulatedPhone((await room.bridge()).url, phoneOf())
  await expect
    .poll(() => room.calls())
    .toMatchObject([
      { outer: 'talks', state: 'ended', isUnended: true, ended: null },
      { outer: 'rings', state: 'missed', isUnended: true, ended: null },
    ])
  await again.report({ what: 'ended', call: 'talks', at: began + MINUTE })
  await expect.poll(() => room.calls().at(0)).toMatchObject({ isUnended: false, ended: began + MINUTE })
})
