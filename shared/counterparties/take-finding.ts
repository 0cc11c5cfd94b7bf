import type { Draft } from '../records/declarations/collection.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { counterparties } from './collections.ts'
import { counterpartyId } from './counterparty-id.ts'
import type { Finding } from './finding.ts'

/**
 * Writes what came of asking for an INN at `at` (ms). Only what has changed is written, so the record's history is the company's; what
 * stands stays where a service was asked in vain.
 */
export function takeFinding(tx: Transaction, inn: string, finding: Finding, at: number): void {
  const id = counterpartyId(inn)
  const known = tx.find(counterparties, id)
  const values = valuesOf(inn, finding, at)
  if (known) tx.set(counterparties, id, values)
  else tx.create(counterparties, id, values)
}

function valuesOf(inn: string, finding: Finding, at: number): Draft<typeof counterparties> {
  if (finding.is === 'failed') return { inn, failed: at, trouble: finding.trouble }
  const heard = { inn, source: finding.source, checked: at, failed: null, trouble: null }
  return finding.is === 'found' ? { ...finding.facts, ...heard } : { ...heard, trouble: 'unknownInn' }
}
