import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Language } from '../../../shared/locales/index.ts'
import { createFormat, currencyScale } from './format.ts'
import { parseDate, parseDateTime } from './parse-date.ts'
import { parseNumber } from './parse-number.ts'

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const formats = (language: Language, zone = 'Europe/Moscow') =>
  createFormat({ language: () => language, zone: () => zone })
const ru = formats('ru')
const en = formats('en')

test('sums stand in the currency’s own format', () => {
  expect(spaces(ru.money(9_675_000, 'RUB'))).toBe('96 750,00 ₽')
  expect(spaces(ru.money(9_675_000, 'RUB', { bare: true }))).toBe('96 750,00')
  expect(en.money(9_675_000, 'USD')).toBe('$96,750.00')
  expect(spaces(ru.money(500, 'JPY'))).toBe('500 ¥')
  expect(spaces(ru.money(9_675_000, '<b>руб</b>'))).toBe('96 750,00 <b>руб</b>')
  expect([ru.sign('руб'), ru.sign('RUB')]).toEqual(['руб', '₽'])
  expect([currencyScale('RUB'), currencyScale('JPY'), currencyScale('KWD')]).toEqual([2, 0, 3])
  expect(ru.sign('RUB')).toBe('₽')
})

test('quantities, percent and hours keep no needless noughts', () => {
  expect(ru.quantity(3200)).toBe('3,2')
  expect(spaces(ru.percent(89))).toBe('89 %')
  expect(spaces(ru.percent(1250, 2))).toBe('12,5 %')
  expect(en.percent(89)).toBe('89%')
  expect([ru.hours(60.96), ru.hours(57)]).toEqual(['60,96', '57'])
})

test('large sums lose no kopeck', () => {
  expect(spaces(ru.money(Number.MAX_SAFE_INTEGER, 'RUB', { bare: true }))).toBe('90 071 992 547 409,91')
})

test('dates and moments in the company’s zone', () => {
  const moment = Date.UTC(2026, 8, 18, 22, 5)
  expect(ru.date('2026-09-18')).toBe('18.09.2026')
  expect(en.date('2026-09-18')).toMatch(/^18 Sept? 2026$/)
  expect(ru.dateTime(moment)).toBe('19.09.2026, 01:05')
  expect(ru.when(moment, moment + 3_600_000)).toBe('01:05')
  expect(ru.when(moment, moment + 86_400_000)).toBe('19.09, 01:05')
  expect(ru.when(moment, moment + 366 * 86_400_000)).toBe('19.09.2026, 01:05')
})

test.each([
  ['1 234,5', 'ru', 2, 123_450],
  ['1\u00a0234.50 ₽', 'ru', 2, 123_450],
  ['−3,2', 'ru', 3, -3200],
  [',5', 'ru', 2, 50],
  ['5,', 'ru', 2, 500],
  ['2,500', 'ru', 2, 250],
  ['1,234.5', 'en', 2, 123_450],
  ['1,234', 'en', 2, 123_400],
  ['1,5', 'en', 2, 150],
  ['', 'ru', 2, null],
] as const)('a number typed as %s in %s', (text, language, scale, value) => {
  expect(parseNumber(text, scale, language)).toEqual({ value })
})

test.each([
  ['abc', 'number'],
  ['-', 'number'],
  ['1,2,3', 'number'],
  ['12 руб 5', 'number'],
  ['1,234', 'decimals'],
  ['99999999999999999', 'too-large'],
] as const)('what is no number is refused: %s', (text, wrong) => {
  expect(parseNumber(text, 2, 'ru')).toEqual({ wrong })
})

test('what the format writes, reading takes back', () => {
  const sums = fc.maxSafeInteger()
  const languages = fc.constantFrom<Language>('ru', 'en')
  fc.assert(
    fc.property(sums, languages, fc.constantFrom(0, 2, 3), (sum, language, scale) => {
      const text = formats(language).decimal(sum, scale, true)
      expect(parseNumber(text, scale, language)).toEqual({ value: sum === 0 ? 0 : sum })
    }),
  )
})

test.each([
  ['18.09.2026', '2026-09-18'],
  ['18.9', '2026-09-18'],
  ['180926', '2026-09-18'],
  ['18092026', '2026-09-18'],
  ['18/09/26', '2026-09-18'],
  ['18 сентября 2026 г.', '2026-09-18'],
  ['1 мая', '2026-05-01'],
  ['Sep 18, 2026', '2026-09-18'],
  ['2026-09-18', '2026-09-18'],
  ['31.02.2026', undefined],
  ['завтра', undefined],
  ['', undefined],
])('a date typed as %s', (text, date) => {
  expect(parseDate(text, '2026-01-10')).toBe(date)
})

test('a date of any language is read back', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.constantFrom(ru, en), (day, format) => {
      const plain = day.toISOString().slice(0, 10)
      expect(parseDate(format.date(plain), '2026-01-10')).toBe(plain)
    }),
  )
})

test('a date with its time is read in the zone', () => {
  const moment = Date.UTC(2026, 8, 18, 11, 5)
  expect(parseDateTime('18.09.2026, 14:05', '2026-01-10', 'Europe/Moscow')).toBe(moment)
  expect(parseDateTime('18 Sep 2026 14:05', '2026-01-10', 'Europe/Moscow')).toBe(moment)
  expect(parseDateTime('18.09.2026', '2026-01-10', 'Europe/Moscow')).toBe(Date.UTC(2026, 8, 17, 21))
  expect(parseDateTime('18.09.2026 25:00', '2026-01-10', 'Europe/Moscow')).toBeUndefined()
})
