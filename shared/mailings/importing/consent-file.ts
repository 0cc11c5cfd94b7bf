import { formOf } from '../../importing/layout/form-of.ts'
import { dateReader, instantOf } from '../../importing/reading/dates.ts'
import type { Sheet, SheetRow } from '../../importing/reading/sheet.ts'
import { readAddress } from '../../messages/acts/address.ts'
import type { Way } from '../../messages/collections.ts'
import type { MailingConsent } from '../collections.ts'
import { toOf } from '../consent-id.ts'

/** What a row says of an address or number. */
export interface ConsentRow {
  readonly line: number
  readonly way: Way
  readonly to: string
  /** Or takes it back. */
  readonly agrees: boolean
  /** Ms since 1970. */
  readonly at: number
  readonly by: NonNullable<MailingConsent['givenBy']>
  /** From where, in the words of the file. */
  readonly where: string
}

/** Why a row says nothing that can be kept. */
export const CONSENT_FAULTS = ['noAddress', 'noDate', 'dateAhead', 'noWord'] as const
export type ConsentFault = (typeof CONSENT_FAULTS)[number]

/** A file of consents as it was understood; `columns`: which of its columns says what, null for none. */
export interface ConsentFile {
  readonly columns: { readonly [P in Part]: string | null }
  readonly rows: readonly ConsentRow[]
  readonly refused: readonly { readonly line: number; readonly text: string; readonly fault: ConsentFault }[]
}

interface Ground {
  /** ISO 3166-1, of numbers without a code. */
  readonly country: string | null
  readonly zone: string
  readonly now: number
}

/** What columns of the parts are called in lists of consents, in either language. */
const NAMES = {
  to: /^(адрес|e-?mail|(эл\S* |электронная )?почта|телефон|моб|номер|phone|mobile|mail|number|address|to$)/i,
  way: /^(способ|канал|way|channel)/i,
  at: /^(когда|дата|время|получено|date|when|time|given)/i,
  where: /^(откуда|источник|где|where|source|from)/i,
  agrees: /^(согла|подпис|consent|agree|subscri|opt)/i,
} as const
type Part = keyof typeof NAMES
/** What ways are called. */
const WAYS: readonly (readonly [RegExp, Way])[] = [
  [/sms|смс|тел|phone/i, 'sms'],
  [/письм|почт|mail|letter/i, 'letter'],
]
const NO = /^(нет|no|n|0|-|false|ложь|отписан|отпис|отказ|отозва|unsub|withdr)/i
const YES = /^(да|yes|y|1|\+|true|истина|есть|соглас|подпис|agree|subscr|given)/i
/** From where, by words that people use for it. */
const SOURCES: readonly (readonly [RegExp, ConsentRow['by']])[] = [
  [/сайт|форм[аы] на|лендинг|web|site|online/i, 'siteForm'],
  [/бума|анкет|paper/i, 'paperForm'],
  [/устн|звон|телефон|разговор|spoken|call/i, 'spoken'],
  [/жалоб|complain/i, 'complaint'],
]

/** Reads a file of consents: an address or number, and when, in each row; way, where from and yes or no where a column says it (SPEC BM21). */
export function readConsents(sheet: Sheet, ground: Ground): ConsentFile {
  const columns = columnsOf(sheet)
  const dates = dateReader(formOf(sheet).dates)
  const read = sheet.rows.map((row) => ({ row, said: rowOf(row, columns, dates, ground) }))
  return {
    columns,
    rows: read.flatMap(({ said }) => (typeof said === 'string' ? [] : said)),
    refused: read.flatMap(({ row, said }) =>
      typeof said === 'string' ? { line: row.line, text: Object.values(row.cells).join('; '), fault: said } : [],
    ),
  }
}

type Columns = ConsentFile['columns']

/** Each column says one thing, the first that its name fits; an address is also known by its look. */
function columnsOf({ columns, rows }: Sheet): Columns {
  const named = (part: Part) => columns.find((name) => NAMES[part].test(name.trim())) ?? null
  const looks = columns.find((name) => rows.slice(0, 20).some(({ cells }) => cells[name]?.includes('@'))) ?? null
  const to = named('to') ?? looks
  return { to, way: named('way'), at: named('at'), where: named('where'), agrees: named('agrees') }
}

function rowOf(
  { line, cells }: SheetRow,
  columns: Columns,
  dates: ReturnType<typeof dateReader>,
  { country, zone, now }: Ground,
): ConsentRow | ConsentFault {
  const cell = (part: Part) => cells[columns[part] ?? ''] ?? ''
  const way = wayOf(cell('way'), cell('to'))
  const read = readAddress(way, cell('to'), country)
  if (read === null) return 'noAddress'
  const date = dates(cell('at'))
  if (date === null) return 'noDate'
  const at = instantOf(date, zone)
  if (at > now) return 'dateAhead'
  const agrees = agreesIn(cell('agrees'))
  if (agrees === null) return 'noWord'
  const where = cell('where')
  const by = SOURCES.find(([words]) => words.test(where))?.[1] ?? 'importedFile'
  return { line, way, to: toOf(way, read), agrees, at, by, where }
}

function wayOf(said: string, to: string): Way {
  return WAYS.find(([words]) => words.test(said))?.[1] ?? (to.includes('@') ? 'letter' : 'sms')
}

/** Where nothing is said, a list of consents is of those who agree. */
function agreesIn(said: string): boolean | null {
  if (said === '') return true
  if (NO.test(said)) return false
  return YES.test(said) ? true : null
}
