import { afterAll, beforeAll, expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { refusedOf } from '../../../shared/letters/refused.ts'
import { messages } from '../../../shared/messages/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { letterText, openTaking } from './testing/room.ts'

let room: Awaited<ReturnType<typeof openTaking>>
const NOW = Date.now()

beforeAll(async () => {
  room = await openTaking()
})
afterAll(() => room.close())

/** A report that a letter did not reach somebody. */
function report(address: string, messageId: string, action = 'failed'): string {
  const part = (type: string, text: string) => ['--b', `Content-Type: ${type}`, '', text].join('\r\n')
  const status = [
    'Reporting-MTA: dns; mx.client.example',
    '',
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
  ]
  return [
    ...['From: MAILER-DAEMON@mx.client.example', 'To: sales@assol.example', 'Subject: Undelivered'],
    ...[`Message-ID: <${newId('common', NOW)}@mx>`, `Date: ${new Date(NOW).toUTCString()}`],
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary=b', ''],
    part('text/plain', 'It did not reach them.'),
    part('message/delivery-status', status.join('\r\n')),
    part('text/rfc822-headers', `Message-ID: <${messageId}>`),
    '--b--',
  ].join('\r\n')
}

async function customer(email: string, more: object = {}): Promise<string> {
  const id = newId('common', NOW)
  room.replica.write((tx) => tx.create(customers, id, { name: 'Ромашка', email, ...more }))
  return id
}
const customerRow = (id: string) => room.server.author.write((tx) => tx.get(customers, id))

test('MP18: a report marks the letter that came back and the address, and is its customer’s; who writes takes letters again', async () => {
  const id = await customer('ivan@client.example', {
    emails: { e: { contact: 'c', email: 'IVAN@client.example', place: 'a0' } },
  })
  const headers = { From: 'sales@assol.example', To: 'ivan@client.example', 'Message-ID': '<out1@assol.example>' }
  const sent = await room.take(letterText(headers), { folder: 'Sent' })
  const back = await room.take(report('Ivan@client.example', 'out1@assol.example'))
  expect(await room.read(sent.letter)).toMatchObject({ undelivered: 'ivan@client.example 550 5.1.1 User unknown' })
  expect(await room.read(back.letter)).toMatchObject({
    automatic: 'bounce',
    customer: id,
    references: ['out1@assol.example'],
  })
  const { email, emailRefused, emails } = await customerRow(id)
  expect(refusedOf(email, emailRefused)).toBe('550 5.1.1 User unknown')
  expect(refusedOf('other@client.example', emailRefused), 'it says nothing of another address').toBeNull()
  expect(emails[0]?.refused).toContain('550')
  await room.take(letterText({ From: 'ivan@client.example', 'Message-ID': '<in1@client.example>' }))
  await room.replica.saved([documentOf(room.server.company, customers.family, id)])
  expect(await customerRow(id)).toMatchObject({ emailRefused: null, emails: [{ refused: null }] })
})

test('MP18: a report that comes before the letter is seen in its folder marks the message, and the letter then', async () => {
  const message = newId('common', NOW)
  room.replica.write((tx) => tx.create(messages, message, { way: 'letter', to: 'olga@client.example', state: 'sent' }))
  await room.take(report('olga@client.example', `${message}@assol.example`))
  const undelivered = 'olga@client.example 550 5.1.1 User unknown'
  expect(await room.server.author.write((tx) => tx.get(messages, message))).toMatchObject({ undelivered })
  const headers = { From: 'sales@assol.example', To: 'olga@client.example', 'Message-ID': `<${message}@assol.example>` }
  const sent = await room.take(letterText(headers), { folder: 'Sent' })
  expect(await room.read(sent.letter)).toMatchObject({ message, undelivered })
})

test('MP18: a report of what was not sent here marks nobody', async () => {
  const id = await customer('forged@client.example')
  await room.take(report('forged@client.example', 'nobodys@elsewhere.example'))
  await room.replica.saved([documentOf(room.server.company, customers.family, id)])
  expect(await customerRow(id)).toMatchObject({ emailRefused: null })
})

test('MP18: a delay marks nothing', async () => {
  const id = await customer('slow@client.example')
  await room.take(report('slow@client.example', 'x@assol.example', 'delayed'))
  expect(await customerRow(id)).toMatchObject({ emailRefused: null })
})
