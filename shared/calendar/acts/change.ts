import { COMMON } from '../../documents/families.ts'
import type { Draft } from '../../records/declarations/collection.ts'
import { derivedId } from '../../records/keys/id.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { addDays } from '../../time/days.ts'
import { type CalendarRecord, calendarRecords } from '../collections.ts'
import { writeRule } from '../repeat/rule.ts'
import { originalAt, type Start } from '../repeat/starts.ts'
import { movedTo } from '../slots/occurrences.ts'
import { checkTimes, type When, whenOf, wholeDays } from '../slots/when.ts'
import { raise } from './check.ts'
import { differenceOf, dropException, exceptionId, NO_TIMES, putException } from './exceptions.ts'
import { findOne, type One } from './one.ts'
import { endedBefore, type Series, seriesMoved } from './series.ts'

/** Which of a series an act means: this one, this and all that follow, all. */
export type Scope = 'this' | 'following' | 'all'

/** Which one, or the record where it is not repeated (`original` null). */
export interface OneOf {
  readonly id: string
  readonly original: string | null
  readonly scope: Scope
}

/** What becomes of it; what is left out stays. */
export interface Changes {
  /** Where this one is to stand: the others move along by as much. */
  readonly when?: When
  readonly subject?: string | null
  readonly where?: string | null
}

/**
 * Moves, stretches or renames one of a repeated record, it and those that follow, or all (SPEC E31 to E33). Failures
 * `occurrence-unknown`, `end-before-start`, `repeat-not-moved`.
 */
export function changeOccurrence(tx: Transaction, { id, original, scope, ...changes }: OneOf & Changes): void {
  if (changes.when) checkTimes(changes.when)
  const one = findOne(tx, id, original)
  if (one === null) changeRecord(tx, tx.get(calendarRecords, id), changes)
  else if (scope === 'this' || one.start === null) changeThis(tx, one, original ?? '', changes)
  else if (scope === 'all') changeAll(tx, one, one.start, changes)
  else changeFollowing(tx, one, one.start, changes)
}

function changeRecord(tx: Transaction, record: CalendarRecord, changes: Changes): void {
  tx.set(calendarRecords, record.id, fieldsOf(changes))
  raise(tx, record)
}

function changeThis(tx: Transaction, { record, exception }: One, original: string, changes: Changes): void {
  putException(tx, record, exception?.original ?? original, fieldsOf(changes))
  raise(tx, record)
}

function changeAll(tx: Transaction, one: One, start: Start, changes: Changes): void {
  const { record, exception } = one
  const { when, ...words } = changes
  if (exception) clear(tx, record, exception.id, changes)
  if (when) {
    const series = seriesMoved(one, start, firstOf(one), when)
    tx.set(calendarRecords, record.id, { ...series.when, repeat: writeRule(series.rule) })
    if (series.days !== 0) moveExceptions(tx, tx.get(calendarRecords, record.id), series.days)
  }
  tx.set(calendarRecords, record.id, words)
  raise(tx, record)
}

/** It is as all others are now: what differed about it in the same things is gone. */
function clear(tx: Transaction, record: CalendarRecord, entry: string, { when, ...words }: Changes): void {
  const empty = Object.fromEntries(Object.keys(words).map((name) => [name, null]))
  tx.setEntry(calendarRecords, record.id, 'exceptions', entry, { ...(when && NO_TIMES), ...empty })
}

/** What differs keeps to its own one, which has another name now (SPEC E32). */
function moveExceptions(tx: Transaction, record: CalendarRecord, days: number): void {
  for (const exception of record.exceptions) if (!exception.added) dropException(tx, record, exception)
  const bare = { ...record, exceptions: record.exceptions.filter(({ added }) => added) }
  for (const exception of record.exceptions) {
    if (exception.original === null || exception.added) continue
    putException(tx, bare, onDay(exception.original, days), differenceOf(exception))
  }
}

function onDay(original: string, days: number): string {
  return addDays(original.slice(0, 10), days) + original.slice(10)
}

function changeFollowing(tx: Transaction, one: One, start: Start, changes: Changes): void {
  const { count, last } = one.starts.before(start)
  if (last === null) changeAll(tx, one, start, changes)
  else splitAt(tx, one, { start, last, count }, changes)
}

/** Where a series is split: the first that is another's, the last that stays, and how many stay. */
interface Split {
  readonly start: Start
  readonly last: Start
  readonly count: number
}

function splitAt(tx: Transaction, one: One, { start, last, count }: Split, changes: Changes): void {
  const { record, starts } = one
  const series = changes.when
    ? seriesMoved(one, start, start, changes.when)
    : { when: whenAt(record, start), rule: starts.rule, days: 0 }
  const left = series.rule.count === null ? null : series.rule.count - count
  tx.set(calendarRecords, record.id, { repeat: endedBefore(one, last) })
  begin(tx, one, start, { ...series, rule: { ...series.rule, count: left } }, changes)
  raise(tx, record)
}

/** The series that goes on from there: a record of its own, the same however often it is split there. */
function begin(tx: Transaction, { record, exception }: One, start: Start, series: Series, changes: Changes): void {
  const { when, ...words } = changes
  const id = derivedId(COMMON, tx.now(), 'calendar', `${record.id} ${start.original}`)
  const later = record.exceptions.filter(({ original }) => original !== null && original >= start.original)
  const draft: Draft<typeof calendarRecords> = {
    ...kept(record),
    ...series.when,
    repeat: writeRule(series.rule),
    ...words,
    exceptions: Object.fromEntries(
      later.flatMap((one) => {
        if (one.original === null) return []
        const original = onDay(one.original, one.added ? 0 : series.days)
        const isThis = one.id === exception?.id
        return [[exceptionId(original), { original, ...differenceOf(one), ...(isThis && when && NO_TIMES) }]]
      }),
    ),
  }
  tx.create(calendarRecords, id, draft)
  for (const one of later) dropException(tx, record, one)
}

/** What a series hands on to the one that follows it. */
function kept(record: CalendarRecord): Draft<typeof calendarRecords> {
  const { subject, zone, where, free, responsible, customer, contact, basis, text, tags } = record
  const entries = <T extends { readonly id: string }>(list: readonly T[], of: (entry: T) => object) =>
    Object.fromEntries(list.map((entry) => [entry.id, of(entry)]))
  return {
    ...{ subject, zone, where, free, responsible, customer, contact, basis, text, tags },
    participants: entries(record.participants, ({ person, name, email, answer, place }) => ({
      person,
      name,
      email,
      answer,
      place,
    })),
    reminders: entries(record.reminders, ({ person, before }) => ({ person, before })),
  }
}

function whenAt(record: CalendarRecord, start: Start): When {
  return movedTo(whenOf(record) ?? wholeDays(start.original), start.at)
}

function firstOf({ record, zone }: One): Start {
  const at = record.day ?? record.start ?? 0
  return { original: typeof at === 'string' ? at : originalAt(at, zone), at }
}

function fieldsOf({ when, ...words }: Changes) {
  return { ...when, ...words }
}
