import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { calendarRecords } from '../collections.ts'
import type { OneOf } from './change.ts'
import { raise } from './check.ts'
import { dropException, NO_TIMES, putException } from './exceptions.ts'
import { findOne, type One } from './one.ts'
import { endedBefore } from './series.ts'

/** Removes one of a repeated record, it and those that follow, or all (SPEC E31, E33). Failure `occurrence-unknown`. */
export function removeOccurrence(tx: Transaction, { id, original, scope }: OneOf): void {
  const one = scope === 'all' ? null : findOne(tx, id, original)
  if (one === null) tx.remove(calendarRecords, id)
  else if (scope === 'following') endSeries(tx, one)
  else removeThis(tx, one, original ?? '')
  raise(tx, tx.get(calendarRecords, id))
}

function removeThis(tx: Transaction, { record, start, exception }: One, original: string): void {
  if (exception?.added) dropException(tx, record, exception)
  else putException(tx, record, exception?.original ?? start?.original ?? original, { removed: true, ...NO_TIMES })
}

function endSeries(tx: Transaction, one: One): void {
  const { starts, start, record } = one
  if (start === null) throw new Failure('occurrence-unknown')
  const { last } = starts.before(start)
  if (last === null) tx.remove(calendarRecords, record.id)
  else tx.set(calendarRecords, record.id, { repeat: endedBefore(one, last) })
}

/** One of a repeated record is as the rule has it again, whatever became of it. */
export function restoreOccurrence(tx: Transaction, { id, original }: Omit<OneOf, 'scope'>): void {
  const one = findOne(tx, id, original)
  if (one === null) tx.restore(calendarRecords, id)
  else if (one.exception && one.start) dropException(tx, one.record, one.exception)
  raise(tx, tx.get(calendarRecords, id))
}
