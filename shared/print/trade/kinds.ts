import type { Paper } from '../paper.ts'
import { actOf } from './act-of.ts'
import type { Making } from './deal.ts'
import { type DealRecords, dealOf, type TradeDocument } from './deal-of.ts'
import { actPaper, invoicePaper, orderPaper } from './papers.ts'

/** Which papers there are of a document. */
export const PAPER_KINDS = ['customer', 'work', 'act', 'invoice'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** The paper of that kind. */
export function paperOf(kind: PaperKind, document: TradeDocument, records: DealRecords, making: Making): Paper {
  if (kind === 'act') return actPaper(dealOf(actOf(document), records), making)
  const deal = dealOf(document, records)
  return kind === 'invoice' ? invoicePaper(deal, making) : orderPaper(deal, kind, making)
}
