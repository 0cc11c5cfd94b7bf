import { expect, test } from 'vitest'
import { readSheet } from '../reading/csv/csv.ts'
import { formOf } from './form-of.ts'
import { guessLayout, type TargetWords } from './guess.ts'
import { mappingOf } from './mapping-of.ts'

const WORDS: TargetWords = {
  customers: { name: ['Название или имя'], inn: ['ИНН'], phone: ['Телефон'], type: ['Тип'] },
  products: { name: ['Название'], article: ['Артикул'], price: ['Цена'], unit: ['Единица'] },
  organisations: { name: ['Название'] },
  departments: { name: ['Название'] },
  people: { name: ['Имя'] },
}
const sheetOf = (text: string) => readSheet('a.csv', text, ';')

test('X19: columns are taken for what they are called, a second phone for an entry, what nobody knows for nothing', () => {
  const layout = guessLayout(sheetOf('Код;Клиент;ИНН;Тел.;Телефон 2;Скидка\n1;Ассоль;7707083893;1;2;5\n'), WORDS)
  expect(layout).toEqual({
    what: 'customers',
    key: 'Код',
    targets: { Клиент: 'name', ИНН: 'inn', 'Тел.': 'phone', 'Телефон 2': 'phones.number' },
    changed: 'update',
  })
})

test('X19: a price list is one of goods; a key that two rows have is none', () => {
  const layout = guessLayout(sheetOf('Артикул;Наименование;Цена, руб.\n1;Стол;5\n1;Стул;6\n'), WORDS)
  expect(layout).toMatchObject({ what: 'products', key: 'Наименование', targets: { 'Цена, руб.': 'price' } })
})

test.each([
  ['1 250,50;01.02.2026', { dates: 'D.M.Y', decimal: ',', group: ' ' }],
  ['1,250.50;2026-02-01', { dates: 'Y-M-D', decimal: '.', group: ',' }],
  ['1250;31/12/2026', { dates: 'D/M/Y', decimal: '.', group: ' ' }],
  ['1.250,50;12/31/2026', { dates: 'M/D/Y', decimal: ',', group: '.' }],
])('X19: how numbers and dates are written is found out: %s', (cells, form) => {
  expect(formOf(sheetOf(`a;b\n${cells}\n`))).toEqual(form)
})

test('a choice is read by its word in any language; two columns of a note stand one below the other', () => {
  const sheet = sheetOf('Имя;Вид;О нем;Еще\nГрей;Частное лицо;a;b\n')
  const targets = { Имя: 'name', Вид: 'type', 'О нем': 'note', Еще: 'note' }
  const layout = { what: 'customers', key: 'Имя', targets, changed: 'leave' } as const
  const [source] = mappingOf({ layout, sheet, choices: { 'частное лицо': ['person'] } }).sources
  expect(source?.fields).toMatchObject({
    type: { column: 'Вид', map: { 'Частное лицо': 'person' } },
    note: { template: ['{О нем}', '{Еще}'] },
  })
})

test('X28: how numbers and dates are written is guessed, unless somebody says it', () => {
  const sheet = sheetOf('a;b\n1,250;03/04/2026\n')
  expect(formOf(sheet)).toEqual({ dates: 'D/M/Y', decimal: '.', group: ' ' })
  expect(formOf(sheet, { dates: 'M/D/Y', decimal: ',' })).toEqual({ dates: 'M/D/Y', decimal: ',', group: ' ' })
  const grouped = sheetOf('a\n"1.250,00"\n')
  expect(formOf(grouped)).toMatchObject({ decimal: ',', group: '.' })
  expect(formOf(grouped, { decimal: '.' })).toMatchObject({ decimal: '.', group: ' ' })
})
