import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Failure } from '../../../shared/errors.ts'
import { hasFeature } from '../../../shared/features/known.ts'
import { messages } from '../../../shared/messages/collections.ts'
import type { Mail, Sms } from '../../../shared/messages/sending.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { standingOf } from '../../../shared/orders/moves/moves.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { runs } from '../../../shared/rules/collections.ts'
import { readWhy, whyOf } from '../../../shared/rules/why.ts'
import { SERVICE_KEY } from '../../../sync-server/http/testing/server.ts'
import { knowFeatures } from '../../runtime/company/features.ts'
import { findIn } from '../../runtime/find.ts'
import { startGateway } from '../testing/gateway.ts'
import { openRoom, type SendingRoom } from '../testing/room.ts'
import { refusal, startMail, type Verdict } from '../testing/smtp.ts'

const MAIN = join(import.meta.dirname, '../../main.ts')
let room: SendingRoom
const ends: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  room = await openRoom()
})
afterEach(async () => {
  await room.close()
  for (const end of ends.splice(0)) await end()
})

const mailAt = (port: number): Mail<string> => ({
  host: '127.0.0.1',
  port,
  tls: 'none',
  user: '',
  password: '',
  fromName: 'Заря',
  fromAddress: 'shop@example.ru',
})

async function mail(verdict?: Verdict) {
  const server = await startMail({}, verdict)
  ends.push(server.stop)
  room.use({ mail: mailAt(server.port) })
  return server
}

async function gateway(answer: Parameters<typeof startGateway>[0] = (response) => void response.end('OK')) {
  const server = await startGateway(answer)
  ends.push(server.stop)
  const sms: Sms<string> = {
    kind: 'http',
    url: server.address,
    method: 'POST',
    headers: [],
    body: '{{to}} {{text}}',
    success: 'OK',
    sender: '',
    secret: '',
  }
  room.use({ sms })
  return server
}

const stateOf = (id: string) => room.message(id)?.state
const whyIn = (id: string) => readWhy(room.message(id)?.why ?? null)?.code
const messageIdIn = (raw: string) => /^Message-ID: <(.*)>\r$/m.exec(raw)?.[1]

test('SN10: a letter goes when it is due, with its Message-ID, and says so', async () => {
  const server = await mail()
  await room.startSender()
  const due = Date.now() + 400
  const id = room.write({ due })
  await expect.poll(() => stateOf(id)).toBe('sent')
  expect(Date.now()).toBeGreaterThanOrEqual(due)
  expect(room.message(id)).toMatchObject({ outer: `${id}@example.ru`, attempts: 1, sent: expect.any(Number) })
  expect(whyIn(id)).toBe('accepted')
  expect(server.taken.map(({ raw }) => messageIdIn(raw))).toEqual([`${id}@example.ru`])
})

test('SN10: what was written without a network leaves when the device is back', async () => {
  const server = await mail()
  await room.startSender()
  await room.saved()
  room.relay.cut()
  const id = room.write({ due: Date.now() })
  expect(server.taken).toEqual([])
  room.relay.restore()
  await expect.poll(() => stateOf(id)).toBe('sent')
  expect(server.taken).toHaveLength(1)
})

test('SN10: one in a quarter long past is found, at the start and while it runs', async () => {
  await mail()
  const first = await room.writeIn(Date.UTC(2021, 1, 3))
  await room.startSender()
  await expect.poll(() => stateOf(first)).toBe('sent')
  const second = await room.writeIn(Date.UTC(2019, 1, 3))
  await expect.poll(() => stateOf(second)).toBe('sent')
})

test('SN11: one that is called off before it is due does not go, nor one whose run is called off', async () => {
  const server = await mail()
  await room.startSender()
  const run = newId('common', Date.now())
  const why = whyOf('byHand', { who: 'Анна' })
  const due = Date.now() + 500
  const [one, other, last] = [room.write({ due }), room.write({ due, run }), room.write({ due: due + 200 })]
  await room.saved()
  room.device.run('cancelMessage', { id: one })
  room.device.write((tx) => tx.create(runs, run, { rule: 'r', order: room.order, state: 'cancelled', why }))
  await expect.poll(() => stateOf(last)).toBe('sent')
  expect([stateOf(one), stateOf(other)]).toEqual(['cancelled', 'cancelled'])
  expect(room.message(other)?.why).toBe(why)
  expect(server.taken).toHaveLength(1)
})

test('SN11: where the move behind it was undone it does not go; what a person wrote does', async () => {
  const server = await mail()
  await room.startSender()
  room.device.run('moveOrder', { id: room.order, state: 'measured' })
  const order = findIn(room.device)(orders, room.order)
  const move = order && standingOf(order).move?.id
  const about = { order: room.order, move: move ?? '', due: Date.now() + 400 }
  const [id, byHand] = [room.write(about), room.write({ ...about, author: 'anna' })]
  await room.saved()
  room.device.run('undoOneMove', { id: room.order, move: move ?? '' })
  await expect.poll(() => stateOf(id)).toBe('cancelled')
  expect(whyIn(id)).toBe('undone')
  await expect.poll(() => stateOf(byHand)).toBe('sent')
  expect(server.taken).toHaveLength(1)
})

test('SN12: two senders send each once', async () => {
  const server = await mail()
  const sms = await gateway()
  await Promise.all([room.startSender(), room.startSender()])
  const letters = Array.from({ length: 8 }, () => room.write())
  const texts = Array.from({ length: 8 }, () => room.write({ way: 'sms', to: '+79161234567' }))
  for (const id of [...letters, ...texts]) await expect.poll(() => stateOf(id)).toBe('sent')
  expect(server.taken.map(({ raw }) => messageIdIn(raw)).sort()).toEqual(letters.map((id) => `${id}@example.ru`).sort())
  expect(sms.asked).toHaveLength(8)
  expect(sms.asked[0]?.body).toBe('+79161234567 Готов')
})

test('SN13: what was settled and not written is written, and does not go again', async () => {
  const server = await mail()
  const id = room.write({ due: Date.now() + 60_000 })
  const ledger = room.ledgerOf('earlier', new AbortController().signal)
  const claimed = await ledger.claim(`message/${id}/0`, 'repeat')
  const outcome = { is: 'sent', outer: 'x@y', why: { code: 'accepted', params: { answer: '250 OK' } } }
  if (claimed.is === 'yours') await claimed.lease.settle(JSON.stringify(outcome))
  room.device.run('settleMessage', { id, asked: 0, state: 'waiting', why: null, due: Date.now() })
  await room.startSender()
  await expect.poll(() => stateOf(id)).toBe('sent')
  expect(room.message(id)?.outer).toBe('x@y')
  expect(server.taken).toEqual([])
})

test('SN14: refused for now, it waits and says why and until when; refused for good, it has failed; asked for again, it goes', async () => {
  let refused: Error | null = refusal(451, '4.7.1 Try later')
  const server = await mail(() => refused)
  await room.startSender()
  const id = room.write()
  await expect.poll(() => whyIn(id)).toBe('triesAgain')
  expect(room.message(id)).toMatchObject({ state: 'waiting', attempts: 1 })
  expect(room.message(id)?.due).toBeGreaterThan(Date.now() + 20_000)
  refused = refusal(550, '5.1.1 No such user')
  const other = room.write()
  await expect.poll(() => stateOf(other)).toBe('failed')
  expect(whyIn(other)).toBe('declined')
  refused = null
  room.device.run('settleMessage', { id, asked: 0, state: 'waiting', why: null, due: Date.now() })
  await expect.poll(() => stateOf(id)).toBe('sent')
  room.device.write((tx) => tx.set(messages, other, { state: 'waiting', asked: 1, due: Date.now() }))
  await expect.poll(() => stateOf(other)).toBe('sent')
  expect(server.taken.map(({ raw }) => messageIdIn(raw))).toEqual([`${id}@example.ru`, `${other}.1@example.ru`])
})

test('SN14: a mail server that is away is left alone for a while: others are not tried on it, and SMS go on', async () => {
  const away = await startMail()
  await away.stop()
  room.use({ mail: mailAt(away.port) })
  const sms = await gateway()
  await room.startSender()
  const first = room.write()
  await expect.poll(() => whyIn(first)).toBe('unreachable')
  const others = [room.write(), room.write()]
  const text = room.write({ way: 'sms', to: '+79161234567', due: Date.now() + 300 })
  await expect.poll(() => stateOf(text)).toBe('sent')
  expect(sms.asked).toHaveLength(1)
  for (const id of others) expect(room.message(id)).toMatchObject({ state: 'waiting', attempts: null })
})

test('SN15: an SMS whose outcome nobody knows stands so, and does not go again', async () => {
  const sms = await gateway((response) => void response.destroy())
  await room.startSender()
  const id = room.write({ way: 'sms', to: '+79161234567' })
  await expect.poll(() => stateOf(id)).toBe('doubtful')
  expect(whyIn(id)).toBe('outcomeUnknown')
  const wrong = room.write({ way: 'sms', to: '12' })
  await expect.poll(() => stateOf(wrong)).toBe('failed')
  expect(sms.asked).toHaveLength(1)
})

test('SN15: an SMS that a sender had in hand when it died is doubtful when its lease has run out', async () => {
  const sms = await gateway()
  const id = room.write({ way: 'sms', to: '+79161234567', due: Date.now() + 300 })
  const dying = new AbortController()
  const claimed = await room.ledgerOf('dead', dying.signal, 1_000).claim(`message/${id}/0`, 'once')
  dying.abort()
  expect(claimed.is).toBe('yours')
  await room.startSender()
  await expect.poll(() => stateOf(id)).toBe('doubtful')
  expect(sms.asked).toEqual([])
})

test('SN15: a sender that is killed while a letter goes: the next one sends it again under the same Message-ID', async () => {
  const killed = Promise.withResolvers<void>()
  const isThere = Promise.withResolvers<void>()
  const server = await mail(async () => {
    isThere.resolve()
    await killed.promise
    return null
  })
  await room.keepSettings({ mail: mailAt(server.port), sms: null })
  const first = startProcess()
  const id = room.write()
  await isThere.promise
  const gone = once(first, 'exit')
  first.kill('SIGKILL')
  await gone
  killed.resolve()
  await expect.poll(() => server.taken.length).toBe(1)
  expect(stateOf(id)).toBe('waiting')
  startProcess()
  await expect.poll(() => stateOf(id)).toBe('sent')
  expect(server.taken.map(({ raw }) => messageIdIn(raw))).toEqual([`${id}@example.ru`, `${id}@example.ru`])
})

/** The sender in a process of its own, over one folder. */
function startProcess(): ChildProcess {
  const { server, folder } = room
  const child = spawn(process.execPath, [MAIN, 'sender', '--url', server.url, '--data', folder, '--key', SERVICE_KEY])
  ends.push(async () => child.kill('SIGKILL'))
  return child
}

test('SN9: a letter about an order that is nowhere goes; with a paper of it, it fails', async () => {
  await mail()
  await room.startSender()
  for (const order of ['odd', newId('common', Date.UTC(2020, 5, 5))]) {
    const plain = room.write({ order })
    const withPaper = room.write({ order, papers: ['act'] })
    const withFile = room.write({ files: [order] })
    await expect.poll(() => stateOf(plain)).toBe('sent')
    for (const id of [withPaper, withFile]) {
      await expect.poll(() => stateOf(id)).toBe('failed')
      expect(whyIn(id)).toBe('fileGone')
    }
  }
})

test('SN14: settings that the server cannot open are said on the message', async () => {
  await room.startSender(() => Promise.reject(new Failure('sending-locked')))
  const id = room.write()
  await expect.poll(() => whyIn(id)).toBe('refused')
  expect(stateOf(id)).toBe('waiting')
})

test('SN5: where nothing is set up, the message stands on the server and says where', async () => {
  await room.startSender()
  const id = room.write({ papers: ['customer'], order: room.order })
  await expect.poll(() => stateOf(id)).toBe('sent')
  expect(whyIn(id)).toBe('keptHere')
  expect(await readdir(join(room.folder, 'outbox'))).toEqual([`${id}@voronka.invalid.eml`])
})

test('FT6: what waits stays where it is while its way is off, and goes as soon as that is on again', async () => {
  const server = await mail()
  const { replica } = await room.startSender()
  const known = knowFeatures(replica)
  ends.push(async () => known.forget())
  room.device.run('switchFeatures', { ids: ['mail'], on: false })
  await room.device.saved([`${room.server.company}/setup`])
  await expect.poll(() => hasFeature('mail')).toBe(false)
  const id = room.write({ due: Date.now() })
  await room.saved()
  const goes = await room.writeIn(Date.UTC(2021, 1, 3))
  expect([stateOf(id), stateOf(goes), server.taken.length]).toEqual(['waiting', 'waiting', 0])
  room.device.run('switchFeatures', { ids: ['mail'], on: true })
  await expect.poll(() => [stateOf(id), stateOf(goes)]).toEqual(['sent', 'sent'])
  expect(server.taken).toHaveLength(2)
})
