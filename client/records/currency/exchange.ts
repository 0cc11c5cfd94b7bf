import { type Accessor, createMemo } from 'solid-js'
import { COMPANY, company, currencies } from '../../../shared/company/collections.ts'
import { type Exchange, exchangeOf } from '../../../shared/company/rates.ts'
import { createEvery, createRecord } from '../../data/page/solid.tsx'

/** Sums in the company's currency, by the rates that are known now. */
export function createExchange(): Accessor<Exchange> {
  const own = createRecord(company, () => COMPANY)
  const all = createEvery(currencies)
  return createMemo(() => exchangeOf(own()?.row ?? null, all()))
}
