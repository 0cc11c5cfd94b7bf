import type { Accessor } from 'solid-js'
import { type Counterparty, counterparties } from '../../../shared/counterparties/collections.ts'
import { counterpartyId } from '../../../shared/counterparties/counterparty-id.ts'
import { type Risk, riskOf } from '../../../shared/counterparties/risk.ts'
import { createRecord } from '../../data/page/solid.tsx'
import { useNow } from '../now.tsx'

/** What is known of the company of an INN, and how it is weighed. */
export interface KnownCounterparty {
  /** Null: nothing yet. */
  readonly row: Accessor<Counterparty | null>
  readonly risk: Accessor<Risk>
}

/** What the device knows of the company of an INN; null: no INN. */
export function createCounterparty(inn: Accessor<string | null>): KnownCounterparty {
  const record = createRecord(counterparties, () => {
    const asked = inn()
    return asked ? counterpartyId(asked) : null
  })
  return createWeighed(() => record()?.row ?? null)
}

/** A record, and how it is weighed. */
export function createWeighed(row: Accessor<Counterparty | null>): KnownCounterparty {
  const now = useNow()
  return { row, risk: () => riskOf(row(), now()) }
}
