import { readStatement } from '../reading/bank/read.ts'
import type { Statement } from '../reading/bank/statement.ts'
import { decodeText } from '../reading/bytes/decode.ts'
import type { Encoding } from '../reading/bytes/encodings.ts'
import { readExchange } from '../reading/commerceml/read.ts'
import { readSheet } from '../reading/csv/csv.ts'
import { findSeparator } from '../reading/csv/separator.ts'
import { type FileProblem, problemAt } from '../reading/problem.ts'
import { readCards } from '../reading/vcard/read.ts'
import { asSheet } from '../reading/xlsx/as-sheet.ts'
import { readBook } from '../reading/xlsx/read.ts'
import { cardsTable } from './cards-table.ts'
import { goodsTable } from './goods-table.ts'
import { type OrdersTable, ordersTable } from './orders/orders-table.ts'
import type { Table } from './table.ts'

/** What files are: rows of text, a workbook, contacts, an exchange of 1C, a statement of a bank. */
export type FileForm = 'rows' | 'book' | 'cards' | 'exchange' | 'statement'

/** A file as it was understood. */
export interface OpenedFile {
  readonly form: FileForm
  /** Of a file of text. */
  readonly encoding: Encoding | null
  /** Of rows of text. */
  readonly separator: string | null
  readonly tables: readonly Table[]
  /** A bank's: its payments are matched (shared/bank) in the place of rows. */
  readonly statement?: Statement
  /** Of an exchange: they refer to others by key. */
  readonly orders?: OrdersTable
  /** What is wrong with it beside its rows. */
  readonly problems: readonly FileProblem[]
}

/** How values of workbooks are written before a mapping reads them. */
const BOOK_FORM = { decimal: '.', dates: 'Y-M-D' } as const

/** Opens a file, whatever it is; what cannot be opened at all is a problem in its place. */
export async function openFile(name: string, bytes: Uint8Array): Promise<OpenedFile | FileProblem> {
  if (bytes.length === 0) return problemAt(null, 'file-empty')
  if (isBook(bytes)) return openBook(name, bytes)
  const decoded = decodeText(bytes)
  if ('code' in decoded) return decoded
  const { text, encoding, problems } = decoded
  const opened = openText(name, text)
  return 'code' in opened ? opened : { ...opened, encoding, problems: [...problems, ...opened.problems] }
}

/** A packed workbook begins as every archive does, an old or a locked one as files of Windows did. */
function isBook([a, b, c, d]: Uint8Array): boolean {
  return (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0)
}

async function openBook(name: string, bytes: Uint8Array): Promise<OpenedFile | FileProblem> {
  const book = await readBook(bytes)
  if ('code' in book) return book
  const tables = book.map((sheet) => ({ title: sheet.name, sheet: asSheet(name, sheet, BOOK_FORM), known: null }))
  const problems = book.flatMap((sheet) => sheet.problems)
  return { form: 'book', encoding: null, separator: null, tables: tables.filter(hasRows), problems }
}

type OpenedText = Omit<OpenedFile, 'encoding'>

function openText(name: string, text: string): OpenedText | FileProblem {
  const start = text.slice(0, 500).trimStart()
  if (/^BEGIN:VCARD\s*$/im.test(start)) return openCards(name, text)
  if (start.startsWith('1CClientBankExchange')) return openStatement(text)
  if (start.startsWith('<')) return openExchange(name, text)
  const separator = findSeparator(text)
  const sheet = readSheet(name, text, separator)
  return { form: 'rows', separator, tables: [{ title: '', sheet, known: null }].filter(hasRows), problems: [] }
}

function openCards(name: string, text: string): OpenedText {
  const { cards, problems } = readCards(text)
  return { form: 'cards', separator: null, tables: [cardsTable(name, cards)].filter(hasRows), problems }
}

function openStatement(text: string): OpenedText | FileProblem {
  const { statement, problems } = readStatement(text)
  if (!statement) return problems.at(-1) ?? problemAt(1, 'statement-other')
  return { form: 'statement', separator: null, tables: [], statement, problems }
}

function openExchange(name: string, text: string): OpenedText | FileProblem {
  const { exchange, problems } = readExchange(text)
  // What broke it off says more than that it is no exchange, which comes last.
  if (!exchange) return problems[0] ?? problemAt(null, 'exchange-other')
  const orders = ordersTable(name, exchange)
  const tables = [goodsTable(name, exchange)].filter(hasRows)
  return { form: 'exchange', separator: null, tables, ...(orders && { orders }), problems }
}

/** Rows that are broken count, too: they are told. */
function hasRows({ sheet }: Table): boolean {
  return sheet.rows.length + sheet.broken.length > 0
}
