import { pluralForm } from '../../locales/index.ts'
import type { Counted } from './currencies.ts'

type Gender = Counted['gender']

const FIRST: { readonly [G in Gender]: readonly [string, string] } = {
  m: ['один', 'два'],
  f: ['одна', 'две'],
  n: ['одно', 'два'],
}
const TO_TWENTY =
  'три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  )
const TENS = 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ')
const HUNDREDS = 'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ')

/** What thousands are counted in, the smallest first; an exact sum has no more. */
const SCALES: readonly Counted[] = [
  { gender: 'f', forms: { one: 'тысяча', few: 'тысячи', many: 'тысяч', other: 'тысяч' } },
  ...['миллион', 'миллиард', 'триллион', 'квадриллион'].map(
    (one): Counted => ({ gender: 'm', forms: { one, few: `${one}а`, many: `${one}ов`, other: `${one}ов` } }),
  ),
]

/** A whole number from 0 in Russian words, as it counts a noun of that gender: «двадцать одна», «две тысячи». */
export function russianNumber(value: number, gender: Gender): string {
  if (value === 0) return 'ноль'
  const parts: string[] = below(value % 1_000, gender)
  let rest = Math.floor(value / 1_000)
  for (const scale of SCALES) {
    const count = rest % 1_000
    if (count > 0) parts.unshift(...below(count, scale.gender), pluralForm('ru', count, scale.forms))
    rest = Math.floor(rest / 1_000)
  }
  return parts.join(' ')
}

function below(value: number, gender: Gender): string[] {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100]
  const small = [...FIRST[gender], ...TO_TWENTY]
  const words = [HUNDREDS[hundreds - 1]]
  if (rest < 20) words.push(small[rest - 1])
  else words.push(TENS[Math.floor(rest / 10) - 2], small[(rest % 10) - 1])
  return words.filter((word) => word !== undefined)
}
