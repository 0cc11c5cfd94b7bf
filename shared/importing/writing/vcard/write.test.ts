import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ADDRESS_PARTS, type Contact, NAME_PARTS } from '../../reading/vcard/contact.ts'
import { readCards } from '../../reading/vcard/read.ts'
import { writeCards } from './write.ts'

/** Texts of any letters, with signs of the form among them; a text has no control signs but its line breaks. */
const line = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(',', ';', ':', '\\', '"', 'Я', 'ё', '😀', ' ', '=', '^'),
      fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
    ),
    maxLength: 60,
  })
  .map((text) => text.replace(/[\p{Cc}\ufffd\ufeff]/gu, ''))
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const filled = text.filter((one) => one !== '' && !/^tel:/i.test(one))
const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/).filter((one) => one !== 'pref')
const kind = {
  types: fc.uniqueArray(word, { maxLength: 3 }),
  label: fc.option(filled.filter((one) => !one.includes('_$!<'))),
  preferred: fc.boolean(),
}
const reaches = fc.array(fc.record({ value: filled, ...kind }), { maxLength: 3 })

function partsOf<N extends string>(names: readonly N[]): fc.Arbitrary<{ [K in N]: string }> {
  const record = Object.fromEntries(names.map((name) => [name, text])) as { [K in N]: fc.Arbitrary<string> }
  return fc.record(record).filter((parts) => Object.values(parts).some((part) => part !== '')) as fc.Arbitrary<{
    [K in N]: string
  }>
}

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const other = fc.record({
  group: fc.option(fc.constantFrom('item1', 'item2', 'g')),
  name: fc.stringMatching(/^X-[A-Z]{1,5}$/).filter((name) => name !== 'X-ABLABEL'),
  params: fc.constantFrom(
    new Map<string, string[]>(),
    new Map([
      ['TYPE', ['home', 'work']],
      ['X-N', ['a,b', 'c"d^']],
    ]),
  ),
  value: line,
})
const contact: fc.Arbitrary<Contact> = fc.record({
  name: filled,
  parts: fc.option(partsOf(NAME_PARTS)),
  organisation: fc.option(filled),
  units: fc.array(filled, { maxLength: 2 }),
  title: fc.option(filled),
  phones: reaches,
  emails: reaches,
  pages: reaches,
  addresses: fc.array(
    fc.tuple(partsOf(ADDRESS_PARTS), fc.record(kind)).map(([parts, rest]) => ({ ...parts, ...rest })),
    { maxLength: 2 },
  ),
  note: fc.option(filled),
  birthday: fc.option(
    fc.oneof(
      day,
      day.map((one) => `-${one.slice(4)}`),
    ),
  ),
  categories: fc.array(filled, { maxLength: 3 }),
  uid: fc.option(filled),
  photo: fc.option(
    fc.record({
      mediaType: fc.constantFrom('image/jpeg', 'image/png', 'image/svg+xml'),
      base64: fc.base64String({ minLength: 4, maxLength: 200 }),
    }),
  ),
  others: fc.array(other, { maxLength: 3 }),
})

test.each(['3.0', '4.0'] as const)('X6: what is written as %s reads the same', (version) => {
  fc.assert(
    fc.property(fc.array(contact, { minLength: 1, maxLength: 3 }), (contacts) => {
      const { cards, problems } = readCards(writeCards(contacts, version))
      expect(problems).toEqual([])
      expect(cards.map((card) => card.contact)).toEqual(contacts)
    }),
  )
})

test('X6: no line is longer than 75 octets, and no character is cut', () => {
  fc.assert(
    fc.property(contact, (one) => {
      const lines = writeCards([one], '4.0').split('\r\n')
      expect(lines.every((each) => new TextEncoder().encode(each).length <= 75)).toBe(true)
      expect(lines.every((each) => each.isWellFormed())).toBe(true)
    }),
  )
})

test('X6: signs that no text has are left out, others are kept', () => {
  const [empty] = readCards('BEGIN:VCARD\nVERSION:3.0\nFN:a\nEND:VCARD').cards
  if (!empty) throw new Error('no card')
  const written = writeCards([{ ...empty.contact, note: 'a\u0000b\r\nc\td' }], '4.0')
  expect(readCards(written).cards[0]?.contact.note).toBe('ab\nc\td')
})
