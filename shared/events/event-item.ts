import { basisName } from '../basis/basis-name.ts'
import type { Customer } from '../customers/collections.ts'
import { contactOf } from '../customers/contact-of.ts'
import type { Lookup } from '../orders/order-item.ts'
import { flag } from '../records/declarations/fields.ts'
import type { Event } from './collections.ts'
import { overdueFrom, timeOf } from './standing.ts'

/** What lists of events show besides the declared fields. */
export const EVENT_LIST_FIELDS = { overdue: flag() }

/** An event as lists, cards and exports show it; `contacts`: those of its customer. */
export function eventItem(event: Event, contacts: Customer['contacts'], look: Lookup) {
  const until = overdueFrom(event)
  return {
    id: event.id,
    gone: event.gone,
    kind: event.kind,
    direction: event.direction,
    subject: event.subject,
    state: event.state,
    importance: event.importance,
    start: event.start,
    end: event.end,
    /** When it stands among others, ms. */
    at: timeOf(event),
    customer: look.customer(event.customer),
    customerName: look.name('customers', event.customer),
    /** Its name; the id of an entry says nothing. */
    contact: contactOf(contacts, event.contact)?.name ?? null,
    address: event.address,
    responsible: event.responsible,
    responsibleName: look.name('people', event.responsible),
    /** What it is called; `basisOf` says where it stands. */
    basis: basisName(event.basis, look),
    basisOf: event.basis,
    text: event.text,
    tags: event.tags,
    /** From when on it is overdue, ms. */
    until,
    overdue: until !== null && until < look.now,
    /** References whose records were removed. */
    removed: (['customer', 'responsible'] as const).filter((field) => look.isGone(REFERRED[field], event[field])),
  }
}

const REFERRED = { customer: 'customers', responsible: 'people' } as const

export type EventItem = ReturnType<typeof eventItem>
