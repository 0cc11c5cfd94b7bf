import type { ReportChange, ReportTable } from '../../../../shared/reports/answer.ts'
import type { ReportAsk } from '../../../../shared/reports/ask.ts'

/** A report, kept while what it tells of changes. */
export interface ReportQuery {
  readonly what: 'report'
  readonly ask: ReportAsk
}

/** A report: whole, or what of it has changed since the last answer (`tableAfter`). */
export interface ReportAnswer {
  readonly what: 'report'
  readonly told: ReportTable | ReportChange
}
