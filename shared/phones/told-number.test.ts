import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPhone } from './phone.ts'
import { TOLD_NUMBERS, toldNumber } from './told-number.ts'

const WORDS = {
  ru: ['телефон', 'городской без кода', 'короткий', 'скрыт', 'не прочитан'],
  en: ['phone', 'city number without its code', 'short', 'withheld', 'unread'],
} as const

/** The rows of the page's two tables, spellings out of their quotes: the first has four columns, the second three. */
function pageOf(language: keyof typeof WORDS): { readonly told: string[][]; readonly abroad: string[][] } {
  const page = readFileSync(new URL(`../../docs/${language}/phone-numbers.md`, import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) =>
    row.split(' | ').map((cell) => /^`(.*)`$/.exec(cell)?.[1] ?? cell.trim()),
  )
  const bodies = rows.filter(([first = '']) => first !== '---')
  const [told, abroad] = [4, 3].map((width) => bodies.filter(({ length }) => length === width).slice(1))
  return { told: told ?? [], abroad: abroad ?? [] }
}

test.each(['ru', 'en'] as const)('CL1: each row of the table in docs/%s is so', (language) => {
  const { told, abroad } = pageOf(language)
  expect(told.length).toBeGreaterThanOrEqual(60)
  const read = told.map(([written = '']) => {
    const { is, number, extension } = toldNumber(written, 'RU')
    return [written, WORDS[language][TOLD_NUMBERS.indexOf(is)], number ?? '', extension ?? '']
  })
  expect(read).toEqual(told)
  expect(new Set(told.map(([, is]) => is)).size).toBe(TOLD_NUMBERS.length)
  expect(abroad.length).toBeGreaterThan(4)
  expect(abroad.map(([country = '', written = '']) => [country, written, readPhone(written, country)?.normal])).toEqual(
    abroad,
  )
})

test('CL1: both languages publish the same table', () => {
  const bare = (language: keyof typeof WORDS) => pageOf(language).told.map(([written, , ...rest]) => [written, ...rest])
  expect(bare('en')).toEqual(bare('ru'))
})

const spelled = pageOf('ru').told.map(([written = '']) => written)
const anything = fc.oneof(
  fc.constantFrom(...spelled),
  fc.string({ unit: fc.constantFrom(...'0123456789+-() ,#*;.xoО@:sip'), maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
)

test('CL2: what was made of a number is read as itself, whatever came', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom('RU', 'BY', 'DE', null), (text, country) => {
      const told = toldNumber(text, country)
      expect(told.number === null).toBe(told.is === 'withheld')
      if (told.is !== 'unread') expect(toldNumber(told.number, country)).toEqual({ ...told, extension: null })
    }),
    { numRuns: 5000 },
  )
})

test('CL1: what is a million signs long is read as quickly as any', () => {
  const began = performance.now()
  for (const sign of ['"', ' ', '(', '@', '9', '-', 'о', '\u202e', '\ud800'])
    for (const end of ['', 'x', '1']) {
      const { number } = toldNumber(`1${sign.repeat(1_000_000)}${end}`, 'RU')
      expect(number?.length ?? 0).toBeLessThanOrEqual(64)
    }
  expect(performance.now() - began).toBeLessThan(2000)
})

test.each(['\u0000', '\u202e\u202c', '\ud800', '*', '#', '+', '-', '""', '<>'])('CL1: %j shows no number', (text) => {
  expect(toldNumber(text, 'RU')).toEqual({ is: 'withheld', number: null, extension: null })
})
