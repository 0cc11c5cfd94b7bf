import type { JsonObject } from '../records/declarations/value.ts'
import { type Basis, formatBasis } from './basis.ts'
import type { Taken } from './taken.ts'

/** What jobs and records of the calendar are made from, and by whom. */
export interface Begun {
  readonly basis: Basis
  readonly taken: Taken
  /** What the basis is called: the subject, until somebody says more. */
  readonly name: string
  /** The person who makes it, by id; null for an account without one. */
  readonly person: string | null
  /** Milliseconds since 1970. */
  readonly now: number
}

const HOUR = 3_600_000

/** A job as it begins on a basis. */
export function jobOn({ basis, taken, name, person }: Begun): JsonObject {
  const { customer, order, responsible, text } = taken
  return {
    ...{ subject: name, state: 'todo', customer, order, text },
    ...{ performer: responsible ?? person, basis: formatBasis(basis) },
  }
}

/** A record of the calendar as it begins on a basis: an hour from the next full one on. */
export function calendarRecordOn({ basis, taken, name, person, now }: Begun): JsonObject {
  const { customer, responsible, text } = taken
  const start = Math.ceil(now / HOUR) * HOUR
  return {
    ...{ subject: name, start, end: start + HOUR, customer, text },
    ...{ responsible: responsible ?? person, basis: formatBasis(basis) },
  }
}
