import type { ReportAsk } from '../ask.ts'

/** Whether a report is told apart by segments, of which a customer may be in several: its rows may come to more than its total (SPEC RP21). */
export function isBySegment(ask: Pick<ReportAsk, 'rows' | 'columns'> | undefined): boolean {
  return ask !== undefined && [...ask.rows, ask.columns].includes('segment')
}
