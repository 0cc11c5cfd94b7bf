import { expect, test } from 'vitest'
import { stemOf, stemsOf, wordsIn } from './words.ts'

test('I1: words are letters and digits, folded; ё is е, however it is composed', () => {
  expect(wordsIn('Ёлкин, Пётр: «ЗН-0012» (ivanov@firma.example)')).toEqual([
    'елкин',
    'петр',
    'зн',
    '0012',
    'ivanov',
    'firma',
    'example',
  ])
  expect(wordsIn('Йод Ёж'.normalize('NFD'))).toEqual(['йод', 'еж'])
  expect(wordsIn('x'.repeat(50))).toEqual(['x'.repeat(40)])
})

const FORMS = [
  ['заказ', 'заказы', 'заказами', 'заказов', 'заказу', 'заказах'],
  ['кухня', 'кухни', 'кухню', 'кухней', 'кухонь', 'кухням'],
  ['окно', 'окна', 'окон', 'окнами', 'окну'],
  ['дверь', 'двери', 'дверей', 'дверям', 'дверью'],
  ['столешница', 'столешницы', 'столешниц', 'столешницей'],
  ['замер', 'замера', 'замеров', 'замером'],
  ['перезвонить', 'перезвонила', 'перезвонил', 'перезвоним'],
  ['шкаф', 'шкафы', 'шкафа', 'шкафов'],
  ['стекло', 'стекла', 'стекол', 'стеклом'],
  ['потолок', 'потолка', 'потолки', 'потолков'],
  ['белый', 'белая', 'белого', 'белыми', 'белую'],
  ['kitchen', 'kitchens'],
  ['order', 'orders', 'ordered', 'ordering'],
] as const

test('I2: any form of a word finds the first of the row', () => {
  for (const [first, ...others] of FORMS) {
    for (const other of others) {
      expect(stemsOf(other), `${other} finds ${first}`).toContain(stemOf(first))
      expect(stemsOf(first), `${first} finds ${other}`).toContain(stemOf(other))
    }
  }
})

test('I2: words that are another thing are not forms of it', () => {
  for (const [one, other] of [
    ['двор', 'дверь'],
    ['стол', 'стул'],
    ['заказ', 'указ'],
    ['окно', 'оконце'],
  ] as const)
    expect(stemsOf(one), `${one}, ${other}`).not.toContain(stemOf(other))
})
