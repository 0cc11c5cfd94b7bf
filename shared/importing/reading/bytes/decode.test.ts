import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode.ts'
import { type Encoding, findEncoding } from './encodings.ts'

const TEXT = 'Название;Цена\r\nСтолешница «Дуб»;12 500,00\r\nФасад белый;3 100,50\r\nЕлка;1\r\n'

/** Bytes of a text in an encoding of one byte for each character. */
function encoded(text: string, encoding: Encoding): Uint8Array {
  const signs = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, at) => at))
  return Uint8Array.from([...text], (sign) => signs.indexOf(sign))
}

function wide(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle)
  return bytes
}

function decoded(bytes: Uint8Array) {
  const read = decodeText(bytes)
  if ('code' in read) throw new Error(read.code)
  return read
}

test('X1: UTF-8 and UTF-16 are found by their mark, which is no part of the text', () => {
  const marked: readonly [Encoding, Uint8Array][] = [
    ['utf-8', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['utf-16le', wide(`\ufeff${TEXT}`, true)],
    ['utf-16be', wide(`\ufeff${TEXT}`, false)],
  ]
  for (const [encoding, bytes] of marked) expect(decoded(bytes)).toEqual({ text: TEXT, encoding, problems: [] })
})

test('X1: without a mark by zeros, by form, or by which of the old encodings makes Russian of it', () => {
  const unmarked: readonly [Encoding, Uint8Array][] = [
    ['utf-8', new TextEncoder().encode(TEXT)],
    ['utf-16le', wide(TEXT, true)],
    ['utf-16be', wide(TEXT, false)],
    ['windows-1251', encoded(TEXT, 'windows-1251')],
    ['ibm866', encoded(TEXT.replace(/[«»]/g, '"'), 'ibm866')],
    ['koi8-r', encoded(TEXT.replace(/[«»]/g, '"'), 'koi8-r')],
  ]
  for (const [encoding, bytes] of unmarked) {
    const read = decoded(bytes)
    expect([read.encoding, read.text.replace(/[«»]/g, '"')]).toEqual([encoding, TEXT.replace(/[«»]/g, '"')])
  }
})

test.each(['windows-1251', 'ibm866', 'koi8-r'] as const)(
  'X1: a short text mostly of capitals is read from %s',
  (one) => {
    for (const text of ['СТОЛ СТОЛ ООО Счет', 'ООО', 'СТОЛ', 'ИТОГО', 'СЧЕТ НА ОПЛАТУ']) {
      expect(decoded(encoded(text, one)).text).toBe(text)
    }
  },
)

test('X1: any words of Russian are read again from each of the old encodings', () => {
  const word = fc.constantFrom(
    'Счет',
    'на',
    'оплату',
    'Иванов',
    'Кухня',
    'угловая',
    'замер',
    'СТОЛ',
    'фасады',
    'ООО',
    'Ромашка',
  )
  const encoding = fc.constantFrom('windows-1251' as const, 'ibm866' as const, 'koi8-r' as const)
  fc.assert(
    fc.property(fc.array(word, { minLength: 4, maxLength: 30 }), encoding, (words, one) => {
      const text = words.join(' ')
      expect(decoded(encoded(text, one)).text).toBe(text)
    }),
  )
})

test('X1: torn places in UTF-8 are told by line, and do not make another encoding of it', () => {
  const bytes = new TextEncoder().encode(TEXT)
  const at = bytes.indexOf(0xd0, 60)
  const torn = Uint8Array.from([...bytes.subarray(0, at + 1), ...bytes.subarray(at + 2)])
  const { encoding, problems } = decoded(torn)
  expect(encoding).toBe('utf-8')
  expect(problems).toEqual([{ code: 'bytes-broken', line: 3, params: { encoding: 'utf-8' } }])
})

test('X1: so it is in a text of a few words, of which the torn places are much', () => {
  const [head, end] = ['Клиент;Телефон\nРомашка;1\n', 'Ландыш;3\n'].map((one) => new TextEncoder().encode(one))
  const bytes = Uint8Array.from([
    ...(head ?? []),
    0xff,
    0xfe,
    0xc3,
    ...new TextEncoder().encode(';2\n'),
    ...(end ?? []),
  ])
  expect(decoded(bytes)).toMatchObject({ encoding: 'utf-8', problems: [{ code: 'bytes-broken', line: 3 }] })
})

test('X1: a picture is no text; an empty file and one of Latin letters are UTF-8', () => {
  const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 13, 10, 0, 0, 1, 0, 0, 2, 0])
  expect(decodeText(picture)).toEqual({ code: 'file-not-text', line: null, params: {} })
  expect([findEncoding(new Uint8Array()), findEncoding(new TextEncoder().encode('a,b\n1,2'))]).toEqual([
    'utf-8',
    'utf-8',
  ])
})
