import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Replica } from '../../agents/runtime/replica.ts'
import { startGateway } from '../../agents/sending/testing/gateway.ts'
import { startMail } from '../../agents/sending/testing/smtp.ts'
import { jobs } from '../../shared/jobs/collections.ts'
import { type Message, messages, type Way } from '../../shared/messages/collections.ts'
import { type Run, runs } from '../../shared/rules/collections.ts'
import { AgentsProcess } from '../support/agents.ts'
import { seeded } from '../support/random.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { SEED, times } from './support/length.ts'
import { beginHearing, makeOrder, openOffice } from './support/rules.ts'

/** Each takes a second or two on a busy machine, ms. */
const WITHIN = times(3, 15) * 60_000
const KILLS = times(8, 100)
/** An order is made, and moved on by these; its making is a move, too. */
const MOVES = ['in-work', 'begun', 'in-work', 'handed-over'] as const
const ORDERS = times(16, 200)

let server: TestServer
let agents: AgentsProcess
let replica: Replica
let saved: () => Promise<void>
let mail: Awaited<ReturnType<typeof startMail>>
let gateway: Awaited<ReturnType<typeof startGateway>>

beforeEach(async () => {
  server = await startServer({ args: ['--host', '127.0.0.1'] })
  mail = await startMail()
  gateway = await startGateway((response) => response.end('ok'))
  ;({ replica, saved } = await openOffice(server, sendingBy(mail.port, gateway.address)))
  agents = new AgentsProcess(['--url', server.url, '--data', server.data])
})
afterEach(async () => {
  await agents.kill()
  replica.stop()
  await server.close()
  await mail.stop()
  await gateway.stop()
})

function sendingBy(port: number, address: string) {
  const from = { fromName: 'Office', fromAddress: 'office@b.test' }
  return {
    mail: { host: '127.0.0.1', port, tls: 'none', user: '', password: '', ...from },
    sms: {
      kind: 'http',
      url: `${address}/?id={{id}}`,
      method: 'GET',
      headers: [],
      body: '',
      success: '',
      sender: 'Office',
      secret: '',
    },
  } as const
}

const runsOf = (rule: string): Run[] => [...replica.rows(runs)].filter((run) => run.rule === rule)
const messagesBy = (way: Way): Message[] => [...replica.rows(messages)].filter((message) => message.way === way)

/** The moves of all orders, one after the other, as many at once as there are kills. */
function* moving(): Generator<void> {
  for (let order = 0; order < ORDERS; order++) {
    const id = makeOrder(replica)
    yield
    for (const state of MOVES) {
      replica.run('moveOrder', { id, state })
      yield
    }
  }
}

/** Messages wait so that they can be undone; nobody does here. */
function hurry(): void {
  replica.observe((changes) => {
    const waiting = changes.filter(({ collection }) => collection.name === messages.name)
    for (const { id } of waiting) {
      const message = messagesBy('letter')
        .concat(messagesBy('sms'))
        .find((one) => one.id === id)
      if (message?.attempts === 0 && (message.due ?? 0) > Date.now())
        replica.write((tx) => tx.set(messages, id, { due: Date.now() }))
    }
  })
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

test(`WF1, SN1: agents that are killed ${KILLS} times at random do each thing once (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  await beginHearing(agents, server.data)
  hurry()
  const all = ORDERS * (MOVES.length + 1)
  const moves = moving()
  for (let kill = 0; kill < KILLS; kill++) {
    for (let i = 0; i < Math.ceil(all / KILLS); i++) moves.next()
    await agents.start()
    await after(random() * 700)
    await agents.kill()
  }
  await saved()
  await agents.start()
  const PATIENCE = { timeout: WITHIN, interval: 200 }
  await expect.poll(() => runsOf('jobs').filter(({ state }) => state === 'done').length, PATIENCE).toBe(all)
  await expect.poll(() => messagesBy('letter').filter(({ state }) => state === 'sent').length, PATIENCE).toBe(ORDERS)
  await expect
    .poll(() => messagesBy('sms').filter(({ attempts }) => attempts === 0).length, PATIENCE)
    .toBeLessThan(KILLS)

  expect([runsOf('jobs').length, runsOf('messages').length]).toEqual([all, ORDERS])
  const made = runsOf('jobs').flatMap(({ steps }) => steps.map((step) => step.made))
  expect(new Set(made)).toEqual(new Set([...replica.ids(jobs)].map((id) => `jobs/${id}`)))
  expect(made).toHaveLength(all)
  expectLetters()
  expectSms()
  expect(agents.faults).toEqual([])
  await agents.stop()
})

/** Each at least once; one that was on its way when its sender was killed once more, as the same. */
function expectLetters(): void {
  const letters = counted(mail.taken.map(({ raw }) => /^Message-ID: <(\S+)>/im.exec(raw)?.[1] ?? ''))
  expect(letters.size).toBe(ORDERS)
  expect([...messagesBy('letter')].map(({ outer }) => outer?.replace(/[<>]/g, '')).sort()).toEqual(
    [...letters.keys()].sort(),
  )
  expect(Math.max(...letters.values())).toBeLessThanOrEqual(1 + KILLS)
}

/** Each at most once; of one that may have gone nobody says that it has, nor sends it again. */
function expectSms(): void {
  const sent = counted(gateway.asked.map(({ url }) => new URL(url ?? '', gateway.address).searchParams.get('id') ?? ''))
  expect(Math.max(...sent.values())).toBe(1)
  const all = messagesBy('sms')
  expect(all).toHaveLength(ORDERS)
  for (const { id, asked, state } of all)
    if (state === 'sent') expect(sent.get(`${id}.${asked ?? 0}`)).toBe(1)
    else expect(['doubtful', 'waiting']).toContain(state)
}
