import { Failure } from '../../errors.ts'
import { events } from '../../events/collections.ts'
import { jobs } from '../../jobs/collections.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import type { InCalendar } from '../slots/slot.ts'
import { checkTimes, type When } from '../slots/when.ts'
import { changeOccurrence, type OneOf } from './change.ts'

/** Whatever stands in the calendar, by its slot. */
export interface SlotOf extends OneOf {
  readonly collection: InCalendar
}

/**
 * Moves or stretches what stands in the calendar (SPEC E31, E35). Failures of `changeOccurrence`; `when-missing` for an
 * event on whole days, which it cannot take.
 */
export function moveSlot(tx: Transaction, { collection, when, ...one }: SlotOf & { readonly when: When }): void {
  checkTimes(when)
  if (collection === 'calendarRecords') changeOccurrence(tx, { ...one, when })
  else if (collection === 'jobs') moveJob(tx, one.id, when)
  else if (when.day !== null) throw new Failure('when-missing')
  else tx.set(events, one.id, { start: when.start, end: when.end })
}

/** On whole days a job is due by the last of them, and has no time. */
function moveJob(tx: Transaction, id: string, { start, end, lastDay }: When): void {
  tx.set(jobs, id, { start, end, ...(lastDay !== null && { due: lastDay }) })
}
