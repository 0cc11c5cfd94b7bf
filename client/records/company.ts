import type { Accessor } from 'solid-js'
import { COMPANY, company } from '../../shared/company/collections.ts'
import { ownCurrency } from '../../shared/company/rates.ts'
import { createRecord } from '../data/page/solid.tsx'

/** The currency of reports; roubles until the company's record is here. */
export function createCurrency(): Accessor<string> {
  const record = createRecord(company, () => COMPANY)
  return () => ownCurrency(record()?.row ?? null)
}
