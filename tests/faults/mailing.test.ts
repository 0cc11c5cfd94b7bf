import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MOST_IN_HAND } from '../../agents/mailings/running/in-hand.ts'
import type { Replica } from '../../agents/runtime/replica.ts'
import { startMail } from '../../agents/sending/testing/smtp.ts'
import { customers } from '../../shared/customers/collections.ts'
import { beginMailing, freezeReaders } from '../../shared/mailings/acts/commands.ts'
import { mailingRecipients, mailings } from '../../shared/mailings/collections.ts'
import { bodyOfText, writeBody } from '../../shared/messages/body/body.ts'
import { messageTemplates } from '../../shared/messages/collections.ts'
import { newEntryId, newId } from '../../shared/records/keys/id.ts'
import { AgentsProcess } from '../support/agents.ts'
import { seeded } from '../support/random.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { SEED, times } from './support/length.ts'
import { openOffice } from './support/rules.ts'

const WITHIN = times(3, 15) * 60_000
const KILLS = times(3, 30)
const READERS = times(150, 2_000)
const MAILING = newEntryId()

let server: TestServer
let agents: AgentsProcess
let replica: Replica
let mail: Awaited<ReturnType<typeof startMail>>

beforeEach(async () => {
  server = await startServer({ args: ['--host', '127.0.0.1', '--address', 'https://crm.example'] })
  // Slow enough to be killed amid it.
  mail = await startMail({}, () => after(15, null))
  const from = { fromName: 'Office', fromAddress: 'office@b.test' }
  const sending = { host: '127.0.0.1', port: mail.port, tls: 'none', user: '', password: '', ...from } as const
  ;({ replica } = await openOffice(server, { mail: sending, sms: null }, () => undefined))
  agents = new AgentsProcess(['mailer', '--url', server.url, '--data', server.data])
})
afterEach(async () => {
  await agents.kill()
  replica.stop()
  await server.close()
  await mail.stop()
})

async function begin(): Promise<void> {
  const document = `mailings/${MAILING}`
  await replica.open(document)
  const body = writeBody(bodyOfText('Новинки для [Покупатель]'))
  const made = Array.from({ length: READERS }, (_, i) => ({
    customer: newId('common', Date.now()),
    to: `r${i}@c.test`,
  }))
  replica.write((tx) => {
    tx.create(messageTemplates, 'news', { name: 'News', way: 'letter', sort: 'mailing', subject: 'News', body })
    for (const { customer, to } of made) tx.create(customers, customer, { name: to, email: to })
    tx.create(mailings, MAILING, { name: 'News', way: 'letter', state: 'prepared', template: 'news' })
    const readers = made.map((one) => ({ ...one, contact: null, name: one.to, because: 'List' }))
    freezeReaders(tx, { id: MAILING, readers })
    beginMailing(tx, { id: MAILING, all: READERS })
  })
  const company = replica.pass.company
  await replica.saved([`${company}/${document}`, `${company}/automation`, `${company}/customers/common`])
}

test(`BM13: agents that are killed ${KILLS} times amid a mailing tell nobody twice (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  await begin()
  for (let kill = 0; kill < KILLS; kill++) {
    const before = mail.taken.length
    await agents.start()
    await expect.poll(() => mail.taken.length, { timeout: 30_000 }).toBeGreaterThan(before)
    await after(random() * 300)
    await agents.kill()
  }
  expect(mail.taken.length).toBeLessThan(READERS)
  await agents.start()
  // Of those who were on their way as they died it is told at once that nobody knows.
  const readers = () => [...replica.rows(mailingRecipients)]
  const standing = (state: string) => readers().filter((one) => one.state === state)
  const state = () => [...replica.rows(mailings)].find(({ id }) => id === MAILING)?.state
  await expect.poll(state, { timeout: 60_000 }).toBe('finished')
  await expect.poll(() => standing('sent').length + standing('doubtful').length).toBe(READERS)
  expect(standing('doubtful').length).toBeLessThanOrEqual(KILLS * MOST_IN_HAND)
  const went = mail.taken.map(({ to }) => to[0])
  expect(new Set(went).size).toBe(went.length)
  const sent = standing('sent').map(({ to }) => to)
  expect(sent.filter((to) => !went.includes(to ?? ''))).toEqual([])
  expect(agents.faults).toEqual([])
})
