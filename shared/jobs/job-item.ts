import { cardPlaceOf } from '../orders/board/card-place.ts'
import type { Order } from '../orders/collections.ts'
import type { Lookup } from '../orders/order-item.ts'
import { quantity } from '../records/declarations/fields.ts'
import type { Job } from './collections.ts'
import { spentOn } from './spent.ts'
import { isClosed, stateOf } from './states.ts'

/** What lists of jobs show besides the declared fields. */
export const JOB_LIST_FIELDS = {
  /** Thousandths of an hour. */
  spent: quantity({ summed: true }),
}

/** A job as lists and boards show it; `order`: the one that it is for, null while it is not here. */
export function jobItem(job: Job, order: Order | null, look: Lookup) {
  const state = stateOf(job)
  return {
    id: job.id,
    gone: job.gone,
    subject: job.subject,
    /** What records are called by. */
    name: job.subject,
    state,
    closed: isClosed(state),
    importance: job.importance ?? 'normal',
    performer: job.performer,
    performerName: look.name('people', job.performer),
    work: job.work,
    workName: look.name('products', job.work),
    customer: look.customer(job.customer),
    customerName: look.name('customers', job.customer),
    order: job.order,
    orderName: order && (order.number ?? order.draft),
    /** For its address. */
    orderSort: order?.sort ?? null,
    due: job.due,
    start: job.start,
    end: job.end,
    planned: job.planned,
    spent: spentOn(job),
    basis: job.basis,
    text: job.text,
    tags: job.tags,
    steps: job.steps.length,
    stepsDone: job.steps.filter(({ done }) => done).length,
    /** Where its card stands among others. */
    place: cardPlaceOf({ ...job, date: null }),
    madeAt: job.madeAt,
    changedAt: job.changedAt,
  }
}
export type JobItem = ReturnType<typeof jobItem>
