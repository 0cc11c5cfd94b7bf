import { expect, test } from 'vitest'
import { readSheet } from './csv.ts'

test('a row is named by the line on which an editor shows it, quoted line breaks and blank lines counted', () => {
  const text = 'a,b\n1,"two\r\nlines"\n\n3,"say ""hi"""\n'
  const sheet = readSheet('f.csv', text, ',')
  expect(sheet.columns).toEqual(['a', 'b'])
  expect(sheet.rows).toEqual([
    { line: 2, cells: { a: '1', b: 'two\r\nlines' } },
    { line: 5, cells: { a: '3', b: 'say "hi"' } },
  ])
})

test('rows of another width and broken quotes are told, the rest is read', () => {
  const sheet = readSheet('f.csv', 'a;b\n1;2;3\n4\n5;6\n"7;8', ';')
  expect(sheet.rows).toEqual([{ line: 4, cells: { a: '5', b: '6' } }])
  expect(sheet.broken.map(({ line, code, params }) => ({ line, code, params }))).toEqual([
    { line: 2, code: 'cells-count', params: { expected: 2, found: 3 } },
    { line: 3, code: 'cells-count', params: { expected: 2, found: 1 } },
    { line: 5, code: 'quotes', params: {} },
  ])
})

test('a byte order mark and Windows line ends are no part of the names', () => {
  const sheet = readSheet('f.csv', '\uFEFFname,price\r\nДверь,10\r\n', ',')
  expect(sheet.rows).toEqual([{ line: 2, cells: { name: 'Дверь', price: '10' } }])
})

test('an empty file has no columns and no rows', () => {
  expect(readSheet('f.csv', '', ',')).toEqual({ file: 'f.csv', columns: [], rows: [], broken: [] })
})
