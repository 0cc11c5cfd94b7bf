import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bodyOfText, writeBody } from '../../../shared/messages/body/body.ts'
import { startDovecot } from '../testing/dovecot.ts'
import { openRoom, type SendingRoom } from '../testing/room.ts'
import { startMail } from '../testing/smtp.ts'

let room: SendingRoom
let dovecot: Awaited<ReturnType<typeof startDovecot>>
let mail: Awaited<ReturnType<typeof startMail>>

beforeEach(async () => {
  room = await openRoom()
  dovecot = await startDovecot()
  // The company's mail server gives letters on to where their readers have them.
  const onward = createTransport({ host: '127.0.0.1', port: dovecot.port, lmtp: true, ignoreTLS: true })
  mail = await startMail({}, async ({ from, to, raw }) => {
    await onward.sendMail({ envelope: { from, to: [...to] }, raw })
    return null
  })
})
afterEach(async () => {
  await room.close()
  await mail.stop()
  await dovecot.stop()
})

test('SN16: a letter comes to its reader with its subject, its words and its paper as they were', async () => {
  const from = { fromName: 'Салон «Заря»', fromAddress: 'shop@example.ru' }
  room.use({ mail: { host: '127.0.0.1', port: mail.port, tls: 'none', user: '', password: '', ...from } })
  await room.startSender()
  const id = room.write({
    to: 'anna@example.com',
    subject: 'Заказ № 7 принят: ждём вас',
    body: writeBody(bodyOfText('Здравствуйте, Анна! Ёлка готова.')),
    papers: ['customer'],
    order: room.order,
  })
  await expect.poll(() => room.message(id)?.state).toBe('sent')
  await expect.poll(() => dovecot.letters('anna')).toHaveLength(1)
  expect(await dovecot.count('anna', 'subject', 'Заказ № 7 принят: ждём вас')).toBe(1)
  expect(await dovecot.count('anna', 'body', 'Ёлка готова')).toBe(1)
  expect(await dovecot.count('anna', 'from', 'Салон «Заря»')).toBe(1)
  expect(await dovecot.count('anna', 'body', 'Кухня')).toBe(0)
  const [letter = ''] = await dovecot.letters('anna')
  expect(enclosedIn(letter)?.subarray(0, 5).toString()).toBe('%PDF-')
  expect(enclosedIn(letter)?.toString('latin1')).toMatch(/%%EOF\s*$/)
  expect(letter).toMatch(/filename\*0?\*?=utf-8''%D0%97%D0%B0%D0%BA%D0%B0%D0%B7/i)
})

/** The bytes of the one file that goes with a letter. */
function enclosedIn(letter: string): Buffer | null {
  const [, text] = /Content-Type: application\/pdf;[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/.exec(letter) ?? []
  return text === undefined ? null : Buffer.from(text, 'base64')
}
