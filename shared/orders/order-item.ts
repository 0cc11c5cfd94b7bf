import { basisName } from '../basis/basis-name.ts'
import type { CollectionName } from '../collections.ts'
import type { Exchange } from '../company/rates.ts'
import { settledOf } from '../movements/settled.ts'
import type { Kind, Order } from './collections.ts'
import { COMPLETED } from './moves/completed.ts'
import { standsUntil } from './moves/entry.ts'
import { isEditedAfterCompletion, type Standing, standingOf, standsSince, statesOf } from './moves/moves.ts'
import { orderTotal } from './totals.ts'

/** Finds records that an order refers to. */
export interface Lookup {
  name(collection: CollectionName, id: string | null): string | null
  /** Whether the record is here and removed. */
  isGone(collection: CollectionName, id: string | null): boolean
  /** The customer that an id means, which may be another one that it was merged into. */
  customer(id: string | null): string | null
  kind(id: string | null): Kind | null
  hue(state: string | null): number | null
  /** What a record is called by those who look at it: its number, else its name. */
  called(collection: CollectionName, id: string): string | null
  /** After how many days an order stands too long in a state; null: never. */
  days(state: string | null): number | null
  /** The time as the server has it, ms. */
  readonly now: number
  exchange(): Exchange
}

/** An order as lists, boards and exports show it: its own fields and what is derived from them. */
export function orderItem(order: Order, look: Lookup) {
  const standing = standingOf(order)
  const kind = look.kind(standing.kind)
  const total = orderTotal(order)
  const companyTotal = look.exchange().toCompany(total, order.currency, order.date ?? order.madeAt)
  const place = kind && standing.state ? statesOf(kind).indexOf(standing.state) : -1
  return {
    id: order.id,
    gone: order.gone,
    sort: order.sort,
    number: order.number ?? order.draft,
    /** The office server has not given its number yet. */
    provisional: order.number === null,
    draft: order.draft,
    date: order.date,
    posted: order.posted,
    kind: standing.kind,
    kindName: kind?.name ?? null,
    state: standing.state,
    /** Null for «Завершен», whose name is in the dictionaries, and for a state that is missing. */
    stateName: look.name('states', standing.state),
    /** The state's place in its kind, from 1; null where the kind no longer has it. */
    place: place < 0 ? null : place + 1,
    hue: look.hue(standing.state),
    completion: standing.move?.completion ?? null,
    reason: standing.move?.reason ?? null,
    reasonName: look.name('reasons', standing.move?.reason ?? null),
    completed: standing.state === COMPLETED,
    ...stayOf(order, standing, look),
    forked: standing.heads.length > 1,
    edited: isEditedAfterCompletion(order),
    customer: look.customer(order.customer),
    customerName: look.name('customers', order.customer),
    responsible: order.responsible,
    responsibleName: look.name('people', order.responsible),
    department: order.department,
    departmentName: look.name('departments', order.department),
    organisation: order.organisation,
    organisationName: look.name('organisations', order.organisation),
    contact: order.contact,
    tags: order.tags,
    shipment: order.shipment,
    source: order.source,
    note: order.note,
    basis: order.basis,
    basisName: basisName(order.basis, look),
    ...termsOf(order, look),
    total,
    /** In the company's currency, at the rate of the order's date; null where there is none (company/SPEC S3). */
    companyTotal,
    unrated: companyTotal === null,
    ...settledOf(order, total, standing),
    missing: missingOf(order, standing, kind, look),
    removed: removedOf(order, look),
  }
}

/** Since when it stands in its state, and from when on too long, ms; null: never. */
function stayOf(order: Order, standing: Standing, look: Lookup) {
  const since = standsSince(order.moves, standing.move)
  const until = standsUntil(look.days(standing.state), since)
  return { since, until, tooLong: until !== null && until < look.now }
}

function termsOf(order: Order, look: Lookup) {
  const { project, priceType, discount, vatMode, currency } = order
  const projectName = look.name('projects', project)
  const priceTypeName = look.name('priceTypes', priceType)
  return { project, projectName, priceType, priceTypeName, discount, vatMode, currency }
}

export type OrderItem = ReturnType<typeof orderItem>

/** Names of the fields whose records are not here: the order opens all the same and says so. */
function missingOf(
  order: Order,
  standing: { kind: string | null; state: string | null },
  kind: Kind | null,
  look: Lookup,
): string[] {
  const lost = (collection: CollectionName, id: string | null) => id !== null && look.name(collection, id) === null
  return [
    ...(standing.kind !== null && kind === null ? ['kind'] : []),
    ...(standing.state !== COMPLETED && lost('states', standing.state) ? ['state'] : []),
    ...(lost('customers', order.customer) ? ['customer'] : []),
    ...(lost('people', order.responsible) ? ['responsible'] : []),
    ...(lost('departments', order.department) ? ['department'] : []),
  ]
}

/** Names of the fields whose records were removed: the order opens all the same and says so. */
function removedOf(order: Order, look: Lookup): string[] {
  const references = ['customer', 'responsible', 'department'] as const
  return references.filter((field) => look.isGone(REFERRED[field], order[field]))
}

const REFERRED = { customer: 'customers', responsible: 'people', department: 'departments' } as const
