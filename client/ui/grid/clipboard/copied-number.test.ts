import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFormat } from '../../words/format.ts'
import { readCopiedNumber } from './copied-number.ts'

const ru = (text: string, scale = 2) => readCopiedNumber(text, scale, 'ru')?.value
const en = (text: string, scale = 2) => readCopiedNumber(text, scale, 'en')?.value

test('Russian numbers with spaces of all kinds, commas, points, signs of currencies and percent', () => {
  expect(ru('1 094 700,50')).toBe(109_470_050)
  expect(ru('1\u00a0094\u00a0700,50 ₽')).toBe(109_470_050)
  expect(ru('1\u202f094\u202f700,5\u202fруб.')).toBe(109_470_050)
  expect(ru('1094700.5')).toBe(109_470_050)
  expect(ru('-5')).toBe(-500)
  expect(ru('−5,00 р.')).toBe(-500)
  expect(ru('(3,20)')).toBe(-320)
  expect(ru('12,5 %')).toBe(1250)
  expect(ru('7 шт', 3)).toBe(7000)
  expect(ru('$1,234.50')).toBe(123_450)
  expect(ru('-$1,234.50')).toBe(-123_450)
  expect(ru('EUR 10')).toBe(1000)
  expect(ru('10 RUB')).toBe(1000)
  expect(ru('1.094.700,50')).toBe(109_470_050)
  expect(ru('1,234,567')).toBe(123_456_700)
  expect(ru(',5')).toBe(50)
})

test('nothing, spaces and the dash of the accountants are empty', () => {
  for (const text of ['', '  ', '\u00a0', '-', '–'])
    expect(readCopiedNumber(text, 2, 'ru')).toEqual({ value: null, isRounded: false })
})

test('texts, dates and what may be read two ways are no numbers', () => {
  for (const text of [
    'н/д',
    'итого 5',
    '5 кг масла',
    '01.02.2015',
    '1 2,3,4',
    '--5',
    '(-5)',
    '#ДЕЛ/0!',
    '1,09E+06',
    '12:30',
    '.',
  ])
    expect(ru(text)).toBeUndefined()
  expect(ru('1.234')).toBeUndefined()
  expect(ru('99999999999999999')).toBeUndefined()
})

test('what has more decimals than are kept is rounded, and says so', () => {
  expect(readCopiedNumber('1094,3350', 2, 'ru')).toEqual({ value: 109_434, isRounded: true })
  expect(readCopiedNumber('-0,005', 2, 'ru')).toEqual({ value: -1, isRounded: true })
  expect(readCopiedNumber('1,500', 1, 'ru')).toEqual({ value: 15, isRounded: false })
  expect(readCopiedNumber('0.999', 2, 'ru')).toEqual({ value: 100, isRounded: true })
})

test('in English a comma before three digits groups, a point divides', () => {
  expect(en('1,234')).toBe(123_400)
  expect(en('1.234', 3)).toBe(1234)
  expect(en('1,5')).toBe(150)
})

test('what the program shows reads back, in both languages', () => {
  const languages = fc.constantFrom('ru' as const, 'en' as const)
  fc.assert(
    fc.property(fc.integer({ min: -1e11, max: 1e11 }), languages, (minor, language) => {
      const format = createFormat({ language: () => language, zone: () => 'UTC' })
      for (const text of [format.money(minor, 'RUB'), format.money(minor, 'USD'), format.decimal(minor, 2, true)])
        expect(readCopiedNumber(text, 2, language)?.value).toBe(minor)
    }),
  )
})
