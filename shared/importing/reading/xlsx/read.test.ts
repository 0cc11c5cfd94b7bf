import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import writeWorkbook, { type Cell } from 'write-excel-file/universal'
import { asSheet } from './as-sheet.ts'
import { readBook } from './read.ts'

const FORM = { decimal: ',', dates: 'D.M.Y h:m' } as const

async function book(data: Cell[][]): Promise<Uint8Array> {
  const blob = await writeWorkbook(data, { sheet: 'Покупатели' }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

/** A workbook of one sheet with these rows, as XML. */
function raw(rows: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    ...more,
  })
}

async function sheets(bytes: Uint8Array) {
  const read = await readBook(bytes)
  if ('code' in read) throw new Error(read.code)
  return read
}

test('X13: texts, numbers and dates of a workbook are rows for a mapping', async () => {
  const bytes = await book([
    [{ value: 'Имя' }, { value: 'Сумма' }, { value: 'Дата' }, { value: 'Имя' }],
    [null, null, null, null],
    [
      { value: '=1+1', type: String },
      { value: 0.1 + 0.2, type: Number },
      { value: new Date(Date.UTC(2026, 8, 1, 9, 5)), type: Date, format: 'dd.mm.yyyy hh:mm' },
      { value: 'Анна', type: String },
    ],
    [{ value: 'x', type: String }, { value: 1_234_567.5, type: Number }, null, null],
  ])
  const [first] = await sheets(bytes)
  if (!first) throw new Error('no sheet')
  expect([first.name, first.problems]).toEqual(['Покупатели', []])
  expect(asSheet('a.xlsx', first, FORM)).toEqual({
    file: 'a.xlsx',
    columns: ['Имя', 'Сумма', 'Дата', 'Имя (2)'],
    rows: [
      { line: 3, cells: { Имя: '=1+1', Сумма: '0,3', Дата: '01.09.2026 09:05', 'Имя (2)': 'Анна' } },
      { line: 4, cells: { Имя: 'x', Сумма: '1234567,5', Дата: '', 'Имя (2)': '' } },
    ],
    broken: [],
  })
})

test('X13: a formula is what it was last reckoned to be; errors and formulas without a value are told', async () => {
  const rows = `<row r="1"><c r="A1" t="str"><f>1+1</f><v>2</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1"><f>1+1</f></c></row>`
  const [first] = await sheets(raw(rows))
  expect(first?.rows[0]?.[0]).toBe('2')
  expect(first?.problems).toEqual([
    { code: 'book-cell-error', line: 1, params: { cell: 'B1' } },
    { code: 'book-cell-formula', line: 1, params: { cell: 'C1' } },
  ])
})

test('X12: what is none, old, locked or damaged is refused in its own words', async () => {
  const sound = raw('<row r="1"><c r="A1"><v>1</v></c></row>')
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(100)])
  const locked = Uint8Array.from([...old, ...[...'EncryptedPackage'].flatMap((sign) => [sign.charCodeAt(0), 0])])
  const codes = await Promise.all(
    [
      new Uint8Array(),
      strToU8('a;b\n1;2'),
      old,
      locked,
      sound.slice(0, sound.length - 30),
      zipSync({ 'a.txt': strToU8('x') }),
    ].map(async (bytes) => {
      const read = await readBook(bytes)
      return 'code' in read ? read.code : 'read'
    }),
  )
  expect(codes).toEqual(['file-empty', 'book-not-xlsx', 'book-old', 'book-locked', 'book-damaged', 'book-no-sheet'])
})

const MEGABYTE = 1024 * 1024

/** The archive, its parts of `size` bytes said to be of `told`. */
function claiming(bytes: Uint8Array, size: number, told: number): Uint8Array {
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 46; at++) {
    const isEntry = view.getUint32(at, true) === 0x02014b50
    if (isEntry && view.getUint32(at + 24, true) === size) view.setUint32(at + 24, told, true)
  }
  return bytes
}

test('X12: a bomb is refused before it is unpacked, and one that tells a smaller size does not go off', async () => {
  const parts = { 'xl/a.xml': new Uint8Array(4 * MEGABYTE), 'xl/b.xml': new Uint8Array(4 * MEGABYTE) }
  const bomb = claiming(raw('', parts), 4 * MEGABYTE, 200 * MEGABYTE)
  expect(bomb.length).toBeLessThan(MEGABYTE)
  expect(await readBook(bomb)).toMatchObject({ code: 'book-too-large', params: { megabytes: 256 } })
  const liar = claiming(raw('', { 'xl/styles.xml': new Uint8Array(4 * MEGABYTE) }), 4 * MEGABYTE, 10)
  expect(await readBook(liar)).toMatchObject({ code: 'book-damaged' })
})

test('X12: a row or a column that is named far away is refused before a table is made', async () => {
  const far = await readBook(
    raw('<row r="1"><c r="A1"><v>1</v></c></row><row r="4000000000"><c r="A4000000000"/></row>'),
  )
  expect(far).toMatchObject({ code: 'book-too-many-cells', params: { rows: 4_000_000_000 } })
  const wide = await readBook(raw('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'))
  expect(wide).toMatchObject({ code: 'book-too-many-cells' })
})
