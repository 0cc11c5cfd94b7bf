import type { ReportTable } from '../../../../shared/reports/answer.ts'
import type { ReportAsk } from '../../../../shared/reports/ask.ts'

/** A report, kept while what it tells of changes. */
export interface ReportQuery {
  readonly what: 'report'
  readonly ask: ReportAsk
}

export interface ReportAnswer {
  readonly what: 'report'
  readonly table: ReportTable
}
