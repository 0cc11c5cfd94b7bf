import { expect, test } from 'vitest'
import { Failure } from '../../../errors.ts'
import { OUTLOOK } from '../testing/samples.ts'
import { readCalendar } from './read.ts'
import { calendarText } from './text.ts'

const UTF8 = new TextEncoder()
const SUBJECT = 'Обсуждение кухни'
const subjectOf = (bytes: Uint8Array) => readCalendar(calendarText(bytes), 'Europe/Moscow').records[0]?.whole?.subject

function windows1251(text: string): Uint8Array {
  const signs = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, at) => at))
  return Uint8Array.from([...text], (sign) => Math.max(0, signs.indexOf(sign)))
}

function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0))
  return new Uint8Array(units.buffer)
}

/** Each line folded behind 75 bytes, be it in the middle of a letter. */
function foldedInLetters(text: string): Uint8Array {
  return Uint8Array.from(
    text.split('\r\n').flatMap((line) => {
      const bytes = [...UTF8.encode(line)]
      const pieces = Array.from({ length: Math.ceil(bytes.length / 75) }, (_, at) => bytes.slice(at * 75, at * 75 + 75))
      return [...pieces.flatMap((piece, at) => (at === 0 ? piece : [13, 10, 32, ...piece])), 13, 10]
    }),
  )
}

test('E8: a file is read in the encoding that its program writes', () => {
  for (const bytes of [UTF8.encode(OUTLOOK), UTF8.encode(`\ufeff${OUTLOOK}`), utf16(OUTLOOK), windows1251(OUTLOOK)]) {
    expect(subjectOf(bytes)).toBe(SUBJECT)
  }
})

test('E8: lines that were folded in the middle of a letter are joined', () => {
  const long = `${'Обсуждение кухни и столешницы '.repeat(8).trim()}`
  for (const shift of ['', 'x']) {
    const bytes = foldedInLetters(OUTLOOK.replace(/SUMMARY[^\r]*/, `SUMMARY:${shift}${long}`))
    expect(subjectOf(bytes)).toBe(shift + long)
  }
})

test('E12: what is no text is no calendar', () => {
  const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 13, 10, 0, 0, 1, 0, 0, 2, 0])
  expect(() => calendarText(picture)).toThrow(new Failure('ical-none'))
})
