import type { Paper } from '../../../shared/print/paper.ts'
import { actOf } from '../../../shared/print/trade/act-of.ts'
import type { Making } from '../../../shared/print/trade/deal.ts'
import { type DealRecords, dealOf, type TradeDocument } from '../../../shared/print/trade/deal-of.ts'
import { actPaper, invoicePaper, orderPaper } from '../../../shared/print/trade/papers.ts'

/** Which papers there are of a document. */
export type PaperKind = 'customer' | 'work' | 'act' | 'invoice'

/** The paper of that kind. */
export function paperOf(kind: PaperKind, document: TradeDocument, records: DealRecords, making: Making): Paper {
  if (kind === 'act') return actPaper(dealOf(actOf(document), records), making)
  const deal = dealOf(document, records)
  return kind === 'invoice' ? invoicePaper(deal, making) : orderPaper(deal, kind, making)
}
