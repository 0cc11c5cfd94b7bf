import writeWorkbook, { type Cell } from 'write-excel-file/universal'
import type { SheetTable, SheetValue } from './sheet.ts'

/** Widths of columns, in characters. */
const NARROWEST = 8
const WIDEST = 50
/** Of a row: a longer text says nothing of the others. */
const LOOKED_AT = 200

/** The table as an XLSX workbook of one sheet: numbers and dates are such, its heads stay in sight. */
export function asWorkbook({ heads, rows }: SheetTable, name: string): Promise<Blob> {
  const first: Cell[] = heads.map((value) => ({ value: escaped(value), type: String, fontWeight: 'bold' }))
  const columns = heads.map((head, at) => ({
    width: widthOf([head, ...rows.slice(0, LOOKED_AT).map((row) => row[at])]),
  }))
  const data = [first, ...rows.map((row) => row.map(cellOf))]
  return writeWorkbook(data, { columns, sheet: sheetName(name), stickyRowsCount: 1 }).toBlob()
}

function cellOf(value: SheetValue): Cell {
  switch (value?.is) {
    case 'text':
      return { value: escaped(value.text), type: String }
    case 'number':
      return { value: value.value / 10 ** value.scale, type: Number, format: numberFormat(value.scale) }
    case 'date':
      return { value: new Date(`${value.date}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' }
    case 'time':
      return { value: new Date(`${value.date}T${value.time}:00Z`), type: Date, format: 'dd.mm.yyyy hh:mm' }
    default:
      return null
  }
}

/** What programs take for an escaped character, `_x0041_`, is escaped itself. */
const LIKE_ESCAPED = /_(?=x[\da-f]{4}_)/gi
/** Names that every object has: write-excel-file 4.1.1 looks texts up in one, and spoils the whole workbook with such a text. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype))

function escaped(text: string): string {
  const plain = text.replace(LIKE_ESCAPED, '_x005F_')
  if (!INHERITED.has(plain)) return plain
  return `_x${plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${plain.slice(1)}`
}

function numberFormat(scale: number): string {
  return scale === 0 ? '#,##0' : `#,##0.${'0'.repeat(scale)}`
}

function widthOf(values: readonly (string | SheetValue | undefined)[]): number {
  const lengths = values.map((value) => {
    if (typeof value === 'string') return value.length
    return value?.is === 'text' ? value.text.length : 14
  })
  return Math.min(WIDEST, Math.max(NARROWEST, ...lengths) + 2)
}

/** A sheet's name is at most 31 letters, none of them of those that formulas use. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}
