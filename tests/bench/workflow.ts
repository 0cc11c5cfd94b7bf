import { setTimeout as after } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Replica } from '../../agents/runtime/replica.ts'
import { startMail } from '../../agents/sending/testing/smtp.ts'
import { writeFilter } from '../../shared/filters/text.ts'
import { jobs } from '../../shared/jobs/collections.ts'
import { messages } from '../../shared/messages/collections.ts'
import type { Collection } from '../../shared/records/declarations/collection.ts'
import { beginHearing, makeOrder, openOffice } from '../faults/support/rules.ts'
import { AgentsProcess } from '../support/agents.ts'
import { startServer } from '../support/server.ts'
import { memoryOf } from './growth/process.ts'
import { type BenchResult, megabytes } from './result.ts'

export const name = 'Rules at work: 10,000 moves through 20 rules'

const RULES = 20
/** So many of them write a letter of each move, the others make a job. */
const WRITING = 4
/** Orders are made in the first state, and moved on by these: each a move. */
const THEN = ['in-work', 'begun', 'handed-over'] as const
const ORDERS = 2500
const MOVES = ORDERS * (THEN.length + 1)
const LETTERS = (MOVES * WRITING) / RULES
/** So long a letter waits, so that its move can be undone, s. */
const WAITS = 30
/** Letters that are sent beside each other (agents/sending). */
const AT_ONCE = 4

/** A server and all agents as processes, a device that moves orders, a mail server on loopback. */
export async function run(): Promise<BenchResult> {
  const mail = await startMail({ hideSTARTTLS: true })
  const server = await startServer({ args: ['--host', '127.0.0.1'] })
  const { replica, saved } = await openOffice(server, sendingBy(mail.port), addRules)
  const agents = new AgentsProcess(['--url', server.url, '--data', server.data])
  try {
    await beginHearing(agents, server.data)
    await agents.start()
    const began = performance.now()
    const since = () => (performance.now() - began) / 1000
    moveAll(replica)
    await saved()
    const moved = since()
    await until(() => count(replica, messages) === LETTERS && count(replica, jobs) === MOVES - LETTERS)
    const planned = since()
    await until(() => mail.taken.length === LETTERS)
    const gone = since()
    const { most } = await memoryOf(agents.pid)
    const bare = await sentByNodemailer(mail.port, LETTERS)
    return {
      about: ABOUT,
      figures: [
        { what: 'moves in the server’s journal after', value: seconds(moved) },
        { what: 'all runs planned, claimed and done, their jobs and letters written, after', value: seconds(planned) },
        { what: 'runs a second', value: (MOVES / planned).toFixed(0) },
        { what: `all letters in the mail server after (each waits for ${WAITS} s)`, value: seconds(gone) },
        { what: 'letters a second, from when the first may go', value: (LETTERS / (gone - WAITS)).toFixed(0) },
        { what: 'nodemailer alone, as many letters to the same server', value: seconds(bare) },
        { what: 'memory of the agents, at most', value: megabytes(most) },
      ],
    }
  } finally {
    await agents.kill()
    replica.stop()
    await server.close()
    await mail.stop()
  }
}

function sendingBy(port: number) {
  const from = { fromName: 'Office', fromAddress: 'office@b.test' }
  return { mail: { host: '127.0.0.1', port, tls: 'none', user: '', password: '', ...from }, sms: null } as const
}

function departmentOf(rule: number): string {
  return `department-${rule}`
}

const LETTER = { does: 'letter', template: 'letter', to: 'toAddress', address: 'anna@b.test', place: 'a0' } as const
const JOB = { does: 'makeJob', subject: 'Call', place: 'a0' } as const

/** Each rule is for the orders of one department. */
function addRules(replica: Replica): void {
  for (let rule = 0; rule < RULES; rule++) {
    const criteria = writeFilter([{ field: 'department', is: 'equal', values: [departmentOf(rule)] }])
    const values = { name: `Rule ${rule}`, on: true, start: 'changesState', sort: 'customer', criteria } as const
    replica.run('saveRule', { id: `rule-${rule}`, values, actions: { act: rule < WRITING ? LETTER : JOB }, others: [] })
  }
}

function moveAll(replica: Replica): void {
  for (let order = 0; order < ORDERS; order++) {
    const id = makeOrder(replica, departmentOf(order % RULES))
    for (const state of THEN) replica.run('moveOrder', { id, state })
  }
}

function count(replica: Replica, collection: Collection): number {
  return [...replica.ids(collection)].length
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await after(250)
}

/** How long the same letters take without a company around them, s. */
async function sentByNodemailer(port: number, count: number): Promise<number> {
  const pool = { pool: true, maxConnections: AT_ONCE, maxMessages: Number.POSITIVE_INFINITY } as const
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true, ...pool })
  const letter = { from: 'office@b.test', to: 'anna@b.test', subject: 'Order', text: 'Sent', html: '<p>Sent</p>' }
  const began = performance.now()
  await Promise.all(Array.from({ length: count }, () => transport.sendMail(letter)))
  transport.close()
  return (performance.now() - began) / 1000
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`
}

const ABOUT = `${MOVES} moves of ${ORDERS} orders by one device, heard by all agents in one process, with ${RULES} rules that are on: each move is for one of
them; ${WRITING} write a letter, the others make a job. The sender begins fifty letters a second at most. Server, agents, device and mail server are on the same machine.`
