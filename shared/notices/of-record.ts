import type { CalendarRecord } from '../calendar/collections.ts'
import type { Event } from '../events/collections.ts'
import { overdueFrom } from '../events/standing.ts'
import type { Job } from '../jobs/collections.ts'
import type { Move, Order } from '../orders/collections.ts'
import { COMPLETED } from '../orders/moves/completed.ts'
import type { Since } from '../records/declarations/collection.ts'
import { type Notice, type Noticed, type NoticeLook, notice } from './notice.ts'

interface Dated {
  readonly id: string
  readonly madeAt: number
  readonly madeBy: string
  readonly since?: Since
}

/** An order: that it was given to one, and where others have moved it since. */
export function noticesOfOrder(order: Order, look: NoticeLook): Notice[] {
  if (order.gone || order.responsible !== look.me) return []
  const from = writtenAt(order, 'responsible').at
  return [
    ...givenTo('orders', order, 'responsible', look),
    ...fromSite(order, from),
    ...order.moves.flatMap((move) => movedBy(order, move, from, look)),
  ]
}

/** An order from the company’s site, to whom the site names for it: nobody of the company gave it to him (SPEC O8). */
function fromSite({ id, visitor, madeAt }: Order, from: number): Notice[] {
  if (visitor === null || from !== madeAt) return []
  const about = `orders/${id}`
  return [notice({ id: `${about}:site`, kind: 'site', about, at: madeAt, by: null })]
}

/** An event: that it was given to one, that one is to take part, and that its time is over. */
export function noticesOfEvent(event: Event, look: NoticeLook): Notice[] {
  if (event.gone) return []
  const isMine = event.responsible === look.me
  const until = overdueFrom(event)
  return [
    ...(isMine ? givenTo('events', event, 'responsible', look) : invitedTo('events', event, event.participants, look)),
    ...(isMine && until !== null && until < look.today ? [overdue('events', event, until, until)] : []),
  ]
}

/** A job: that it was given to one, that it is overdue, and that one's own order to another is done. */
export function noticesOfJob(job: Job, look: NoticeLook): Notice[] {
  if (job.gone) return []
  const isOver = job.state === 'done' || job.state === 'calledOff'
  if (job.performer !== look.me) return doneFor(job, look)
  const isLate = job.due !== null && !isOver && look.dayAfter(job.due) <= look.today
  return [
    ...givenTo('jobs', job, 'performer', look),
    ...(isLate && job.due !== null ? [overdue('jobs', job, job.due, look.dayAfter(job.due))] : []),
  ]
}

/** A record of the calendar: that it was given to one, that one is to take part, and what others answered to it. */
export function noticesOfCalendar(record: CalendarRecord, look: NoticeLook): Notice[] {
  if (record.gone) return []
  if (record.responsible !== look.me) return invitedTo('calendarRecords', record, record.participants, look)
  const answers = record.participants.flatMap(({ id, person, name, email, answer }) => {
    const since = record.since?.[`participants/${id}/answer`]
    if (answer === null || !since || look.holderOf(since.by) === look.me || person === look.me) return []
    const more = [answer, name ?? email ?? ''].join(' ')
    const told = { about: `calendarRecords/${record.id}`, at: since.at, by: person, more }
    return [notice({ ...told, id: `calendarRecords/${record.id}:answer:${id}:${since.at}`, kind: 'answered' })]
  })
  return [...givenTo('calendarRecords', record, 'responsible', look), ...answers]
}

/** When what stands at a path was written, and by which replica; what the record was made with, with it. */
function writtenAt({ since, madeAt, madeBy }: Dated, path: string): { readonly at: number; readonly by: string } {
  return since?.[path] ?? { at: madeAt, by: madeBy }
}

/** That a record names one, by another person's doing. */
function givenTo(collection: Noticed, row: Dated, path: string, look: NoticeLook): Notice[] {
  const { at, by } = writtenAt(row, path)
  const giver = look.holderOf(by)
  if (giver === null || giver === look.me) return []
  const about = `${collection}/${row.id}`
  return [notice({ id: `${about}:given:${path}:${at}`, kind: 'given', about, at, by: giver })]
}

interface Part {
  readonly id: string
  readonly person: string | null
}

function invitedTo(collection: Noticed, row: Dated, participants: readonly Part[], look: NoticeLook): Notice[] {
  const own = participants.find(({ person }) => person === look.me)
  return own ? givenTo(collection, row, `participants/${own.id}/person`, look) : []
}

/** A move by another since one answers for the order; the first one made it and is none. */
function movedBy(order: Order, move: Move, from: number, look: NoticeLook): Notice[] {
  const at = move.arrived ?? move.at ?? move.madeAt
  if (move.follows.length === 0 || move.author === null || move.author === look.me || at < from) return []
  const about = `orders/${order.id}`
  const more = cameTo(order, move)
  return [notice({ id: `${about}:move:${move.id}`, kind: 'moved', about, at, by: move.author, more })]
}

function cameTo(order: Order, move: Move): string | null {
  if (move.state === COMPLETED) return move.completion
  const wasCompleted = order.moves.some(({ id, state }) => state === COMPLETED && move.follows.includes(id))
  return wasCompleted ? 'reopened' : move.state
}

/** That a job which one has given to another is done, by somebody else. */
function doneFor(job: Job, look: NoticeLook): Notice[] {
  const since = job.since?.state
  const isOwn = look.holderOf(writtenAt(job, 'performer').by) === look.me
  if (job.state !== 'done' || !since || !isOwn) return []
  const by = look.holderOf(since.by)
  if (by === null || by === look.me) return []
  const about = `jobs/${job.id}`
  return [notice({ id: `${about}:done:${since.at}`, kind: 'done', about, at: since.at, by })]
}

/** Once for each time that it was due: to put it off and let it pass again is another one. */
function overdue(collection: Noticed, { id }: Dated, due: string | number, at: number): Notice {
  const about = `${collection}/${id}`
  return notice({ id: `${about}:overdue:${due}`, kind: 'overdue', about, at, by: null, more: String(due) })
}
