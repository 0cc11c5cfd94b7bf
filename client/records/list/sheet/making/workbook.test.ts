import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { OPEN_WORKBOOKS } from '../../../../../scripts/papers.ts'
import type { SheetTable } from '../../../../../shared/lists/sheet.ts'
import { asWorkbook } from '../../../../../shared/lists/workbook.ts'

/** Of a file's head in a ZIP archive, before its name. */
const HEAD = 30

/** The text of a file in a ZIP archive. */
function fileIn(archive: Buffer, name: string): string {
  const at = archive.indexOf(name)
  const [nameLength, extraLength] = [archive.readUInt16LE(at - 4), archive.readUInt16LE(at - 2)]
  expect(archive.toString('latin1', at - HEAD, at - HEAD + 2)).toBe('PK')
  return inflateRawSync(archive.subarray(at + nameLength + extraLength)).toString()
}

const cells = (sheet: string) =>
  [...sheet.matchAll(/<c r="(\w+)"[^>]*>(.*?)<\/c>/g)].map(([, at, inside]) => [at, inside])

test('a workbook has its heads in sight, numbers as numbers, days as days, and texts that no spreadsheet runs', async () => {
  const table: SheetTable = {
    heads: ['Номер', 'Сумма', 'Дата', 'Примечание'],
    rows: [
      [
        { is: 'text', text: 'ЗН-0001' },
        { is: 'number', value: 123_456, scale: 2 },
        { is: 'date', date: '2016-09-30' },
        { is: 'text', text: '=1+1 & <b>' },
      ],
      [{ is: 'text', text: 'ЗН-0002' }, null, { is: 'time', date: '2016-09-30', time: '18:00' }, null],
    ],
  }
  const archive = Buffer.from(await (await asWorkbook(table, 'Заказ-наряды: [все]')).arrayBuffer())
  const sheet = fileIn(archive, 'xl/worksheets/sheet1.xml')
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  // Days are counted from the last of 1899.
  const DAY = 42_643
  expect(Object.fromEntries(cells(sheet))).toMatchObject({
    B2: '<v>1234.56</v>',
    C2: `<v>${DAY}</v>`,
    C3: `<v>${DAY + 0.75}</v>`,
  })
  expect(sheet).not.toContain('<f>')
  const texts = fileIn(archive, 'xl/sharedStrings.xml')
  for (const text of ['Номер', 'ЗН-0001', '=1+1 &amp; &lt;b&gt;']) expect(texts).toContain(text)
  expect(fileIn(archive, 'xl/workbook.xml')).toContain('name="Заказ-наряды   все "')
})

/** What LibreOffice makes of a workbook: its cells as CSV, numbers as it shows them. */
async function openedByOffice(workbook: Blob): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-office-'))
  try {
    await writeFile(join(folder, 'list.xlsx'), Buffer.from(await workbook.arrayBuffer()))
    // Comma, quotation mark, UTF-8, from the first line on.
    const form = 'csv:Text - txt - csv (StarCalc):44,34,76,1'
    const flags = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', form]
    await promisify(execFile)(OPEN_WORKBOOKS, [...flags, '--outdir', folder, join(folder, 'list.xlsx')])
    return Papa.parse<string[]>((await readFile(join(folder, 'list.csv'), 'utf8')).trimEnd()).data
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('LibreOffice opens a workbook with the same sums to the kopeck, and runs no text as a formula', {
  timeout: 90_000,
}, async () => {
  const sums = Array.from({ length: 300 }, (_, i) => (i % 7 === 0 ? -1 : 1) * ((i + 1) * 1_234_567 + (i % 100)))
  const rows: SheetTable['rows'] = sums.map((value, i) => [
    { is: 'text', text: `=${i}+1` },
    { is: 'number', value, scale: 2 },
  ])
  const opened = await openedByOffice(await asWorkbook({ heads: ['Название', 'Сумма'], rows }, 'Прайс-лист'))
  expect(opened[0]).toEqual(['Название', 'Сумма'])
  expect(opened.slice(1).map(([name]) => name)).toEqual(sums.map((_, i) => `=${i}+1`))
  expect(opened.slice(1).map(([, sum]) => Math.round(Number(sum?.replaceAll(',', '')) * 100))).toEqual(sums)
})
