import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import type { CustomType } from '../../custom/collections.ts'
import { writtenNumber } from '../../custom/numbers.ts'
import { declare } from '../../custom/testing/declare.ts'
import { customers } from '../../customers/collections.ts'
import { asCsv, type SheetValue } from '../../lists/sheet.ts'
import { planImport } from '../plan.ts'
import { readSheet } from '../reading/csv/csv.ts'
import { MemoryCompany } from '../testing/memory-company.ts'
import { guessLayout } from './guess.ts'
import { mappingOf } from './mapping-of.ts'
import { CHOICES, TARGETS } from './words.ts'

const NOW = Date.UTC(2026, 10, 23)

afterEach(() => declare())

/** A file of customers, taken in as its columns speak for themselves. */
function takeIn(text: string) {
  const sheet = readSheet('a.csv', text, ';')
  const layout = guessLayout(sheet, TARGETS)
  const memory = new MemoryCompany(NOW)
  const plan = planImport(mappingOf({ layout, sheet, choices: CHOICES }), new Map([[sheet.file, sheet]]), memory, NOW)
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
  memory.run(plan.commands)
  const refused = plan.report.problems.map(({ column, code }) => [column, code])
  return { layout, refused, rows: [...memory.rows(customers)] }
}

test('X29: columns go to fields that the company added by their names; a choice by its option; what does not fit refuses the row', () => {
  const options = [{ id: 'o1', name: 'Своими силами' }]
  declare(
    { id: 'custom_a', name: 'Площадь', type: 'number' },
    { id: 'custom_b', name: 'Доставка', type: 'choice', options },
  )
  const { layout, refused, rows } = takeIn('Клиент;Площадь;Доставка\nАссоль;12,5;своими силами\nГрей;много;\n')
  expect(layout.targets).toEqual({ Клиент: 'name', Площадь: 'custom_a', Доставка: 'custom_b' })
  expect(refused).toEqual([['Площадь', 'number']])
  expect(rows).toMatchObject([{ name: 'Ассоль', custom_a: 1250, custom_b: 'o1' }])
})

test.each<[string, CustomType, string, string]>([
  ['letters in a number', 'number', '12 м', 'number'],
  ['five decimals', 'number', '1,23456', 'number'],
  ['a sum with three', 'sum', '1,234', 'number'],
  ['a day that is none', 'day', '31.02.2026', 'date'],
  ['neither yes nor no', 'yesNo', 'может быть', 'choice'],
  ['no option', 'choice', 'Камень', 'choice'],
  ['one of several that is none', 'choices', 'Дуб, Камень', 'choice'],
  ['a text longer than records hold', 'longText', 'а'.repeat(10_001), 'long'],
])('X29: %s is told at its column, and the other rows go in', (_what, type, cell, code) => {
  declare({ id: 'custom_a', name: 'Поле', type, options: [{ id: 'oak', name: 'Дуб' }] })
  const { refused, rows } = takeIn(`Клиент;Поле\nАссоль;${cell}\nГрей;\n`)
  expect(refused).toEqual([['Поле', code]])
  expect(rows).toMatchObject([{ name: 'Грей' }])
})

const OPTIONS = [
  { id: 'oak', name: 'Дуб' },
  { id: 'ash', name: 'Ясень, массив' },
  { id: 'both', name: 'Дуб, Ясень, массив' },
]
const members = fc.subarray(OPTIONS.map(({ id }) => id))

test('X26, X29: yes or no, several options and four decimals are the same when what was saved is taken in', () => {
  declare(
    { id: 'custom_y', name: 'Замер', type: 'yesNo' },
    { id: 'custom_m', name: 'Материалы', type: 'choices', options: OPTIONS.slice(0, 2) },
    { id: 'custom_n', name: 'Толщина', type: 'number' },
  )
  const units = fc.integer({ min: -1e10, max: 1e10 })
  fc.assert(
    fc.property(fc.boolean(), members, units, fc.constantFrom('ru', 'en'), (yes, ids, value, language) => {
      const chosen = ids.filter((id) => id !== 'both')
      const words = { ru: ['да', 'нет'], en: ['yes', 'no'] }[language]
      const names = OPTIONS.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)
      const cells: SheetValue[] = [
        { is: 'text', text: 'Ассоль' },
        { is: 'text', text: words[yes ? 0 : 1] ?? '' },
        chosen.length === 0 ? null : { is: 'text', text: names.join(', ') },
        { is: 'number', value, scale: 4 },
      ]
      const file = asCsv({ heads: ['Клиент', 'Замер', 'Материалы', 'Толщина'], rows: [cells] }, 'ru')
      const { refused, rows } = takeIn(file.slice(1))
      expect(refused).toEqual([])
      const [row] = rows
      expect([row?.custom_y, row?.custom_m ?? [], row?.custom_n]).toEqual([yes, chosen, writtenNumber(value, 4)])
    }),
    { numRuns: 100 },
  )
})

test('X29: of options within one another the longest counts', () => {
  declare({ id: 'custom_m', name: 'Материалы', type: 'choices', options: OPTIONS })
  const { rows } = takeIn('Клиент;Материалы\nАссоль;"Дуб, Ясень, массив"\nГрей;Ясень, массив | Дуб\n')
  expect(rows.map((row) => row.custom_m).sort()).toEqual([['ash', 'oak'], ['both']])
})
