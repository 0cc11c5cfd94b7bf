import { COMPANY, company } from '../../company/collections.ts'
import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { isZone } from '../../time/days.ts'
import { type CalendarRecord, calendarRecords } from '../collections.ts'
import { readRule } from '../repeat/rule.ts'
import { checkTimes, type Times } from '../slots/when.ts'

/** What others must hear of when it changes (RFC 5545, SEQUENCE). */
const HEARD: readonly string[] = ['start', 'end', 'day', 'lastDay', 'zone', 'repeat', 'where', 'cancelled', 'gone']
const UTC = 'UTC'

type Given = Partial<Record<string, unknown>>

/** The company's zone, in which its calendar is. */
export function companyZone(tx: Transaction): string {
  return tx.find(company, COMPANY)?.zone ?? UTC
}

/** What a record of the calendar may say of time (SPEC E21, E25). Failures of `checkTimes` and `readRule`, `zone-unknown`. */
export function checkRecord(given: Given): void {
  const { start = null, end = null, day = null, lastDay = null, zone = null, repeat = null } = given
  checkTimes({ start, end, day, lastDay } as Times)
  if (typeof zone === 'string' && !isZone(zone)) throw new Failure('zone-unknown', { zone })
  if (typeof repeat === 'string') readRule(repeat)
}

/** The same of values that are about to be written; raises what others hear by (SPEC E34). */
export function checkSetting(tx: Transaction, id: string, values: Given): void {
  const record = tx.get(calendarRecords, id)
  if (!Object.keys(values).some((name) => HEARD.includes(name))) return
  checkRecord({ ...record, ...values })
  raise(tx, record)
}

/** Raises the number of changes; of a record that came by an invitation its sender counts alone (SPEC E34). */
export function raise(tx: Transaction, { id, uid, sequence }: Pick<CalendarRecord, 'id' | 'uid' | 'sequence'>): void {
  if (uid === null) tx.set(calendarRecords, id, { sequence: (sequence ?? 0) + 1 })
}

/** An event or job may not end before it starts; it need not say when it is. */
export function checkWork(given: Given): void {
  const { start = null, end = null } = given
  if (typeof start === 'number') checkTimes({ start, end, day: null, lastDay: null } as Times)
}
