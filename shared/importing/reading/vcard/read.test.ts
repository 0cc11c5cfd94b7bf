import { expect, test } from 'vitest'
import { decodeText } from '../bytes/decode.ts'
import { readCards } from './read.ts'

function only(text: string) {
  const { cards, problems } = readCards(text)
  const [card] = cards
  if (!card || cards.length > 1) throw new Error(`${cards.length} cards`)
  return { ...card.contact, problems }
}

const OLD_PHONE = `BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD=D0=BE=D0=B2;=D0=9F=D1=91=D1=82=D1=80;;;
TEL;CELL;PREF:+79211234567
TEL;WORK;VOICE:8 (812) 555-01-22
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0=9A=D1=83=D1=85=D0=BD=D1=8F=
 =D0=B1=D0=B5=D0=BB=D0=B0=D1=8F=0D=0A=D1=81=D1=80=D0=BE=D1=87=D0=BD=D0=BE
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ
 SkZJRg==

END:VCARD
`

test('X5: version 2.1 with quoted-printable, bare types and folded base64', () => {
  expect(only(OLD_PHONE)).toMatchObject({
    name: 'Иванов Пётр',
    parts: { family: 'Иванов', given: 'Пётр' },
    phones: [
      { value: '+79211234567', types: ['cell'], preferred: true },
      { value: '8 (812) 555-01-22', types: ['work', 'voice'], preferred: false },
    ],
    note: 'Кухня белая\nсрочно',
    photo: { mediaType: 'image/jpeg', base64: '/9j/4AAQSkZJRg==' },
    problems: [],
  })
})

test('X5: bytes of Windows-1251 are read whether their line names the set of characters or not', () => {
  const card = (params: string) => `BEGIN:VCARD\nVERSION:2.1\nFN;${params}:=CF=E5=F2=F0 =C8=E2=E0=ED=EE=E2\nEND:VCARD\n`
  expect(only(card('CHARSET=WINDOWS-1251;ENCODING=QUOTED-PRINTABLE')).name).toBe('Петр Иванов')
  expect(only(card('QUOTED-PRINTABLE')).name).toBe('Петр Иванов')
  const bytes = Buffer.concat([
    Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\nFN:'),
    Buffer.from([0xcf, 0xe5, 0xf2, 0xf0]),
    Buffer.from('\r\nEND:VCARD\r\n'),
  ])
  const decoded = decodeText(bytes)
  expect('text' in decoded && only(decoded.text).name).toBe('Петр')
})

const APPLE = `BEGIN:VCARD\r
VERSION:3.0\r
PRODID:-//Apple Inc.//iOS 18//EN\r
N:Седова;Анна;Игоревна;;\r
FN:Анна Седова\r
ORG:ООО «Ассоль»\\, салон;Отдел кухонь\r
TITLE:Дизайнер\r
item1.TEL;type=pref:+7 921 000-00-01\r
item1.X-ABLabel:Салон на Невском\r
item2.ADR;type=WORK:;;Невский пр.\\, 1;Санкт-Петербург;;191186;Россия\r
item2.X-ABLabel:_$!<Work>!$_\r
EMAIL;type=INTERNET;type=WORK:sedova@assol.example\r
BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\r
CATEGORIES:Кухни,Шкафы\r
X-SOCIALPROFILE;type=telegram:https://t.example/sedova\r
NOTE:Длинная заметка о том\\, что\r
  строка сложена\\nи продолжена\r
END:VCARD\r
`

test('X5: version 3.0 with groups, labels, escapes and folded lines; what has no place is kept', () => {
  const contact = only(APPLE)
  expect(contact).toMatchObject({
    name: 'Анна Седова',
    organisation: 'ООО «Ассоль», салон',
    units: ['Отдел кухонь'],
    title: 'Дизайнер',
    phones: [{ value: '+7 921 000-00-01', label: 'Салон на Невском', preferred: true }],
    addresses: [{ street: 'Невский пр., 1', city: 'Санкт-Петербург', code: '191186', types: ['work'], label: 'Work' }],
    emails: [{ value: 'sedova@assol.example', types: ['internet', 'work'] }],
    birthday: '--02-29',
    categories: ['Кухни', 'Шкафы'],
    note: 'Длинная заметка о том, что строка сложена\nи продолжена',
    problems: [],
  })
  expect(contact.others.map(({ name, value }) => [name, value])).toEqual([
    ['X-SOCIALPROFILE', 'https://t.example/sedova'],
  ])
})

test('X5: version 4.0 with addresses of numbers and pictures within', () => {
  const card = `BEGIN:VCARD
VERSION:4.0
FN:Пётр
TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+7-812-555-01-22;ext=12
BDAY:19850412
PHOTO:data:image/png;base64,iVBORw0KGgo=
END:VCARD`
  expect(only(card)).toMatchObject({
    phones: [{ value: '+7-812-555-01-22 ext. 12', types: ['voice', 'home'], preferred: true }],
    birthday: '1985-04-12',
    photo: { mediaType: 'image/png', base64: 'iVBORw0KGgo=' },
  })
})

test('X5: a card without a name is called by its company, its mail or its phone', () => {
  const named = (line: string) => only(`BEGIN:VCARD\nVERSION:3.0\n${line}\nEND:VCARD`).name
  expect(['ORG:Ромашка;', 'EMAIL:a@b.example', 'TEL:123'].map(named)).toEqual(['Ромашка', 'a@b.example', '123'])
})

test('X7: what is broken is told by line, and each card is given with the rest', () => {
  const text = `lost line
BEGIN:VCARD
VERSION:3.0
FN:Первый
no colon here
BDAY:1985-02-31
BEGIN:VCARD
VERSION:3.0
FN:Второй
END:VCARD
BEGIN:VCARD
VERSION:3.0
END:VCARD
`
  const { cards, problems } = readCards(text)
  expect(cards.map((card) => [card.line, card.contact.name])).toEqual([
    [2, 'Первый'],
    [7, 'Второй'],
    [11, ''],
  ])
  expect(problems.map(({ line, code }) => [line, code])).toEqual([
    [1, 'card-outside'],
    [2, 'card-not-closed'],
    [5, 'card-line'],
    [6, 'card-value'],
    [11, 'card-nameless'],
  ])
  expect(cards[0]?.contact.others).toMatchObject([{ name: 'BDAY', value: '1985-02-31' }])
})

test('X7: an empty file is told as such; a card within a card, as version 2.1 has it, is no card of its own', () => {
  expect(readCards('').problems.map(({ code }) => code)).toEqual(['file-empty'])
  const nested = 'BEGIN:VCARD\nVERSION:2.1\nFN:A\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:B\nEND:VCARD\nEND:VCARD\n'
  expect(readCards(nested).cards.map((card) => card.contact.name)).toEqual(['A'])
})
