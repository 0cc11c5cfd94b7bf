import * as fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { asCsv, asHtml, asTsv, type SheetTable } from './sheet.ts'

const TABLE: SheetTable = {
  heads: ['Номер', 'Сумма', 'Дата', 'Отгрузка', 'Примечание'],
  rows: [
    [
      { is: 'text', text: 'ЗН-0001' },
      { is: 'number', value: 31453000, scale: 2 },
      { is: 'time', date: '2026-09-18', time: '14:05' },
      { is: 'date', date: '2026-10-01' },
      { is: 'text', text: 'верх; низ\n"белый"' },
    ],
    [{ is: 'text', text: '=HYPERLINK("x")' }, { is: 'number', value: -5, scale: 2 }, null, null, null],
  ],
}

test('a file of values begins with its mark, and is written as spreadsheets of the language read', () => {
  expect(asCsv(TABLE, 'ru')).toBe(
    '\ufeffНомер;Сумма;Дата;Отгрузка;Примечание\r\n' +
      'ЗН-0001;314530,00;18.09.2026 14:05;01.10.2026;"верх; низ\n""белый"""\r\n' +
      `"'=HYPERLINK(""x"")";-0,05;;;`,
  )
  expect(asCsv(TABLE, 'en').split('\r\n')[1]).toContain('ЗН-0001,314530.00,2026-09-18 14:05,2026-10-01,')
})

test('what is copied has a cell for each value, as text and as a table', () => {
  expect(asTsv(TABLE, 'ru').split('\r\n')[0]).toBe('Номер\tСумма\tДата\tОтгрузка\tПримечание')
  const html = asHtml({ heads: ['<b>'], rows: [[{ is: 'text', text: 'a & "b"' }], [{ is: 'text', text: '@x' }]] }, 'ru')
  expect(html).toContain('<th>&lt;b&gt;</th>')
  expect(html).toContain('<td>a &amp; &quot;b&quot;</td>')
  expect(html).toContain("<td>'@x</td>")
})

test('no text becomes a formula, and telephone numbers stay as they are', () => {
  const cellOf = (text: string) => {
    const table: SheetTable = { heads: ['a'], rows: [[{ is: 'text', text }]] }
    const { data } = Papa.parse<string[]>(asTsv(table, 'ru'), { delimiter: '\t' })
    return data[1]?.[0] ?? ''
  }
  expect(['+7 (812) 555-01-22', '-12,5', '=1+1', '+cmd|x', '@SUM(A1)'].map(cellOf)).toEqual([
    '+7 (812) 555-01-22',
    '-12,5',
    "'=1+1",
    "'+cmd|x",
    "'@SUM(A1)",
  ])
  const danger = fc.constantFrom('=', '+', '-', '@')
  fc.assert(
    fc.property(danger, fc.stringMatching(/^[A-Za-z(]{1,8}$/), (sign, rest) => cellOf(sign + rest).startsWith("'")),
  )
})
