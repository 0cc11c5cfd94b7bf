import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letters, ownLetters } from '../../../shared/letters/collections.ts'
import { newId, parseId } from '../../../shared/records/keys/id.ts'
import { ANNAS, letterText, openTaking } from './testing/room.ts'

let room: Awaited<ReturnType<typeof openTaking>>
const SENT = new Date(Date.now() - 3_600_000)

beforeAll(async () => {
  room = await openTaking()
})
afterAll(() => room.close())

const rowOf = (id: string, collection: typeof letters | typeof ownLetters = letters) =>
  [...room.replica.rows(collection)].find((row) => row.id === id)

test('MP3: a letter’s bytes are on the server and its record is saved when it is taken', async () => {
  const text = letterText({
    'Message-ID': '<one@client.example>',
    Date: SENT.toUTCString(),
    Cc: 'Olga <OLGA@Client.example>',
  })
  const taken = await room.take(text, { flags: '\\Seen' })
  expect(taken).toMatchObject({ state: 'imported', why: '' })
  const row = rowOf(taken.letter)
  expect(row).toMatchObject({
    ...{ direction: 'in', subject: 'Kitchen', fromName: 'Ivan', fromAddress: 'ivan@client.example' },
    ...{ to: ['sales@assol.example'], cc: ['Olga <olga@client.example>'], messageId: 'one@client.example' },
    ...{ snippet: 'Добрый день', sent: Math.floor(SENT.getTime() / 1000) * 1000, automatic: null, unparsed: null },
  })
  expect(row?.places).toMatchObject([
    { id: taken.place, account: 'sales', folder: 'INBOX', seen: true, flagged: false },
  ])
  expect(parseId(taken.letter)?.time, 'its time is what it says').toBe(row?.sent)
  const body = JSON.parse(readFileSync(room.server.files.blobs.pathOf(row?.body ?? ''), 'utf8'))
  expect(body).toMatchObject({ text: 'Добрый день', html: null, headers: expect.stringContaining('Message-ID: <one@') })
})

test('MP2: taken again it is the same record; in another folder and box it has another place', async () => {
  const text = letterText({ 'Message-ID': '<two@client.example>', Date: SENT.toUTCString() })
  const first = await room.take(text)
  expect(await room.take(text)).toEqual({ ...first, state: 'duplicate' })
  const other = await room.take(text, { folder: 'Archive' })
  expect(other).toMatchObject({ letter: first.letter, state: 'imported' })
  expect(rowOf(first.letter)?.places).toHaveLength(2)
})

test('MP2: one Message-ID with other words is another letter; spaces between them make none', async () => {
  const headers = { 'Message-ID': '<three@client.example>', Date: SENT.toUTCString() }
  const one = await room.take(letterText(headers, 'Мы  согласны.\r\n'))
  expect((await room.take(letterText(headers, 'Мы согласны'))).letter).toBe(one.letter)
  expect((await room.take(letterText(headers, 'Мы не согласны'))).letter).not.toBe(one.letter)
})

test('MP2: without a Message-ID it is known by its bytes', async () => {
  const text = letterText({ Date: SENT.toUTCString() })
  const one = await room.take(text)
  expect((await room.take(text)).letter).toBe(one.letter)
  expect((await room.take(`${text}.`)).letter).not.toBe(one.letter)
})

test('MP4: a letter of a person’s account is that person’s own', async () => {
  const text = letterText({ 'Message-ID': '<four@client.example>', Date: SENT.toUTCString() })
  const taken = await room.take(text, { account: ANNAS })
  expect(rowOf(taken.letter, ownLetters)).toMatchObject({ subject: 'Kitchen' })
  expect(parseId(taken.letter)?.circle).not.toBe('common')
})

test('MP5: what one of the own accounts wrote goes out, and names the message that it is the copy of', async () => {
  const message = newId('common', Date.now())
  const headers = {
    From: 'Sales@Assol.example',
    To: 'ivan@client.example',
    'Message-ID': `<${message}.1@assol.example>`,
  }
  const taken = await room.take(letterText(headers), { folder: 'Sent' })
  expect(rowOf(taken.letter)).toMatchObject({ direction: 'out', message })
})

test('MP1: what cannot be taken apart is kept as it came', async () => {
  const taken = await room.take(`X: ${'x'.repeat(2_000_000)}\r\n\r\nwords`)
  expect(taken.state).toBe('raw')
  expect(taken.why).not.toBe('')
  expect(rowOf(taken.letter)?.raw).toMatch(/^[0-9a-f]{64}$/)
})

test('MP7: what names a letter, its people and its enclosures is cut where it is too long, and no sign in two', async () => {
  const long = 'x'.repeat(100_000)
  const enclosure = `Content-Type: application/pdf; name="${long}.pdf"\r\nContent-ID: <${long}@x>\r\n\r\nx`
  const taken = await room.take(
    [
      `From: ${long} <ivan@client.example>`,
      `To: ${long} <sales@assol.example>`,
      `Message-ID: <${long}@client.example>`,
      `References: <${long}@a> <b@client.example>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n.${'😀'.repeat(200)}`,
      `--b\r\n${enclosure}\r\n--b--`,
    ].join('\r\n'),
  )
  const row = rowOf(taken.letter)
  expect(row).toMatchObject({ fromAddress: 'ivan@client.example', snippet: `.${'😀'.repeat(99)}` })
  expect(row?.to).toEqual([expect.stringMatching(/^x+ <sales@assol\.example>$/)])
  expect(row?.references.at(-1)).toBe('b@client.example')
  expect(row?.attachments).toHaveLength(1)
  expect(JSON.stringify(row).length).toBeLessThan(10_000)
})

test('MP7: names stand as they are read: no sign of theirs turns others round, or ends a line', async () => {
  const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
  const taken = await room.take(
    [
      `From: ${word('Ivan\u202egnp\r\nBcc: a@b.c')} <ivan@client.example>`,
      `Subject: ${word('Смета\0\u2067 на кухню')}`,
      'MIME-Version: 1.0',
      `Content-Type: application/pdf; name="${word('чек\u202efdp.exe')}"`,
      '',
      'x',
    ].join('\r\n'),
  )
  const row = rowOf(taken.letter)
  expect(row?.fromName).toMatch(/^Ivan\P{Cc}+$/u)
  expect(JSON.stringify(row)).not.toMatch(/\p{Bidi_Control}/u)
  expect(row).toMatchObject({ subject: 'Смета на кухню', attachments: [{ name: 'чекfdp.exe' }] })
})
