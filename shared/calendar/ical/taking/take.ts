import type { Transaction } from '../../../records/writing/transaction.ts'
import { checkRecord, companyZone } from '../../acts/check.ts'
import { dropException, NO_DIFFERENCE, putException } from '../../acts/exceptions.ts'
import { type CalendarRecord, calendarRecords } from '../../collections.ts'
import type { ReadRecord } from '../reading/read.ts'
import { idOfUid } from '../uid.ts'
import { answers, type Outcome, outcomeOf, type People } from './outcome.ts'
import { draftOf, exceptionsOf, type Taken, takenOf, zoneOfKnown } from './values.ts'

/** What a file gives, and who of the company has which address (in small letters). */
export interface ToTake {
  readonly invited: readonly ReadRecord[]
  readonly people: People
}

/** What became of each UID, in the order in which they were given. */
export interface TakenIn {
  readonly outcomes: readonly { readonly id: string; readonly outcome: Outcome }[]
}

/** Takes a calendar file's records: twice is once, an older number changes nothing (SPEC E7, E10, E11). Failures of `checkRecord`. */
export function takeInvitation(tx: Transaction, { invited, people }: ToTake): TakenIn {
  const outcomes = invited.map((read) => {
    const { id } = idOfUid(read.uid)
    const known = tx.find(calendarRecords, id)
    const outcome = outcomeOf(read, known, people)
    if (outcome === 'made') make(tx, id, read, people)
    else if (known) apply(tx, { outcome, known, read, people })
    return { id, outcome }
  })
  return { outcomes }
}

function make(tx: Transaction, id: string, read: ReadRecord, people: People): void {
  const taken = takenOf(read, read.uid, (email) => people[email] ?? null)
  if (!taken) return
  checkRecord(taken.fields)
  tx.create(calendarRecords, id, draftOf(taken, tx.person))
}

interface Applied {
  readonly outcome: Outcome
  readonly known: CalendarRecord
  readonly read: ReadRecord
  readonly people: People
}

function apply(tx: Transaction, { outcome, known, read, people }: Applied): void {
  if (outcome === 'answered') answer(tx, known, read, people)
  if (outcome === 'cancelled') cancel(tx, known, read)
  if (outcome === 'changed' || outcome === 'restored') change(tx, known, read, people)
}

function answer(tx: Transaction, known: CalendarRecord, read: ReadRecord, people: People): void {
  for (const { participant, answer: said } of answers(read, known, people)) {
    tx.setEntry(calendarRecords, known.id, 'participants', participant, { answer: said })
  }
}

/** The whole is cancelled; or single ones are removed. */
function cancel(tx: Transaction, known: CalendarRecord, read: ReadRecord): void {
  const { sequence, stamp } = takenOf(read, read.uid, () => null)?.fields ?? {}
  tx.set(calendarRecords, known.id, { sequence: sequence ?? null, stamp: stamp ?? null })
  if (read.whole) tx.set(calendarRecords, known.id, { cancelled: true })
  for (const { original } of singles(tx, known, read)) {
    if (original) putException(tx, tx.get(calendarRecords, known.id), original, { removed: true })
  }
}

function change(tx: Transaction, known: CalendarRecord, read: ReadRecord, people: People): void {
  const taken = takenOf(read, read.uid, (email) => people[email] ?? null)
  if (!taken) return
  if (known.gone) tx.restore(calendarRecords, known.id)
  if (read.whole) changeWhole(tx, known, taken)
  else {
    const { sequence = null, stamp = null } = taken.fields
    tx.set(calendarRecords, known.id, { sequence, stamp })
    for (const one of singles(tx, known, read)) {
      if (one.original) putException(tx, tx.get(calendarRecords, known.id), one.original, one)
    }
  }
}

function singles(tx: Transaction, known: CalendarRecord, read: ReadRecord) {
  return exceptionsOf({ ...read, whole: null }, { zone: zoneOfKnown(known, companyZone(tx)) }).values()
}

/** The sender's word for the whole: single ones and participants that he names no more are gone; an answer that he does not know stays. */
function changeWhole(tx: Transaction, known: CalendarRecord, { fields, participants, exceptions }: Taken): void {
  checkRecord({ ...known, ...fields })
  tx.set(calendarRecords, known.id, fields)
  for (const one of known.exceptions) if (!exceptions.has(one.id)) dropException(tx, known, one)
  for (const one of exceptions.values()) {
    if (one.original) putException(tx, tx.get(calendarRecords, known.id), one.original, { ...NO_DIFFERENCE, ...one })
  }
  for (const { id } of known.participants)
    if (!participants.has(id)) tx.removeEntry(calendarRecords, known.id, 'participants', id)
  for (const [id, one] of participants) putParticipant(tx, known.id, id, one)
}

function putParticipant(tx: Transaction, record: string, id: string, values: Parameters<typeof tx.setEntry>[4]): void {
  const isHere = tx.get(calendarRecords, record).participants.some((one) => one.id === id)
  if (!isHere && tx.at(calendarRecords, record, `participants/${id}`))
    tx.write(calendarRecords, record, `participants/${id}/gone`, false)
  if (tx.at(calendarRecords, record, `participants/${id}`))
    tx.setEntry(calendarRecords, record, 'participants', id, values)
  else tx.add(calendarRecords, record, 'participants', id, values)
}
