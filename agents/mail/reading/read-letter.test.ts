import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLetter } from './read-letter.ts'

/** Russian in one byte for each letter, by the charset's own table. */
function encoded(text: string, charset: string): Buffer {
  const decoder = new TextDecoder(charset)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Buffer.from([...text].map((sign) => bytes.get(sign) ?? 63))
}

const WORDS = 'Здравствуйте! Пришлите, пожалуйста, смету на кухню и срок изготовления.'
const SUBJECT = 'Смета на кухню'
const letter = (headers: readonly string[], body: Uint8Array | string) =>
  Buffer.concat([Buffer.from(`${headers.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body)])
const FROM = 'From: Ivan <ivan@client.example>'

const SINGLE = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5']

test.each(SINGLE)('MP6: Russian in %s is read where that is told, told wrong, unknown or not told', async (charset) => {
  const bytes = encoded(WORDS, charset)
  for (const told of [charset, 'us-ascii', 'utf-8', 'iso-8859-1', 'x-nobody-knows', null]) {
    const type = told === null ? [] : [`Content-Type: text/plain; charset=${told}`]
    const { body } = await readLetter(letter([FROM, 'Subject: x', ...type], bytes))
    expect(body.text, `told as ${told}`).toBe(WORDS)
  }
})

test.each(SINGLE)('MP6: headers in bare %s are read; encoded words with it too', async (charset) => {
  const head = Buffer.concat([Buffer.from(`${FROM}\r\nSubject: `), encoded(SUBJECT, charset), Buffer.from('\r\n\r\nx')])
  expect((await readLetter(head)).subject).toBe(SUBJECT)
  const word = `=?${charset}?B?${encoded(SUBJECT, charset).toString('base64')}?=`
  expect((await readLetter(letter([FROM, `Subject: ${word}`], 'x'))).subject).toBe(SUBJECT)
})

test('MP6: what reads as UTF-8 is UTF-8, whatever is told; Western letters stay Western', async () => {
  const type = 'Content-Type: text/html; charset=windows-1251'
  expect((await readLetter(letter([FROM, type], `<p>${WORDS}</p>`))).body.html).toBe(`<p>${WORDS}</p>`)
  const french = 'À la carte: crème brûlée, à bientôt, déjà vu'
  const latin = letter([FROM, 'Content-Type: text/plain; charset=iso-8859-1'], Buffer.from(french, 'latin1'))
  expect((await readLetter(latin)).body.text).toBe(french)
})

test('MP7: names of enclosures are read by RFC 2231 and RFC 2047, letters and calendars inside are enclosures', async () => {
  const koi = encoded('Чертеж.pdf', 'koi8-r')
  const percent = [...koi].map((byte) => `%${byte.toString(16)}`).join('')
  const part = (headers: readonly string[], body = 'x') => ['--b', ...headers, '', body].join('\r\n')
  const parts = [
    part(['Content-Type: text/plain'], 'Words'),
    part(['Content-Type: application/pdf', `Content-Disposition: attachment; filename*=koi8-r''${percent}`]),
    part([`Content-Type: application/pdf; name="=?koi8-r?B?${koi.toString('base64')}?="`]),
    part(['Content-Type: message/rfc822'], 'Subject: Inside\r\n\r\nInner words'),
    part(['Content-Type: text/calendar; method=REQUEST'], 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'),
    part(['Content-Type: image/png', 'Content-ID: <logo@x>', 'Content-Disposition: inline']),
    '--b--',
  ]
  const { body, enclosures } = await readLetter(
    letter([FROM, 'Content-Type: multipart/mixed; boundary=b'], parts.join('\r\n')),
  )
  expect(body.text).toBe('Words')
  expect(enclosures.map(({ type, name, cid }) => [type, name, cid])).toEqual([
    ['application/pdf', 'Чертеж.pdf', null],
    ['application/pdf', 'Чертеж.pdf', null],
    ['message/rfc822', null, null],
    ['text/calendar', null, null],
    ['image/png', null, 'logo@x'],
  ])
})

test('MP7: addresses are in lower case, members of groups among them; Message-IDs stand without brackets, each once', async () => {
  const headers = [
    'From: "Ivan" <Ivan@Client.Example>',
    'To: Team: a@B.example, C <c@d.example>;, e@f.example',
    'Message-ID: one@x',
    'References: <a@x> <b@x>\r\n <a@x>',
    'In-Reply-To: <c@x>',
    'Date: nonsense',
  ]
  expect(await readLetter(letter(headers, 'x'))).toMatchObject({
    from: { name: 'Ivan', address: 'ivan@client.example' },
    to: [{ address: 'a@b.example' }, { name: 'C', address: 'c@d.example' }, { address: 'e@f.example' }],
    ...{ messageId: 'one@x', references: ['a@x', 'b@x', 'c@x'], sent: null },
  })
})

test.each([
  ['Auto-Submitted: auto-replied (vacation)', 'answer'],
  ['X-Autoreply: yes', 'answer'],
  ['Precedence: auto_reply', 'answer'],
  ['Auto-Submitted: auto-generated', 'bulk'],
  ['Precedence: bulk', 'bulk'],
  ['List-Unsubscribe: <https://x.example>', 'bulk'],
  ['Return-Path: <>', 'bulk'],
  ['Content-Type: multipart/report; report-type=delivery-status; boundary=b', 'bounce'],
  ['X-Failed-Recipients: a@b.example', 'bounce'],
  ['Auto-Submitted: no', null],
  ['Precedence: normal', null],
])('MP8: %s is %s', async (header, automatic) => {
  expect((await readLetter(letter([FROM, header], 'x'))).automatic).toBe(automatic)
})

test('MP1: words that stand in none of the parts are not passed over: the letter is shown as it came', async () => {
  const read = await readLetter(letter([FROM, 'Subject: x', 'Content-Type: multipart/mixed; boundary=b'], 'Words'))
  expect(read).toMatchObject({ subject: 'x', from: { address: 'ivan@client.example' }, unparsed: expect.any(String) })
  const many = await readLetter(letter([FROM, `X: ${'x'.repeat(1_100_000)}`, 'Subject: x'], 'Words'))
  expect(many).toMatchObject({ from: { address: 'ivan@client.example' }, unparsed: expect.any(String) })
})

test('MP1: whatever bytes come, a letter comes of them', async () => {
  const pieces = fc.constantFrom(
    '\r\n',
    '\r\n\r\n',
    'From: a@b.c',
    'Content-Type: multipart/mixed; boundary=b',
    '--b',
    '=?utf-8?B?',
    ';',
  )
  const bytes = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 30 }).map((all) => all.join(''))
  await fc.assert(
    fc.asyncProperty(bytes, async (text) => {
      const read = await readLetter(Buffer.from(text, 'latin1'))
      expect(Array.isArray(read.enclosures)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
