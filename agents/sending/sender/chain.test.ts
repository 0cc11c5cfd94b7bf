import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '../../../shared/company/collections.ts'
import { type Message, messages } from '../../../shared/messages/collections.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { standingOf } from '../../../shared/orders/moves/moves.ts'
import { rules } from '../../../shared/rules/collections.ts'
import { readWhy } from '../../../shared/rules/why.ts'
import { SERVICE_KEY } from '../../../sync-server/http/testing/server.ts'
import { AGENTS } from '../../agents.ts'
import { Cache } from '../../runtime/cache/cache.ts'
import { runAgents } from '../../runtime/connection/session.ts'
import { findIn } from '../../runtime/find.ts'
import { openRoom, type SendingRoom } from '../testing/room.ts'
import { startMail } from '../testing/smtp.ts'

const log = pino({ level: 'silent' })
const MAIL = {
  host: '127.0.0.1',
  tls: 'none',
  user: '',
  password: '',
  fromName: '',
  fromAddress: 'shop@b.test',
} as const
let room: SendingRoom
let mail: Awaited<ReturnType<typeof startMail>>
let folder: string
let cache: Cache
let stopping: AbortController
let over: Promise<void>

beforeEach(async () => {
  ;[room, mail] = await Promise.all([openRoom(), startMail()])
  folder = mkdtempSync(join(tmpdir(), 'voronka-chain-'))
  cache = new Cache(folder, log)
  stopping = new AbortController()
  await room.keepSettings({ mail: { ...MAIL, port: mail.port }, sms: null })
  await makeRule()
  const server = { address: room.server.url, secret: SERVICE_KEY }
  over = runAgents({ server, agents: AGENTS, cache, log, signal: stopping.signal })
  // The engine of rules has looked where the journal ends.
  await expect.poll(() => cache.place('workflow.memory').read()).not.toBeNull()
})
afterEach(async () => {
  stopping.abort()
  await over
  cache.close()
  await room.close()
  await mail.stop()
  rmSync(folder, { recursive: true })
})

/** Whoever is responsible has a letter when an order is measured. */
async function makeRule(): Promise<void> {
  const { device } = room
  await device.open('automation')
  const make = (collection: 'people' | 'messageTemplates', id: string, values: object) =>
    device.run('createRecord', { collection, id, values: values as never })
  make('people', 'max', { name: 'Max', email: 'max@b.test' })
  make('messageTemplates', 'letter', { name: 'L', way: 'letter', sort: 'customer', subject: 'Заказ', body: 'Замерен' })
  device.run('saveRule', {
    id: 'rule',
    values: { name: 'rule', on: true, start: 'changesState', sort: 'customer' },
    actions: { a: { does: 'letter', template: 'letter', to: 'toResponsible', place: 'a0' } },
    others: [],
  })
  device.run('setRecord', { collection: 'orders', id: room.order, values: { responsible: 'max' } })
  await device.saved(['setup', 'automation'].map((rest) => `${room.server.company}/${rest}`))
  await room.saved()
}

/** Moves the order; gives the move and the message that the rule makes of it, which is due in half a minute. */
async function moved(): Promise<{ readonly move: string; readonly message: Message }> {
  const { device, order } = room
  device.run('moveOrder', { id: order, state: 'measured' })
  const found = findIn(device)(orders, order)
  const move = (found && standingOf(found).move?.id) ?? ''
  const made = () => [...device.rows(messages)].find((one) => one.move === move)
  await expect.poll(made).toBeDefined()
  const message = made()
  if (!message) throw new Error('no message')
  return { move, message }
}

/** The half minute is over. */
function makeDue({ id }: Message): void {
  room.device.run('settleMessage', { id, asked: 0, state: 'waiting', why: null, due: Date.now() })
}

test('SN10, SN11: a move sets off a letter, which goes when it is due; one whose move is undone before goes not', async () => {
  const first = await moved()
  expect(first.message.due).toBeGreaterThan(Date.now() + 20_000)
  room.device.run('undoOneMove', { id: room.order, move: first.move })
  await room.saved()
  makeDue(first.message)
  await expect.poll(() => room.message(first.message.id)?.state).toBe('cancelled')
  expect(readWhy(room.message(first.message.id)?.why ?? null)?.code).toBe('undone')
  const second = await moved()
  makeDue(second.message)
  await expect.poll(() => room.message(second.message.id)?.state).toBe('sent')
  expect(mail.taken.map(({ to }) => to)).toEqual([['max@b.test']])
  expect(mail.taken[0]?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
})

test('SN17: a rule’s letter comes from the address of whoever is responsible, by the account that he has set up', async () => {
  await room.server.author.write((tx) => {
    tx.set(people, 'max', { user: 'user-max' })
    tx.setEntry(rules, 'rule', 'actions', 'a', { sender: 'responsible' })
  })
  await room.server.addUser('user-max')
  const { host, tls, user, password } = MAIL
  await room.keepOwnMail('user-max', {
    ...{ isCompanys: false, name: '', fromName: 'Max', address: 'max@b.test', receive: null, password, oauth: null },
    send: { host, tls, user, port: mail.port },
    ...{ folders: [], since: null, isDefault: true, marksSeen: false, storesSent: false, isOff: false },
    signature: 'Max, +7 812 555-01-00',
  })
  const { message } = await moved()
  expect(message.sender).toBe('responsible')
  makeDue(message)
  await expect.poll(() => room.message(message.id)?.state).toBe('sent')
  expect(room.message(message.id)?.from).toBe('Max <max@b.test>')
  expect(mail.taken.map(({ from }) => from)).toEqual(['max@b.test'])
})
