import type { Customer } from '../customers/collections.ts'
import { contactOf } from '../customers/contact-of.ts'
import type { Lookup } from '../orders/order-item.ts'
import { flag, instant, integer } from '../records/declarations/fields.ts'
import type { Call } from './collections.ts'
import { beganAt, isMissed } from './missed/missed.ts'

/** What lists of calls show besides the declared fields. */
export const CALL_LIST_FIELDS = { at: instant(), seconds: integer(), missed: flag(), ignored: flag() }

/** A call as lists, reports and exports show it; `contacts`: those of its customer, `isIgnored`: its number is not handled. */
export function callItem(call: Call, contacts: Customer['contacts'], isIgnored: boolean, look: Lookup) {
  return {
    id: call.id,
    gone: call.gone,
    direction: call.direction,
    state: call.state,
    failure: call.failure,
    number: call.number,
    extension: call.extension,
    phone: call.phone,
    line: call.line,
    asked: call.asked,
    rang: call.rang,
    answered: call.answered,
    ended: call.ended,
    isUnended: call.isUnended,
    responsible: call.responsible,
    takenBy: call.takenBy,
    taken: call.taken,
    callsBack: call.callsBack,
    closed: call.closed,
    closedBy: call.closedBy,
    event: call.event,
    order: call.order,
    note: call.note,
    at: beganAt(call),
    /** How long was talked. */
    seconds: secondsOf(call),
    missed: isMissed(call),
    ignored: isIgnored,
    customer: look.customer(call.customer),
    customerName: look.name('customers', call.customer),
    contact: contactOf(contacts, call.contact)?.name ?? null,
    phoneName: look.name('phones', call.phone),
    responsibleName: look.name('people', call.responsible),
    takenByName: look.name('people', call.takenBy),
    callsBackName: look.name('people', call.callsBack),
    closedByName: look.name('people', call.closedBy),
    eventName: look.called('events', call.event ?? ''),
    orderName: look.called('orders', call.order ?? ''),
  }
}

export type CallItem = ReturnType<typeof callItem>

/** The whole seconds of the talk; 0 where there was none, or its end is not known. */
export function secondsOf({ answered, ended }: Pick<Call, 'answered' | 'ended'>): number {
  return answered === null || ended === null ? 0 : Math.max(0, Math.round((ended - answered) / 1000))
}
