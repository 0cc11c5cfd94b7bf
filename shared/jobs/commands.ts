import { Failure } from '../errors.ts'
import { type Between, placesBetween } from '../orders/board/card-place.ts'
import { placeAfter } from '../records/declarations/place.ts'
import { newEntryId } from '../records/keys/id.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { type JobState, jobs } from './collections.ts'
import { isClosed, stateOf } from './states.ts'
import { openOf, runningIn, timingsOf } from './timers.ts'

/** A timer that is started. */
export interface TimerStart {
  readonly id: string
  /** Jobs in which other timers of the person may run: these end as it starts (SPEC Q25). */
  readonly ids: readonly string[]
  /** The id of its entry, where it is known. */
  readonly entry?: string
}

/**
 * Starts the timer of whoever acts on a job, and stops those that run (SPEC Q25). A job that was to be done is under way then.
 * One that runs there already goes on. Failure `timer-nobody`: the account is no person.
 */
export function startTimer(tx: Transaction, { id, ids, entry = newEntryId() }: TimerStart): void {
  const { person } = tx
  if (person === null) throw new Failure('timer-nobody')
  const job = tx.get(jobs, id)
  const now = tx.now()
  stopOthers(
    tx,
    ids.filter((one) => one !== id),
    person,
    now,
  )
  if (runningIn(job, person).length > 0) return
  tx.add(jobs, id, 'spent', entry, { person, from: now, place: placeAfter(job.spent) })
  if (stateOf(job) === 'todo') tx.set(jobs, id, { state: 'underway' })
}

function stopOthers(tx: Transaction, ids: readonly string[], person: string, now: number): void {
  for (const id of ids) {
    const job = tx.find(jobs, id)
    if (job) stopAll(tx, job, person, now)
  }
}

function stopAll(
  tx: Transaction,
  job: Parameters<typeof runningIn>[0] & { readonly id: string },
  person: string | null,
  now: number,
) {
  for (const { id: entry, from } of runningIn(job, person)) {
    tx.setEntry(jobs, job.id, 'spent', entry, { until: Math.max(from ?? now, now) })
  }
}

/** A timer that is stopped. */
export interface TimerStop {
  readonly id: string
  readonly entry: string
  /** Instant, ms; without it, now. Never before its start. */
  readonly until?: number
}

/** Stops a timer. One that was stopped meanwhile stays as it is. */
export function stopTimer(tx: Transaction, { id, entry, until = tx.now() }: TimerStop): void {
  const found = runningIn(tx.get(jobs, id), null).find((one) => one.id === entry)
  if (found) tx.setEntry(jobs, id, 'spent', entry, { until: Math.max(found.from ?? until, until) })
}

/** Writes down where timers of whoever acts ended that nobody stopped (SPEC Q27, Q36). `ids`: all jobs in which his timers began lately. */
export function settleTimers(tx: Transaction, { ids }: { readonly ids: readonly string[] }): void {
  const found = ids.flatMap((id) => tx.find(jobs, id) ?? [])
  const own = timingsOf(found).filter(({ person }) => person === tx.person)
  for (const { job, entry, ended } of openOf(own)) {
    if (ended !== null) tx.setEntry(jobs, job, 'spent', entry, { until: ended })
  }
}

/** Stops all timers of a job, if it is closed: to be called wherever its state was written (SPEC Q29). */
export function stopWhereClosed(tx: Transaction, id: string): void {
  const job = tx.get(jobs, id)
  if (isClosed(stateOf(job))) stopAll(tx, job, null, tx.now())
}

/** What is done to a job on the board, or by one tap. */
export interface JobMove {
  readonly id: string
  readonly state?: JobState
  /** Given where its card came into the lane of somebody else. */
  readonly performer?: string | null
  /** Given where the place among the cards was chosen. */
  readonly between?: Between
}

/** Puts a job into a state, a lane and a place in one act; one that is closed so has no timers that run (SPEC Q29). */
export function moveJob(tx: Transaction, { id, state, performer, between }: JobMove): void {
  const job = tx.get(jobs, id)
  if (job.gone) throw new Failure('record-missing', { collection: 'jobs', id })
  if (state !== undefined && state !== stateOf(job)) tx.set(jobs, id, { state })
  if (state !== undefined) stopWhereClosed(tx, id)
  if (performer !== undefined) tx.set(jobs, id, { performer })
  if (between) putCard(tx, id, between)
}

function putCard(tx: Transaction, id: string, { above, below, tied }: Between): void {
  const cards = [id, ...tied]
  for (const [i, cardPlace] of placesBetween(above, below, cards.length).entries()) {
    tx.set(jobs, cards[i] ?? id, { cardPlace })
  }
}
