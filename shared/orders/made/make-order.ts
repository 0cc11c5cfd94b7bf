import { type Basis, formatBasis } from '../../basis/basis.ts'
import { type Taken, takenOf } from '../../basis/taken.ts'
import { calendarRecords } from '../../calendar/collections.ts'
import { calls } from '../../calls/collections.ts'
import { customers } from '../../customers/collections.ts'
import { contactOf } from '../../customers/contact-of.ts'
import { Failure } from '../../errors.ts'
import { events } from '../../events/collections.ts'
import { jobs } from '../../jobs/collections.ts'
import { letters } from '../../letters/collections.ts'
import { customValuesOf } from '../../records/declarations/custom.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { orders, type Sort } from '../collections.ts'
import { createOrder, type LineFields, type NewOrder, type OrderFields } from '../commands.ts'
import { invoices } from '../invoices/collections.ts'
import { orderTemplates } from './collections.ts'
import { copiedFields, copiedLine } from './copied.ts'

/**
 * An order that takes over of something else: what it has otherwise, its draft number with it, and where it starts. Failure
 * `state-requires`: that state asks for what neither has.
 */
interface MadeOrder {
  readonly id: string
  readonly start: NewOrder['start']
  readonly fields?: OrderFields
  /** Left out: that of what it is made from. */
  readonly sort?: Sort
  /** As of a new order. */
  readonly thread?: NewOrder['thread']
}

/** What an order begins with. */
interface Begin {
  readonly sort: Sort | null
  readonly fields: OrderFields
  readonly lines: readonly LineFields[]
}

/** «Скопировать»: a new order as another one is, without its moves, shipments and payments. Failure record-missing. */
export function copyOrder(tx: Transaction, { from, ...made }: MadeOrder & { readonly from: string }): void {
  make(tx, made, fromOrder(tx, from))
}

/** An order as a template says. Failure record-missing. */
export function orderFromTemplate(
  tx: Transaction,
  { template, ...made }: MadeOrder & { readonly template: string },
): void {
  const kept = tx.get(orderTemplates, template)
  const { sort, organisation, department, currency, priceType, discount, vatMode, note, tags, lines } = kept
  const own = { organisation, department, currency, priceType, discount, vatMode, note, tags }
  const fields = { ...own, ...customValuesOf(kept) }
  make(tx, made, { sort, fields, lines: lines.map(copiedLine) })
}

/**
 * «Создать на основании»: an order from a customer, another order, an invoice or what happened with a customer, which it names as
 * its basis. Failure record-missing.
 */
export function orderOnBasis(tx: Transaction, { basis, ...made }: MadeOrder & { readonly basis: Basis }): void {
  const begin = BEGINS[basis.collection](tx, basis.id)
  make(tx, made, { ...begin, fields: { ...begin.fields, basis: formatBasis(basis) } })
}

const BEGINS: { readonly [C in Basis['collection']]: (tx: Transaction, id: string) => Begin } = {
  orders: fromOrder,
  invoices: fromInvoice,
  customers: (tx, id) => fromTaken(tx, takenOf('customers', tx.get(customers, id))),
  events: (tx, id) => fromTaken(tx, takenOf('events', tx.get(events, id))),
  jobs: (tx, id) => fromTaken(tx, takenOf('jobs', tx.get(jobs, id))),
  calendarRecords: (tx, id) => fromTaken(tx, takenOf('calendarRecords', tx.get(calendarRecords, id))),
  calls: (tx, id) => fromTaken(tx, takenOf('calls', tx.get(calls, id))),
  letters: (tx, id) => fromTaken(tx, takenOf('letters', tx.get(letters, id))),
}

/** An order names its contact in words. */
function fromTaken(tx: Transaction, { customer, contact, responsible, text }: Taken): Begin {
  const known = customer === null ? null : tx.find(customers, customer)
  const name = known && contactOf(known.contacts, contact)?.name
  return { sort: null, fields: { customer, contact: name ?? null, responsible, note: text }, lines: [] }
}

function fromOrder(tx: Transaction, id: string): Begin {
  const order = tx.get(orders, id)
  return { sort: order.sort, fields: copiedFields(order), lines: order.lines.map(copiedLine) }
}

function fromInvoice(tx: Transaction, id: string): Begin {
  const { organisation, customer, responsible, currency, discount, vatMode, lines } = tx.get(invoices, id)
  const fields = { organisation, customer, responsible, currency, discount, vatMode }
  return { sort: null, fields, lines: lines.map(copiedLine) }
}

function make(tx: Transaction, { id, start, fields, sort, thread = [] }: MadeOrder, begin: Begin): void {
  const chosen = sort ?? begin.sort
  if (chosen === null) throw new Failure('field-required', { field: 'sort' })
  const all = { ...begin.fields, ...fields, sort: chosen }
  createOrder(tx, { id, fields: all, lines: begin.lines, start, asked: true, thread })
}
