import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type CalendarException, type CalendarRecord, calendarRecords } from '../collections.ts'
import type { Start, Starts } from '../repeat/starts.ts'
import { exceptionsOf, startsOf, zoneOf } from '../slots/occurrences.ts'
import { companyZone } from './check.ts'

/** One of a repeated record, as acts find it. */
export interface One {
  readonly record: CalendarRecord
  readonly starts: Starts
  /** When the rule has it; null of one that was added beside the rule. */
  readonly start: Start | null
  readonly exception: CalendarException | undefined
  /** The zone in which the record is repeated. */
  readonly zone: string
}

/** Finds it; null where the record is not repeated. Failure `occurrence-unknown`. */
export function findOne(tx: Transaction, id: string, original: string | null): One | null {
  const record = tx.get(calendarRecords, id)
  const home = companyZone(tx)
  const starts = original === null ? null : startsOf(record, home)
  if (original === null || starts === null) return null
  const exception = exceptionsOf(record, starts).find(original)
  const start = exception?.added ? null : starts.named(original)
  if (start === null && !exception?.added) throw new Failure('occurrence-unknown')
  return { record, starts, start, exception, zone: zoneOf(record, home) }
}
