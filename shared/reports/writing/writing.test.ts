import { expect, test } from 'vitest'
import { en } from '../../locales/en/index.ts'
import { ru } from '../../locales/ru/index.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { paperText } from '../../print/paper.ts'
import type { ReportTable } from '../answer.ts'
import type { ReportPrint } from './layout.ts'
import { keyName } from './names.ts'
import { reportPaper } from './paper.ts'
import { reportSheet } from './sheet.ts'
import { changeOf, turnOf } from './units.ts'

const TABLE: ReportTable = {
  columns: ['2015-02-01', '2015-03-01'],
  rows: [
    {
      keys: ['Модули'],
      figures: [
        [150_00, null, 150_00],
        [5000, 0, 5000],
      ],
    },
    {
      keys: ['Модули', 'ann'],
      figures: [
        [100_00, null, 100_00],
        [3000, 0, 3000],
      ],
    },
    {
      keys: ['Модули', null],
      figures: [
        [50_00, null, 50_00],
        [2000, 0, 2000],
      ],
    },
    {
      keys: [null],
      figures: [
        [0, 20_50, 20_50],
        [0, 1500, 1500],
      ],
    },
    {
      keys: [null, 'ann'],
      figures: [
        [0, 20_50, 20_50],
        [0, 1500, 1500],
      ],
    },
  ],
  total: {
    keys: [],
    figures: [
      [150_00, 20_50, 170_50],
      [5000, 1500, 6500],
    ],
  },
  names: { manager: { ann: 'Анна' } },
  unrated: 0,
}
const PRINT: ReportPrint = {
  title: 'Продажи',
  conditions: ['01.02.2015 – 31.03.2015'],
  rows: ['category', 'manager'],
  columns: 'month',
  measures: ['sum', 'quantity'],
  compare: null,
  table: TABLE,
  names: TABLE.names,
  language: 'ru',
  words: ru.reports,
  currency: 'руб.',
  code: 'RUB',
}
const linesOf = (print: ReportPrint) =>
  paperText(reportPaper(print))
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .split('\n')

test('a report on paper has its conditions, all of its rows, their outer ones as totals, and the total', () => {
  expect(linesOf(PRINT).slice(1)).toEqual([
    'Продажи',
    '01.02.2015 – 31.03.2015',
    'Категория\tМенеджер\tфевраль 2015: Сумма, руб.\tфевраль 2015: Количество\tмарт 2015: Сумма, руб.\tмарт 2015: Количество\tИтого: Сумма, руб.\tИтого: Количество',
    'Модули\tИтого\t150,00\t5\t\t0\t150,00\t5',
    'Модули\tАнна\t100,00\t3\t\t0\t100,00\t3',
    'Модули\tБез значения\t50,00\t2\t\t0\t50,00\t2',
    'Без значения\tИтого\t0,00\t0\t20,50\t1,5\t20,50\t1,5',
    'Без значения\tАнна\t0,00\t0\t20,50\t1,5\t20,50\t1,5',
    'Итого\t\t150,00\t5\t20,50\t1,5\t170,50\t6,5',
  ])
})

test('a report for spreadsheets sums up to its last row, and tells nothing from nought', () => {
  const { heads, rows } = reportSheet(PRINT)
  expect(heads.slice(0, 3)).toEqual(['Категория', 'Менеджер', 'февраль 2015: Сумма, руб.'])
  expect(rows.map(([, , february, , march]) => [february, march])).toEqual([
    [{ is: 'number', value: 100_00, scale: 2 }, null],
    [{ is: 'number', value: 50_00, scale: 2 }, null],
    [
      { is: 'number', value: 0, scale: 2 },
      { is: 'number', value: 20_50, scale: 2 },
    ],
    [
      { is: 'number', value: 150_00, scale: 2 },
      { is: 'number', value: 20_50, scale: 2 },
    ],
  ])
  expect(rows.at(-1)?.[0]).toEqual({ is: 'text', text: 'Итого' })
})

test('what is compared stands with what it was, how much that differs, and by which share', () => {
  const table: ReportTable = {
    columns: [],
    rows: [{ keys: ['a'], figures: [[120], [500]], earlier: [[100], [0]] }],
    total: { keys: [], figures: [[120], [500]], earlier: [[100], [0]] },
    names: {},
    unrated: 0,
  }
  const print: ReportPrint = {
    ...PRINT,
    rows: ['category'],
    columns: null,
    measures: ['orders', 'margin'],
    compare: 'lastYear',
    table,
    words: en.reports,
    language: 'en',
  }
  const [heads, row] = linesOf(print)
    .slice(3)
    .map((line) => line.split('\t'))
  expect(heads).toEqual([
    'Category',
    'Orders',
    'Orders: A year before',
    'Orders: Difference',
    'Orders: Difference, %',
    'Margin, %',
    'Margin, %: A year before',
    'Margin, %: Difference',
    'Margin, %: Difference, %',
  ])
  expect(row).toEqual(['a', '120', '100', '20', '20', '5', '0', '5', ''])
})

test('a change is told in percent of what was there, of shares in points alone; it is for the better or the worse', () => {
  expect(changeOf('sum', 90, 120)).toEqual({ difference: -30, percent: -2500 })
  expect(changeOf('sum', 30, -20)).toEqual({ difference: 50, percent: 25_000 })
  expect(changeOf('sum', 90, 0)).toEqual({ difference: 90, percent: null })
  expect(changeOf('sum', null, 1)).toBeNull()
  expect(changeOf('share', 500, 100)).toEqual({ difference: 400, percent: null })
  expect([turnOf('sales', 'sum', 5), turnOf('sales', 'sum', -5), turnOf('sales', 'sum', 0)]).toEqual([1, -1, 0])
  expect([turnOf('losses', 'sum', 5), turnOf('debts', 'theyOwe', 5), turnOf('events', 'missed', 5)]).toEqual([
    -1, -1, -1,
  ])
  expect([turnOf('sales', 'vat', 5), turnOf('events', 'calls', 5)]).toEqual([0, 0])
})

test('keys are said in words: what there is a word for, a name of, spans of time', () => {
  const naming = { ...PRINT, names: { customer: { c1: 'Иванов' } } }
  expect(keyName('age', '30', naming)).toBe('30–60 дней')
  expect(keyName('state', COMPLETED, naming)).toBe('Завершен')
  expect(keyName('customer', 'c1', naming)).toBe('Иванов')
  expect(keyName('customer', 'c2', naming)).toBe('c2')
  expect(keyName('quarter', '2015-07-01', naming)).toBe('3 кв. 2015')
  expect(keyName('week', '2015-07-06', naming)).toBe('нед. с 06.07')
  expect(keyName('year', '2015-01-01', naming)).toBe('2015')
  expect(keyName('hour', '9', naming)).toBe('9:00')
})
