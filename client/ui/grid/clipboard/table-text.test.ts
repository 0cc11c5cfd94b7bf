import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasMoreCells, readTableText, writeTableHtml, writeTableText } from './table-text.ts'

test('what is copied out reads as the same cells, whatever stands in them', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[\t\n"a]{0,6}$/))
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
  fc.assert(
    fc.property(table, (rows) => {
      // A break at the end is the last row's own.
      fc.pre(rows.at(-1)?.some((cell) => cell !== '') === true)
      expect(readTableText(writeTableText(rows))).toEqual(rows)
      expect(readTableText(`${writeTableText(rows)}\r\n`)).toEqual(rows)
    }),
  )
})

test('cells of Excel and LibreOffice: quoted ones with breaks, quotes in the middle, breaks of both kinds', () => {
  expect(readTableText('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
  expect(readTableText('"a\nb"\t"с ""кавычками"""\n5" труба\t')).toEqual([
    ['a\nb', 'с "кавычками"'],
    ['5" труба', ''],
  ])
  expect(readTableText('"никогда не закрыта\t1')).toEqual([['"никогда не закрыта', '1']])
  expect(readTableText('')).toEqual([['']])
  expect(readTableText('\t\n\t7')).toEqual([
    ['', ''],
    ['', '7'],
  ])
})

test('how many cells there are is told by separators', () => {
  expect(hasMoreCells('1\t2\n3\t4\n', 4)).toBe(false)
  expect(hasMoreCells('1\t2\n3\t4\n5', 4)).toBe(true)
  expect(hasMoreCells('1\t'.repeat(100_000), 100_000)).toBe(false)
  expect(hasMoreCells('1\t'.repeat(100_001), 100_000)).toBe(true)
})

test('signs of HTML in a cell are text', () => {
  expect(
    writeTableHtml([
      ['<b>', '1'],
      ['&"', ''],
    ]),
  ).toBe('<table><tr><td>&lt;b&gt;</td><td>1</td></tr><tr><td>&amp;&quot;</td><td></td></tr></table>')
})
