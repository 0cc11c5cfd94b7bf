import type { Claim } from '../../../../shared/bank/claims.ts'
import { type EnteredPayment, enteredTwice, type Twice } from '../../../../shared/bank/twice.ts'
import type { organisations } from '../../../../shared/company/collections.ts'
import type { Row } from '../../../../shared/records/declarations/collection.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import type { DataClient } from '../../../data/page/client.ts'

/** So many orders are asked for at a time: a moment each. */
const PART = 1000

/** What the payments of a statement may meet. */
export interface Waiting {
  readonly claims: readonly Claim[]
  /** Ids of the bank's payments that are entered, and those that several devices have entered apart. */
  readonly entered: readonly string[]
  readonly twice: readonly Twice[]
  /** The company's own accounts. */
  readonly accounts: readonly string[]
}

/** All that waits for money, and what is entered of banks' payments. */
export async function gatherClaims(data: DataClient, underWay: UnderWay): Promise<Waiting> {
  const { rows } = await data.once({ what: 'all', collection: 'organisations' })
  const [orders, invoices] = [await every(data, 'orders', underWay), await every(data, 'invoices', underWay)]
  return {
    claims: [...orders.claims, ...invoices.claims],
    entered: orders.payments.map(({ payment }) => payment),
    twice: enteredTwice(orders.payments),
    accounts: rows.flatMap((row) => accountsOf(row)),
  }
}

async function every(data: DataClient, of: 'orders' | 'invoices', { onProgress, signal }: UnderWay) {
  const claims: Claim[] = []
  const payments: EnteredPayment[] = []
  for (let from = 0, count = 1; from < count; from += PART) {
    const answer = await data.once({ what: 'claims', of, from, to: from + PART })
    signal.throwIfAborted()
    claims.push(...answer.claims)
    payments.push(...answer.payments)
    count = answer.count
    onProgress({ done: Math.min(from + PART, count), total: count, way: 'forth' })
  }
  return { claims, payments }
}

function accountsOf({ accounts }: Row<typeof organisations>): string[] {
  return accounts.flatMap(({ account }) => account ?? [])
}
