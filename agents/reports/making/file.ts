import { asWorkbook } from '../../../shared/lists/workbook.ts'
import { reports as en } from '../../../shared/locales/en/work/reports.ts'
import { fill, type Language, type Words } from '../../../shared/locales/index.ts'
import { reports as ru } from '../../../shared/locales/ru/work/reports.ts'
import type { waysOfCompany } from '../../../shared/messages/parameters/around.ts'
import type { ReportTable } from '../../../shared/reports/answer.ts'
import type { ReportAsk } from '../../../shared/reports/ask.ts'
import type { ReportSchedule } from '../../../shared/reports/collections.ts'
import { isBySegment } from '../../../shared/reports/view/by-segment.ts'
import type { ReportPrint } from '../../../shared/reports/writing/layout.ts'
import { reportPaper } from '../../../shared/reports/writing/paper.ts'
import { reportSheet } from '../../../shared/reports/writing/sheet.ts'
import { asPdf } from '../../sending/papers/pdf.ts'

const WORDS: Readonly<Record<Language, Words['reports']>> = { ru, en }
const LOCALES = { ru: 'ru-RU', en: 'en-GB' } as const satisfies Readonly<Record<Language, string>>
const TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** How the company writes. */
export type Ways = ReturnType<typeof waysOfCompany>

/** A report as a file. */
export interface ReportFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What it is about, a line each. */
  readonly conditions: readonly string[]
}

/** A report of a schedule, of a plain day, in the form that it says. */
export async function fileOf(
  { name, form }: Pick<ReportSchedule, 'name' | 'form'>,
  ask: ReportAsk,
  table: ReportTable,
  { language, currency }: Ways,
  day: string,
): Promise<ReportFile> {
  const words = WORDS[language]
  const title = name ?? words.sources[ask.source]
  const conditions = [
    words.sources[ask.source],
    daysText(ask, words, language),
    ...(isBySegment(ask) ? [words.segmentsOverlap] : []),
    ...(ask.filter.length > 0 ? [fill(words.filterCount, { n: ask.filter.length })] : []),
  ]
  const naming = { names: table.names, language, words, currency: signOf(currency, language) }
  const print: ReportPrint = { ...ask, ...naming, title, conditions, table, code: currency }
  const kind = form ?? 'xlsx'
  const bytes =
    kind === 'pdf'
      ? new Uint8Array(await asPdf(reportPaper(print)))
      : new Uint8Array(await (await asWorkbook(reportSheet(print), title)).arrayBuffer())
  return { name: `${title} ${day}.${kind}`, type: TYPES[kind], bytes, conditions }
}

function daysText({ from, until }: ReportAsk, words: Words['reports'], language: Language): string {
  const said = (day: string) =>
    new Intl.DateTimeFormat(LOCALES[language], {
      timeZone: 'UTC',
      dateStyle: language === 'ru' ? 'short' : 'medium',
    }).format(Date.parse(day))
  if (from !== null && until !== null)
    return from === until ? said(from) : fill(words.days, { from: said(from), until: said(until) })
  if (from !== null) return fill(words.daysFrom, { from: said(from) })
  return until === null ? words.periods.all : fill(words.daysUntil, { until: said(until) })
}

function signOf(currency: string, language: Language): string {
  const parts = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency }).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}
