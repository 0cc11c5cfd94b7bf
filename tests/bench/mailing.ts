import { setTimeout as after } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Replica } from '../../agents/runtime/replica.ts'
import { startMail } from '../../agents/sending/testing/smtp.ts'
import { customers } from '../../shared/customers/collections.ts'
import { freezeReaders } from '../../shared/mailings/acts/commands.ts'
import { mailings } from '../../shared/mailings/collections.ts'
import { bodyOfText, writeBody } from '../../shared/messages/body/body.ts'
import { messageTemplates } from '../../shared/messages/collections.ts'
import { newEntryId, newId } from '../../shared/records/keys/id.ts'
import { openOffice } from '../faults/support/rules.ts'
import { AgentsProcess } from '../support/agents.ts'
import { startServer } from '../support/server.ts'
import { type BenchResult, median } from './result.ts'

export const name = 'A mailing of 10,000 letters'

const READERS = Number(process.env.READERS ?? 10_000)
const ROUNDS = Number(process.env.ROUNDS ?? 3)
/** Readers that are written in one act. */
const PART = 500
const TEXT = 'Новинки недели для [Покупатель]\nСкидка до пятницы.'

/** A mailing through the agent, and bare nodemailer in a loop over as many lines, to one mail server on loopback; medians. */
export async function run(): Promise<BenchResult> {
  const mail = await startMail({ hideSTARTTLS: true })
  try {
    const [ours, bare]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await byAgent(mail))
      bare.push(await byNodemailer(mail.port))
      mail.taken.length = 0
    }
    const [own, peer] = [median(ours), median(bare)]
    const perSecond = (took: number) => `${Math.round(READERS / took)} letters a second`
    return {
      about: `${READERS} letters to a mail server on loopback over four lines: each claimed in the ledger, looked at once more, filled, signed links, settled and written. Beside nodemailer alone, which sends one text in a loop. Medians of ${ROUNDS} rounds.`,
      figures: [
        {
          what: 'the mailing, from the start of the agent to «finished»',
          value: `${own.toFixed(1)} s, ${perSecond(own)}`,
        },
        { what: 'nodemailer in a loop, pooled', value: `${peer.toFixed(1)} s, ${perSecond(peer)}` },
        { what: 'times as long', value: (own / peer).toFixed(1) },
      ],
    }
  } finally {
    await mail.stop()
  }
}

type Mail = Awaited<ReturnType<typeof startMail>>

/** Seconds. */
async function byAgent(mail: Mail): Promise<number> {
  const server = await startServer({ args: ['--host', '127.0.0.1', '--address', 'https://crm.example'] })
  const from = { fromName: 'Office', fromAddress: 'office@b.test' }
  const sending = { host: '127.0.0.1', port: mail.port, tls: 'none', user: '', password: '', ...from } as const
  const { replica } = await openOffice(server, { mail: sending, sms: null }, () => undefined)
  const agents = new AgentsProcess(['mailer', '--url', server.url, '--data', server.data])
  try {
    const mailing = await begin(replica)
    const began = performance.now()
    await agents.start()
    const state = () => [...replica.rows(mailings)].find(({ id }) => id === mailing)?.state
    while (state() !== 'finished') await after(20)
    return (performance.now() - began) / 1000
  } finally {
    await agents.kill()
    replica.stop()
    await server.close()
  }
}

async function begin(replica: Replica): Promise<string> {
  const [mailing, { company }] = [newEntryId(), replica.pass]
  const named = [`${company}/mailings/${mailing}`, `${company}/automation`, `${company}/customers/common`]
  await replica.openNamed(named)
  replica.write((tx) => {
    const body = writeBody(bodyOfText(TEXT))
    tx.create(messageTemplates, 'news', { name: 'News', way: 'letter', sort: 'mailing', subject: 'News', body })
    tx.create(mailings, mailing, { name: 'News', way: 'letter', state: 'prepared', template: 'news' })
  })
  for (let at = 0; at < READERS; at += PART) {
    replica.write((tx) => freeze(tx, mailing, at))
    await replica.saved(named)
  }
  replica.run('beginMailing', { id: mailing, all: READERS })
  await replica.saved(named)
  return mailing
}

type Act = Parameters<Parameters<Replica['write']>[0]>[0]

function freeze(tx: Act, mailing: string, from: number): void {
  const made = Array.from({ length: Math.min(PART, READERS - from) }, (_, i) => ({
    customer: newId('common', Date.now()),
    to: `reader${from + i}@client.test`,
  }))
  for (const { customer, to } of made) tx.create(customers, customer, { name: to, email: to })
  const readers = made.map((one) => ({ ...one, contact: null, name: one.to, because: 'List' }))
  freezeReaders(tx, { id: mailing, readers })
}

/** Seconds. */
async function byNodemailer(port: number): Promise<number> {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    maxConnections: 4,
    maxMessages: 200,
  })
  const began = performance.now()
  const send = (_: unknown, i: number) =>
    transport.sendMail({
      from: 'office@b.test',
      to: `reader${i}@client.test`,
      subject: 'News',
      text: TEXT,
      html: `<p>${TEXT}</p>`,
    })
  await Promise.all(Array.from({ length: READERS }, send))
  transport.close()
  return (performance.now() - began) / 1000
}
