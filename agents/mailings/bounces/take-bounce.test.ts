import { afterAll, beforeAll, expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { refusedOf } from '../../../shared/letters/refused.ts'
import { mailingRecipients, mailings } from '../../../shared/mailings/collections.ts'
import { readerId } from '../../../shared/mailings/reader-id.ts'
import { newEntryId, newId } from '../../../shared/records/keys/id.ts'
import { openTaking } from '../../mail/taking/testing/room.ts'
import { findIn } from '../../runtime/find.ts'

let room: Awaited<ReturnType<typeof openTaking>>
const MAILING = newEntryId()
const NOW = Date.now()

beforeAll(async () => {
  room = await openTaking()
  await room.replica.open('automation', `mailings/${MAILING}`)
  room.replica.write((tx) => tx.create(mailings, MAILING, { name: 'Новости', way: 'letter', state: 'finished' }))
})
afterAll(() => room.close())

function reader(to: string) {
  const [id, customer] = [readerId(MAILING, to), newId('common', NOW)]
  room.replica.write((tx) => {
    tx.create(customers, customer, { name: to, email: to })
    tx.create(mailingRecipients, id, { mailing: MAILING, customer, to, state: 'sent', sent: 1 })
  })
  return { id, customer }
}

/** A report of delivery to the sender, or to the reader's own return address. */
function report(address: string, said: string, { messageId, to }: { messageId?: string; to: string }): string {
  const part = (type: string, text: string) => ['--b', `Content-Type: ${type}`, '', text].join('\r\n')
  const status = ['Reporting-MTA: dns; mx', '', `Final-Recipient: rfc822; ${address}`, 'Action: failed']
  return [
    ...['From: MAILER-DAEMON@mx.client.example', `To: ${to}`, 'Subject: Undelivered'],
    ...[`Message-ID: <${newId('common', NOW)}@mx>`, `Date: ${new Date(NOW).toUTCString()}`],
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary=b', ''],
    part('text/plain', 'It did not reach them.'),
    part('message/delivery-status', [...status, `Diagnostic-Code: smtp; ${said}`].join('\r\n')),
    ...(messageId ? [part('text/rfc822-headers', `Message-ID: <${messageId}>`)] : []),
    '--b--',
  ].join('\r\n')
}

const find = () => findIn(room.replica)
const refused = (customer: string) => {
  const row = find()(customers, customer)
  return refusedOf(row?.email ?? null, row?.emailRefused ?? null)
}

test('BM18: a letter that came back for good stands so with its reader, is counted, and marks the address', async () => {
  const { id, customer } = reader('hard@client.example')
  const raw = report('Hard@client.example', '550 5.1.1 User unknown', {
    messageId: `${id}@assol.example`,
    to: 'sales@assol.example',
  })
  await room.take(raw)
  expect(find()(mailingRecipients, id)).toMatchObject({ state: 'hardBounced', said: '550 5.1.1 User unknown', sent: 1 })
  expect(refused(customer)).toContain('5.1.1')
  expect(find()(mailings, MAILING)).toMatchObject({ sent: 1, bounced: 1 })
})

test('BM18: one without the Message-ID is known by the address with a plus that it came to; a full box marks nothing', async () => {
  const { id, customer } = reader('full@client.example')
  await room.take(report('full@client.example', '552 5.2.2 Mailbox full', { to: `sales+${id}@assol.example` }))
  expect(find()(mailingRecipients, id)).toMatchObject({ state: 'softBounced' })
  expect(refused(customer)).toBeNull()
})

test('BM18: a report that names another address says nothing of the reader', async () => {
  const { id, customer } = reader('safe@client.example')
  await room.take(
    report('other@client.example', '550 5.1.1 User unknown', {
      messageId: `${id}@assol.example`,
      to: 'sales@assol.example',
    }),
  )
  expect(find()(mailingRecipients, id)).toMatchObject({ state: 'sent' })
  expect(refused(customer)).toBeNull()
})
