import type { ReportAsk } from '../../../../shared/reports/ask.ts'
import type { ReportFigure } from '../../../../shared/reports/behind.ts'

/** A figure that is open: what its report asked, which one it is, and what it is called. */
export interface OpenFigure {
  readonly ask: ReportAsk
  readonly figure: ReportFigure
  readonly name: string
}
