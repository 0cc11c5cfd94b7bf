import { formatBasis, parseBasis } from '../../../../../shared/basis/basis.ts'
import { Needles } from '../../../../../shared/columns/needles.ts'
import type { Event } from '../../../../../shared/events/collections.ts'
import { isOpen } from '../../../../../shared/events/standing.ts'
import type { Job } from '../../../../../shared/jobs/collections.ts'
import { isClosed, stateOf } from '../../../../../shared/jobs/states.ts'
import { DAY_MS } from '../../../../../shared/time/days.ts'
import type { AnyRow, StandingRows } from '../../standing-rows.ts'

/** Collections of what is planned for orders and customers. */
export const PLANNED_IN = ['events', 'jobs'] as const
type PlannedIn = (typeof PLANNED_IN)[number]

/** What is planned next for an order or its customer. */
export interface Next {
  readonly collection: PlannedIn
  readonly id: string
  /** Of an event; null of a job. */
  readonly kind: Event['kind']
  readonly subject: string | null
  /** When it begins, or is due; ms. */
  readonly at: number
  /** From when on it is overdue, ms. */
  readonly until: number
}

/** Where it finds what is planned. */
export interface Ground {
  rows(collection: PlannedIn): StandingRows
  /** The customer that an id means. */
  customer(id: string | null): string | null
  /** When a day of the company begins, ms. */
  dayStart(day: string): number
}

/** How states of what is open are written; of jobs none may be, which is open, too: all of them are looked at. */
const OPEN_EVENTS = new Needles(['"planned"', '"underway"'])

/**
 * What is planned, by the order and by the customer that it is for, kept as rows change: few of all events are, so that this is
 * small, and a card of a board finds its own without a look at the others.
 */
export class Upcoming {
  readonly #ground: Ground
  readonly #by = new Map<string, Map<string, Next>>()
  readonly #refs = new Map<string, string>()
  /** Nothing was asked yet, or whom customers mean has changed. */
  #isOld = true

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** A row has changed, come or gone. */
  note(collection: PlannedIn, id: string): void {
    if (this.#isOld) return
    this.#drop(id)
    const row = this.#ground.rows(collection).get(id)
    if (row) this.#put(collection, row)
  }

  /** More has changed than is worth mending. */
  noteAll(): void {
    this.#isOld = true
  }

  /** What is next for an order: of its own, else of its customer; the nearest, those overdue first. */
  of(order: string, customer: string | null): Next | null {
    if (this.#isOld) this.#make()
    const own = this.#by.get(formatBasis({ collection: 'orders', id: order }))
    const theirs = customer === null ? undefined : this.#by.get(formatBasis({ collection: 'customers', id: customer }))
    return nearest(own) ?? nearest(theirs)
  }

  /** Whom a row of these collections is planned for: `orders/<id>` or `customers/<id>`; null where it is not planned. */
  whom(id: string): string | null {
    if (this.#isOld) this.#make()
    return this.#refs.get(id) ?? null
  }

  #make(): void {
    this.#isOld = false
    this.#by.clear()
    this.#refs.clear()
    for (const row of this.#ground.rows('events').holding(OPEN_EVENTS)) this.#put('events', row)
    for (const row of this.#ground.rows('jobs').values()) this.#put('jobs', row)
  }

  #put(collection: PlannedIn, row: AnyRow): void {
    const whom = this.#whom(row)
    const next = row.gone || whom === null ? null : this.#nextOf(collection, row)
    if (next === null || whom === null) return
    this.#refs.set(row.id, whom)
    const others = this.#by.get(whom) ?? new Map<string, Next>()
    this.#by.set(whom, others.set(row.id, next))
  }

  #drop(id: string): void {
    const whom = this.#refs.get(id)
    if (whom === undefined) return
    this.#refs.delete(id)
    this.#by.get(whom)?.delete(id)
  }

  #whom(row: AnyRow): string | null {
    const { order, basis, customer } = row as unknown as { order?: string | null } & Pick<Event, 'basis' | 'customer'>
    if (order) return formatBasis({ collection: 'orders', id: order })
    const from = parseBasis(basis)
    if (from?.collection === 'orders') return formatBasis(from)
    const meant = this.#ground.customer(customer)
    return meant === null ? null : formatBasis({ collection: 'customers', id: meant })
  }

  #nextOf(collection: PlannedIn, row: AnyRow): Next | null {
    // Rows stand under their own collection's name.
    return collection === 'events' ? eventNext(row as unknown as Event) : this.#jobNext(row as unknown as Job)
  }

  #jobNext(job: Job): Next | null {
    const day = job.due === null ? null : this.#ground.dayStart(job.due)
    const at = job.start ?? day
    if (at === null || isClosed(stateOf(job))) return null
    const { id, subject } = job
    return { collection: 'jobs', id, kind: null, subject, at, until: day === null ? at : day + DAY_MS }
  }
}

function eventNext(event: Event): Next | null {
  const at = event.start ?? event.end
  if (at === null || !isOpen(event)) return null
  const { id, kind, subject } = event
  return { collection: 'events', id, kind, subject, at, until: event.end ?? at }
}

function nearest(planned: ReadonlyMap<string, Next> | undefined): Next | null {
  let best: Next | null = null
  for (const one of planned?.values() ?? []) if (best === null || isSooner(one, best)) best = one
  return best
}

function isSooner(a: Next, b: Next): boolean {
  return a.at < b.at || (a.at === b.at && a.id < b.id)
}
