import type { Claim } from '../../../../shared/bank/claims.ts'
import type { EnteredPayment } from '../../../../shared/bank/twice.ts'

/**
 * What waits for money, and which payments of banks are entered: of so many orders or invoices, by place; all are asked for
 * part by part, so that others are heard between. It is answered once.
 */
export interface ClaimsQuery {
  readonly what: 'claims'
  readonly of: 'orders' | 'invoices'
  readonly from: number
  readonly to: number
}

export interface ClaimsAnswer {
  readonly what: 'claims'
  /** Orders or invoices in all. */
  readonly count: number
  readonly claims: readonly Claim[]
  /** Of orders: payments of banks that stand in them. */
  readonly payments: readonly EnteredPayment[]
}
