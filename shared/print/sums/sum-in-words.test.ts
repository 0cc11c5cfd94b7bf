import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortCurrency } from './currencies.ts'
import { russianNumber } from './russian.ts'
import { sumInWords } from './sum-in-words.ts'

const RUB = { currency: 'RUB', language: 'ru' } as const
const ENGLISH = { currency: 'RUB', language: 'en' } as const

test.each([
  [0, 'Ноль рублей 00 копеек'],
  [1, 'Ноль рублей 01 копейка'],
  [1_22, 'Один рубль 22 копейки'],
  [2_05, 'Два рубля 05 копеек'],
  [5_11, 'Пять рублей 11 копеек'],
  [11_00, 'Одиннадцать рублей 00 копеек'],
  [21_21, 'Двадцать один рубль 21 копейка'],
  [100_00, 'Сто рублей 00 копеек'],
  [119_00, 'Сто девятнадцать рублей 00 копеек'],
  [1_000_00, 'Одна тысяча рублей 00 копеек'],
  [22_002_00, 'Двадцать две тысячи два рубля 00 копеек'],
  [11_014_50, 'Одиннадцать тысяч четырнадцать рублей 50 копеек'],
  [1_000_001_00, 'Один миллион один рубль 00 копеек'],
  [3_005_000_000_00, 'Три миллиарда пять миллионов рублей 00 копеек'],
  [-45_314_30, 'Минус сорок пять тысяч триста четырнадцать рублей 30 копеек'],
  [
    Number.MAX_SAFE_INTEGER,
    'Девяносто триллионов семьдесят один миллиард девятьсот девяносто два миллиона пятьсот сорок семь тысяч четыреста девять рублей 91 копейка',
  ],
])('P1: %i kopecks: %s', (sum, text) => {
  expect(sumInWords(sum, RUB)).toBe(text)
})

test.each([
  [1_01, 'RUB', 'ru', 'Один рубль одна копейка'],
  [2_42, 'RUB', 'ru', 'Два рубля сорок две копейки'],
  [21_00, 'USD', 'ru', 'Двадцать один доллар США ноль центов'],
  [2_03, 'EUR', 'ru', 'Два евро три цента'],
  [1_01, 'USD', 'en', 'One US dollar one cent'],
  [121_42, 'RUB', 'en', 'One hundred twenty-one rubles forty-two kopecks'],
] as const)('P1: all in words: %i of %s, %s: %s', (sum, currency, language, text) => {
  expect(sumInWords(sum, { currency, language, minor: 'words' })).toBe(text)
})

test.each([
  [0, 'Zero rubles 00 kopecks'],
  [1_01, 'One ruble 01 kopeck'],
  [-13_000_040_50, 'Minus thirteen million forty rubles 50 kopecks'],
  [
    Number.MAX_SAFE_INTEGER,
    'Ninety trillion seventy-one billion nine hundred ninety-two million five hundred forty-seven thousand four hundred nine rubles 91 kopecks',
  ],
])('P1: in English, %i kopecks: %s', (sum, text) => {
  expect(sumInWords(sum, ENGLISH)).toBe(text)
})

test('P1: a currency that is not known by name is called by its code', () => {
  expect(sumInWords(1_205_07, { currency: 'CHF', language: 'ru' })).toBe('Одна тысяча двести пять CHF 07/100')
})

test('P1: a currency has the minor units that it is kept in: yen none, Kuwaiti dinars a thousand', () => {
  expect(sumInWords(1_205, { currency: 'JPY', language: 'ru' })).toBe('Одна тысяча двести пять JPY')
  expect(sumInWords(1_205, { currency: 'KWD', language: 'en' })).toBe('One KWD 205/1000')
  expect(sumInWords(-7, { currency: 'JPY', language: 'ru', minor: 'words' })).toBe('Минус семь JPY')
})

/** What each word adds, by another way than the code goes: Russian words are read back. */
const VALUES = new Map<string, number>([
  ...Object.entries({ один: 1, одна: 1, одно: 1, два: 2, две: 2 }),
  ...'три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 3]),
  ...'тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто'
    .split(' ')
    .map((word, i): [string, number] => [word, (i + 3) * 10]),
  ...'двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'
    .split(' ')
    .map((word, i): [string, number] => [word, (i + 2) * 100]),
])
const SCALES = new Map([
  ['тысяч', 1e3],
  ['миллион', 1e6],
  ['миллиард', 1e9],
  ['триллион', 1e12],
])

function readBack(text: string): number {
  let [whole, part] = [0, 0]
  for (const word of text.split(' ')) {
    const scale = [...SCALES].find(([stem]) => word.replace(/(а|и|ов)$/, '') === stem)?.[1]
    if (scale !== undefined) [whole, part] = [whole + part * scale, 0]
    else part += VALUES.get(word) ?? Number.NaN
  }
  return whole + part
}

test('P1: Russian words say the number, whatever it is, and what they count has the right gender', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(2_000), fc.nat(), fc.integer({ min: 1, max: 90_071_992_547_409 })), (value) => {
      fc.pre(value > 0)
      expect(readBack(russianNumber(value, 'm'))).toBe(value)
      expect(readBack(russianNumber(value, 'f'))).toBe(value)
      const last = (gender: 'm' | 'f') => russianNumber(value, gender).split(' ').at(-1) ?? ''
      const isFeminine = ['одна', 'две'].includes(last('f'))
      expect(isFeminine).toBe(['один', 'два'].includes(last('m')))
    }),
    { numRuns: 1_000 },
  )
})

test('P10: beside sums papers have the usual short word, or the code where there is none', () => {
  expect(['RUB', 'BYN', 'USD'].map((code) => shortCurrency(code, 'ru'))).toEqual(['руб.', 'бел. руб.', 'USD'])
  expect(shortCurrency('RUB', 'en')).toBe('RUB')
})
