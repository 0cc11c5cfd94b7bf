import { type Accessor, createMemo } from 'solid-js'
import { COMPANY, company } from '../../shared/company/collections.ts'
import { ownCurrency } from '../../shared/company/rates.ts'
import { type WorkingTime, workingTimeOf } from '../../shared/company/workdays/workdays.ts'
import { createRecord } from '../data/page/solid.tsx'

/** The currency of reports; roubles until the company's record is here. */
export function createCurrency(): Accessor<string> {
  const record = createRecord(company, () => COMPANY)
  return () => ownCurrency(record()?.row ?? null)
}

/** When the company works; five days from nine to six until its record is here. */
export function createWorkingTime(): Accessor<WorkingTime> {
  const record = createRecord(company, () => COMPANY)
  return createMemo(() => workingTimeOf(record()?.row ?? null))
}
