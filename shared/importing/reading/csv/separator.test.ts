import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readSheet } from './csv.ts'
import { findSeparator, SEPARATORS } from './separator.ts'

test.each([
  ['name;price, rub;discount, %\nA;1,50;2,5\nB;2,00;1,5\n', ';'],
  ['name,price\n"Door; white",1\n"Shelf, oak",2\n', ','],
  ['a\tb\n1,5\t2\n', '\t'],
  ['a|b|c\n1|2|3\n', '|'],
  ['only\n1\n2\n', ','],
  ['sep=|\r\na|b\r\n1;2|3\r\n', '|'],
  ['a;b\n1;2\n3;4;5\n6\n7;8\n', ';'],
  ['', ','],
])('X2: %j is separated by %j', (text, separator) => {
  expect(findSeparator(text)).toBe(separator)
})

test('X2: whatever stands in the cells, a table of two columns and more is read by the separator it was written with', () => {
  const cell = fc.stringMatching(/^[а-яa-z0-9,;|. ]{1,8}$/).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(fc.constantFrom(...SEPARATORS), fc.array(cell, { minLength: 2, maxLength: 5 }), (delimiter, cells) => {
      const heads = cells.map((_, at) => `column ${at}`)
      const text = Papa.unparse([heads, cells, cells], { delimiter, quotes: true })
      expect(findSeparator(text)).toBe(delimiter)
    }),
  )
})

test('X3: a quotation mark that is not closed takes its own line alone', () => {
  const sheet = readSheet('f.csv', 'a;b\n1;2\n"3;4\n5;6\n7;"8"\n9;10\n', ';')
  expect(sheet.rows.map((row) => [row.line, row.cells.a])).toEqual([
    [2, '1'],
    [4, '5'],
    [5, '7'],
    [6, '9'],
  ])
  expect(sheet.broken.map(({ line, code }) => [line, code])).toEqual([[3, 'quotes']])
})

test('X3: every letter of a file stands in a row, or in a line that is told', () => {
  const line = fc.stringMatching(/^[a-z";]{0,6}$/)
  const letters = (text: string) => text.match(/[a-z]/g)?.length ?? 0
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const sheet = readSheet('f.csv', `a;b\n${lines.join('\n')}\n`, ';')
      const taken = sheet.rows.map(({ cells }) => letters(Object.values(cells).join('')))
      const told = sheet.broken.map((one) => letters(lines[one.line - 2] ?? ''))
      expect([...taken, ...told].reduce((sum, one) => sum + one, 0)).toBe(letters(lines.join('')))
    }),
  )
})

test('X3: bytes that are no text refuse their row, by line and column', () => {
  const sheet = readSheet('f.csv', 'a;b\nx;\ufffdy\n1;2', ';')
  expect(sheet.broken).toEqual([
    { file: 'f.csv', line: 2, column: 'b', code: 'encoding', params: { value: '\ufffdy' } },
  ])
  expect(sheet.rows).toEqual([{ line: 3, cells: { a: '1', b: '2' } }])
})

test('X4: a column without a name, and one of a name that stood before, hide nothing', () => {
  const sheet = readSheet('f.csv', 'Телефон;;Телефон\n1;2;3\n', ';')
  expect(sheet.rows[0]?.cells).toEqual({ Телефон: '1', '#2': '2', 'Телефон (2)': '3' })
})
