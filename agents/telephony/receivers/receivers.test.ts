import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calls } from '../../../shared/calls/collections.ts'
import { dialName } from '../../../shared/calls/profiles/given.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { type BridgeRoom, openBridgeRoom, phoneOf } from '../testing/bridge-room.ts'
import { SimulatedPhone } from '../testing/phone.ts'
import { Receivers } from './receivers.ts'

const NUMBER = '+79161234567'

/** A program on a phone that dials what it is asked for. */
async function startProgram(status = 200) {
  const asked: string[] = []
  const server = createServer(({ url = '' }, answer) => {
    asked.push(url)
    answer.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { asked, port, stop: () => new Promise((resolve) => server.close(resolve)) }
}

let room: BridgeRoom
beforeEach(async () => {
  room = await openBridgeRoom()
  await room.havePhones(phoneOf())
})
afterEach(() => room.close())

function ask(): string {
  const id = newId(COMMON, Date.now())
  room.desk.write((tx) =>
    tx.create(calls, id, { direction: 'out', state: 'asked', phone: 'phone', number: NUMBER, asked: Date.now() }),
  )
  return id
}
const stateOf = (id: string) => room.calls().find((call) => call.id === id)?.state

test('BR13: a phone that nobody looks at dials by its program, once; one whose program does not answer waits for it', async () => {
  const { url } = await room.bridge()
  const { id: phone, key } = phoneOf()
  const name = dialName({ address: url, phone, key })
  const program = await startProgram()
  const own = new SimulatedPhone(url, phoneOf())
  const report = (port: number) =>
    own.ask('/phone/v1/reports?what=missed&number=112', { headers: { 'x-voronka-receiver': `${port}/${name}` } })
  expect((await report(program.port)).status).toBe(200)
  const call = ask()
  await expect.poll(() => stateOf(call), { timeout: 10_000 }).toBe('given')
  expect(program.asked).toEqual([`/${name}?number=%2B79161234567`])
  await own.report({ what: 'dialling', number: NUMBER, direction: 'out' })
  await expect.poll(() => stateOf(call), { timeout: 10_000 }).toBe('ringing')

  const deaf = await startProgram(500)
  await report(deaf.port)
  const other = ask()
  await expect.poll(() => deaf.asked.length, { timeout: 10_000 }).toBe(1)
  expect(stateOf(other)).toBe('asked')
  expect((await own.ask('/phone/v1/requests?wait=5')).body).toMatchObject({ requests: [{ id: other }] })
  await expect.poll(() => stateOf(other), { timeout: 10_000 }).toBe('given')
  await Promise.all([program.stop(), deaf.stop()])
})

test('BR13: of two bridges one asks the program of a phone, whichever it told of it', async () => {
  const program = await startProgram()
  const bridges = [await room.bridge(), await room.bridge({}, await mkdtemp(join(room.folder, 'other-')))]
  for (const { url } of bridges)
    await new SimulatedPhone(url, phoneOf()).ask('/phone/v1/requests', {
      headers: { 'x-voronka-receiver': `${program.port}/dial` },
    })
  for (const _ of [1, 2]) {
    const call = ask()
    await expect.poll(() => stateOf(call), { timeout: 10_000 }).toBe('given')
  }
  expect(program.asked).toHaveLength(2)
  await program.stop()
})

test('BR13: whoever waits for requests is not dialled for besides, and programs far away are not asked', async () => {
  const { url } = await room.bridge()
  const program = await startProgram()
  const own = new SimulatedPhone(url, phoneOf())
  const waiting = own.ask('/phone/v1/requests?wait=20', { headers: { 'x-voronka-receiver': `${program.port}/dial` } })
  const line = await own.line()
  const call = ask()
  expect((await waiting).body).toMatchObject({ requests: [{ id: call }] })
  await expect.poll(() => stateOf(call), { timeout: 10_000 }).toBe('given')
  line.close()
  const receivers = new Receivers()
  for (const [said, address] of [
    [`${program.port}/dial`, '8.8.8.8'],
    [`${program.port}/dial`, 'example.org'],
    [`${program.port}/../dial`, '127.0.0.1'],
    ['dial', '127.0.0.1'],
    [undefined, '127.0.0.1'],
    [`${program.port}/dial`, undefined],
  ] as const) {
    receivers.note('phone', said, address)
    expect(await receivers.dial('phone', NUMBER)).toBe(false)
  }
  for (const address of ['::ffff:127.0.0.1', '127.0.0.1']) {
    receivers.note('phone', `${program.port}/dial`, address)
    expect(await receivers.dial('phone', NUMBER)).toBe(true)
  }
  expect(program.asked).toHaveLength(2)
  await program.stop()
})
