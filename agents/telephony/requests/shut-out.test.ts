import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calls } from '../../../shared/calls/collections.ts'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import { devices, people } from '../../../shared/company/collections.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Replica } from '../../runtime/replica.ts'
import { type BridgeRoom, MAX, openBridgeRoom, phoneOf } from '../testing/bridge-room.ts'
import { type PhoneLine, SimulatedPhone } from '../testing/phone.ts'
import { wishOf } from './whose-wish.ts'

const NUMBER = '+79161234567'
const OFF = { status: 403, body: { code: 'phone-off' } }

/** The company's: it dials for everybody, so it tells how far the bridge has come. */
const LINE = phoneOf({ id: 'line', owner: null, key: 'key-of-line' })

let room: BridgeRoom
beforeEach(async () => {
  room = await openBridgeRoom()
  await room.havePhones(phoneOf())
})
afterEach(() => room.close())

/** Asks for a call, at the desk where nobody else does; its id. */
function ask(number = NUMBER, by: Pick<Replica, 'write'> = room.desk, phone = 'phone'): string {
  const id = newId(COMMON, Date.now())
  by.write((tx) => tx.create(calls, id, { direction: 'out', state: 'asked', phone, number, asked: Date.now() }))
  return id
}
/** The requests that a phone has heard of over its line. */
const heardBy = (line?: PhoneLine) =>
  line?.heard.flatMap((frame) => (frame.type === 'request' ? [frame.request.id] : []))
const call = (id: string) => room.calls().find((one) => one.id === id)

test.each<readonly [string, readonly HeldPhone[]]>([
  ['switched off', [phoneOf({ isOff: true })]],
  ['removed', []],
])('BR3: a phone that is %s while it waits is told so at once, and hears of nothing more', async (_, left) => {
  const phone = new SimulatedPhone((await room.bridge()).url, phoneOf())
  const waiting = phone.ask('/phone/v1/requests?wait=50')
  const line = await phone.line()
  await room.havePhones(...left)
  expect(await waiting).toMatchObject(OFF)
  await expect.poll(() => line.closed).toBe(4403)
  const id = ask()
  await expect.poll(() => call(id)?.state).toBe('asked')
  expect(line.heard).toEqual([])
})

test('BR3: a phone whose record is gone is out, though the server still named it when its phones were read', async () => {
  const { url } = await room.bridge({ phones: async () => [phoneOf()] })
  const phone = new SimulatedPhone(url, phoneOf())
  const line = await phone.line()
  await room.havePhones()
  await expect.poll(() => line.closed).toBe(4403)
  expect(await phone.report({ what: 'ringing' })).toMatchObject(OFF)
})

test('BR13: the program of a phone that is switched off, or that does not dial, is not asked', async () => {
  const other = phoneOf({ id: 'other', key: 'key-of-other' })
  await room.havePhones(phoneOf(), other)
  const { url } = await room.bridge()
  const asked: string[] = []
  const program = createServer(({ url: path = '' }, answer) => {
    asked.push(path)
    answer.end()
  })
  await once(program.listen(0, '127.0.0.1'), 'listening')
  const { port } = program.address() as AddressInfo
  for (const one of [phoneOf(), other])
    await new SimulatedPhone(url, one).ask('/phone/v1/requests', {
      headers: { 'x-voronka-receiver': `${port}/${one.id}` },
    })
  for (const change of [{ isOff: true }, { dials: false }]) {
    await room.havePhones(phoneOf(change), other)
    const id = ask()
    // The other's is asked, later than this one's would have been.
    const seen = ask(NUMBER, room.desk, 'other')
    await expect.poll(() => call(seen)?.state).toBe('given')
    expect([asked.filter((path) => !path.startsWith('/other')), call(id)?.state]).toEqual([[], 'asked'])
  }
  program.close()
})

test.each(['*21*+79991234567#', '##002#', '\ud800', 'abc', ''])(
  'BR7: %j is no number to dial: it reaches no phone, and fails',
  async (number) => {
    const phone = new SimulatedPhone((await room.bridge()).url, phoneOf())
    await phone.ask('/phone/v1/requests', { headers: { 'x-voronka-receiver': '4444/dial' } })
    const line = await phone.line()
    const id = ask(number)
    await expect.poll(() => call(id)).toMatchObject({ state: 'failed', failure: 'wrongNumber' })
    expect(line.heard).toEqual([])
  },
)

test('BR15: a phone dials what its owner asks for, not what a colleague makes or changes', async () => {
  await room.havePhones(phoneOf(), LINE)
  const { url } = await room.bridge()
  const own = await new SimulatedPhone(url, phoneOf()).line()
  const deskIsOf = (person: string) =>
    room.server.author.write((tx) => {
      const { replica } = room.desk.pass
      if (tx.find(devices, replica)) tx.set(devices, replica, { person })
      else tx.create(devices, replica, { person })
    })
  const heard = () => heardBy(own)
  await room.server.author.write((tx) => tx.create(people, 'boris', { name: 'Борис', user: 'boris-account' }))

  await deskIsOf('max')
  const wanted = ask()
  await expect.poll(heard).toEqual([wanted])

  await deskIsOf('boris')
  const foreign = ask()
  // By the line anybody may: when it has heard, the bridge has seen what came before it.
  const byLine = await new SimulatedPhone(url, LINE).line()
  const allowed = ask(NUMBER, room.desk, 'line')
  await expect.poll(() => byLine.heard).toMatchObject([{ request: { id: allowed } }])
  expect([heard(), call(foreign)?.state]).toEqual([[wanted], 'asked'])
})

test('BR15: what a device wrote of which nothing is known waits, until it is known whose it is', async () => {
  await room.havePhones(phoneOf(), LINE)
  const { url } = await room.bridge()
  const [own, byLine] = await Promise.all([phoneOf(), LINE].map((one) => new SimulatedPhone(url, one).line()))
  const fresh = await room.nameless()
  const id = ask(NUMBER, fresh)
  const seen = ask(NUMBER, fresh, 'line')
  await expect.poll(() => heardBy(byLine)).toEqual([seen])
  expect([heardBy(own), call(id)?.state]).toEqual([[], 'asked'])
  await room.server.author.write((tx) => tx.create(devices, fresh.pass.replica, { person: MAX.person }))
  await expect.poll(() => heardBy(own)).toEqual([id])
})

test('BR15: what a colleague writes into a call that its owner asked for is his own wish', () => {
  const found = { max: { person: 'max' }, boris: { person: 'boris' }, agents: { person: null } } as const
  const accounts = { max: { user: MAX.user }, boris: { user: 'boris-account' } } as const
  const find = ((collection: { name: string }, id: string) => {
    const from: Readonly<Record<string, unknown>> = collection.name === 'devices' ? found : accounts
    return from[id] ?? null
  }) as unknown as Find
  const wish = (madeBy: string, by?: string, owner: string | null = MAX.user) =>
    wishOf(find, { madeBy, since: by === undefined ? {} : { number: { at: 1, by } } }, owner)
  expect([
    ...[wish('max'), wish('agents'), wish('server'), wish('max', 'agents'), wish('agents', 'max')],
    wish('boris', 'nobody', null),
  ]).toEqual(Array(6).fill('owners'))
  expect([wish('boris'), wish('max', 'boris'), wish('nobody', 'boris')]).toEqual(Array(3).fill('others'))
  expect([wish('nobody'), wish('max', 'nobody')]).toEqual(Array(2).fill('unknown'))
})
