import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import type { Content } from 'pdfmake/interfaces.js'
import writeWorkbook, { type Cell } from 'write-excel-file/universal'
import type { SheetTable } from '../../../shared/lists/sheet.ts'
import { asWorkbook } from '../../../shared/lists/workbook.ts'
import { asDefinition } from '../../../shared/print/drawing/definition.ts'
import { DEAL, MAKING } from '../../../shared/print/testing/deal.ts'
import { invoicePaper } from '../../../shared/print/trade/papers.ts'
import { type BenchFigure, median, milliseconds } from '../result.ts'

export const LINES = 1_000
const ROUNDS = 5

const NAMES = Array.from({ length: LINES }, (_, at) => `Кухня «Бриз», дуб, ${at + 1}`)
const FONTS = join(dirname(fileURLToPath(import.meta.resolve('pdfmake/package.json'))), 'fonts/Roboto')

/** An invoice of 1,000 lines as PDF, and a table of as many rows as XLSX, beside the same tables by the libraries alone. */
export async function inNode(): Promise<BenchFigure[]> {
  const [normal, bold] = ['Regular', 'Medium'].map((face) => join(FONTS, `Roboto-${face}.ttf`))
  pdfmake.setFonts({ Roboto: { normal, bold, italics: normal, bolditalics: bold } as never })
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS))
  pdfmake.setUrlAccessPolicy(() => false)
  const pdf = await inTurns(ownPdf, barePdf)
  const xlsx = await inTurns(() => asWorkbook(TABLE, 'Заказ'), bareWorkbook)
  return [
    ...sideBySide(`an invoice of ${LINES} lines as PDF`, 'pdfmake', pdf),
    ...sideBySide(`a table of ${LINES} rows as XLSX`, 'write-excel-file', xlsx),
  ]
}

interface Times {
  readonly ours: number[]
  readonly theirs: number[]
}

async function inTurns(ours: () => Promise<unknown>, theirs: () => Promise<unknown>): Promise<Times> {
  const times: Times = { ours: [], theirs: [] }
  for (let round = 0; round < ROUNDS; round++) {
    times.ours.push(await timed(ours))
    times.theirs.push(await timed(theirs))
  }
  return times
}

function sideBySide(what: string, library: string, { ours, theirs }: Times): BenchFigure[] {
  const [own, bare] = [median(ours), median(theirs)]
  return [
    { what: `in Node: ${what}, median`, value: milliseconds(own) },
    { what: `in Node: the same table by ${library} alone, median`, value: milliseconds(bare) },
    {
      what: 'times as long',
      value: `${(own / bare).toFixed(2)} ×`,
      target: 'at most 1.5 ×',
      held: own / bare <= 1.5,
    },
  ]
}

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await deed()
  return performance.now() - began
}

/** With head, requisites, totals, the sum in words and the code. */
function ownPdf(): Promise<unknown> {
  const line = { quantity: 1_000, unit: 'шт', price: 40_000_00, total: 40_000_00, vat: 7_213_11 }
  const lines = NAMES.map((name) => ({ ...line, name }))
  const deal = { ...DEAL, lines, total: LINES * line.total, vat: LINES * line.vat }
  return pdfmake.createPdf(asDefinition(invoicePaper(deal, MAKING))).getBuffer()
}

function barePdf(): Promise<unknown> {
  const body = NAMES.map((name, at) => [String(at + 1), name, '1', 'шт', '40 000,00', '40 000,00'])
  const table: Content = { table: { headerRows: 1, widths: ['auto', '*', 'auto', 'auto', 'auto', 'auto'], body } }
  return pdfmake.createPdf({ content: [table] }).getBuffer()
}

const TABLE: SheetTable = {
  heads: ['№', 'Название', 'Кол-во', 'Цена', 'Сумма', 'Дата'],
  rows: NAMES.map((text, at) => [
    { is: 'number', value: at + 1, scale: 0 },
    { is: 'text', text },
    { is: 'number', value: 1_000, scale: 3 },
    { is: 'number', value: 40_000_00, scale: 2 },
    { is: 'number', value: 40_000_00, scale: 2 },
    { is: 'date', date: '2026-11-27' },
  ]),
}

function bareWorkbook(): Promise<unknown> {
  const number = (value: number): Cell => ({ value, type: Number, format: '#,##0.00' })
  const heads = TABLE.heads.map((value): Cell => ({ value, type: String }))
  const date: Cell = { value: new Date('2026-11-27T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' }
  const rows = NAMES.map((name, at): Cell[] => [
    number(at + 1),
    { value: name, type: String },
    ...[1, 40_000, 40_000].map(number),
    date,
  ])
  return writeWorkbook([heads, ...rows], {}).toBlob()
}
