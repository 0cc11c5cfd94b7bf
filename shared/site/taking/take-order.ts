import { customers } from '../../customers/collections.ts'
import type { DuplicateIndex } from '../../customers/duplicates/duplicate-index.ts'
import { customerMeant } from '../../customers/merging/meant.ts'
import { events } from '../../events/collections.ts'
import type { Product } from '../../goods/collections.ts'
import { products } from '../../goods/collections.ts'
import { fill, type Language } from '../../locales/index.ts'
import { type Kind, orders } from '../../orders/collections.ts'
import { createOrder } from '../../orders/commands.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { statesOf } from '../../orders/moves/moves.ts'
import { figuresOf } from '../../print/figures.ts'
import { byPlace } from '../../records/declarations/place.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { dayAt, localAt } from '../../time/days.ts'
import type { SiteOrder } from '../catalogue.ts'
import type { Site } from '../collections.ts'
import { SITE_WORDS } from '../words.ts'
import { keepConsent } from './consents.ts'
import { addVisitor, knownAs, makeCustomer, type Visitor } from './customer.ts'
import { idsOf, timeOf } from './ids.ts'
import { linesOf } from './lines.ts'
import { said, saidAtLength } from './said.ts'

/** What an order from the site is taken in by. */
export interface Taking {
  readonly site: Site
  readonly kinds: readonly Kind[]
  /** All customers. */
  readonly index: DuplicateIndex
  readonly ways: {
    readonly zone: string
    readonly currency: string
    readonly language: Language
    readonly country: string | null
  }
  /** The currency of the site's prices; null: the company's. */
  readonly currency: string | null
  readonly now: number
}

/**
 * Makes what a visitor ordered an order of the company's: posted, with its customer, found or made, and what he agreed to. Ids follow
 * from the order's, so that twice is once (SPEC WB7). False: there is no kind of order that it could have.
 */
export function takeSiteOrder(tx: Transaction, order: SiteOrder, taking: Taking): boolean {
  const start = startOf(taking)
  if (start === null) return false
  const ids = idsOf(order, taking.now)
  // Whoever ordered it was erased since: nothing of him is written again.
  if (tx.find(orders, ids.order)?.visitor === null) return true
  const visitor = visitorOf(order)
  const { customer, contact } = customerOf(tx, visitor, ids, taking)
  if (tx.find(orders, ids.order) === null)
    makeOrder(tx, order, { ...taking, start, visitor, customer, contact, id: ids.order })
  tellConsent(tx, order, taking, { id: ids.consent, order: ids.order, customer })
  const at = timeOf(order.agreed, taking.now)
  if (order.wantsNews) keepConsent(tx, { visitor, customer, at, country: taking.ways.country })
  return true
}

function visitorOf(order: SiteOrder): Visitor {
  const { name, phone, email, address, company, inn } = order
  return {
    name: said(name),
    phone: said(phone),
    email: said(email),
    address: said(address),
    company: said(company),
    inn: said(inn),
  }
}

function customerOf(tx: Transaction, visitor: Visitor, ids: ReturnType<typeof idsOf>, { site, index, ways }: Taking) {
  const made = tx.find(orders, ids.order)?.customer
  const id = made ?? knownAs(visitor, index) ?? ids.customer
  const { responsible, source } = site
  makeCustomer(tx, { id, visitor, source, responsible, nobody: SITE_WORDS[ways.language].order.nobody })
  const row = customerMeant((collection, one) => tx.find(collection, one), id) ?? tx.get(customers, id)
  return { customer: row.id, contact: addVisitor(tx, row, visitor, ids.order) }
}

interface Making extends Taking {
  readonly id: string
  readonly start: { readonly kind: string; readonly state: string; readonly sort: NonNullable<Kind['sort']> }
  readonly visitor: Visitor
  readonly customer: string
  readonly contact: string | null
}

function makeOrder(tx: Transaction, order: SiteOrder, making: Making): void {
  const { id, site, start, ways, visitor, customer, contact, currency, now } = making
  const words = SITE_WORDS[ways.language].order
  const at = timeOf(order.at, now)
  const { lines, marks } = linesOf(order, {
    productOf: (product): Product | null => (product === '' ? null : tx.find(products, product)),
    priceType: site.priceType,
    day: dayAt(at, ways.zone),
    words,
    figures: figuresOf(ways.language, currency ?? ways.currency),
  })
  const wrote = saidAtLength(order.note)
  const note = [
    ...(wrote === '' ? [] : [fill(words.note, { note: wrote })]),
    ...(visitor.address === '' ? [] : [fill(words.address, { address: visitor.address })]),
    ...marks,
  ].join('\n')
  const { organisation, responsible, source, priceType } = site
  const fields = {
    sort: start.sort,
    date: at,
    posted: true,
    customer,
    contact,
    organisation,
    responsible,
    source,
    priceType,
  }
  const sums = { currency: currency === ways.currency ? null : currency, note: note === '' ? null : note }
  const { kind, state } = start
  createOrder(tx, { id, fields: { ...fields, ...sums, visitor: order.token }, lines, start: { kind, state } })
}

/** Kind and state that an order from the site begins in: the chosen ones as far as they are there still. */
function startOf({ site, kinds }: Pick<Taking, 'site' | 'kinds'>) {
  const there = kinds.filter((one) => !one.gone && one.sort !== null && firstOf(one) !== undefined).toSorted(byPlace)
  const kind = there.find(({ id }) => id === site.kind) ?? there.find(({ sort }) => sort === 'customer') ?? there[0]
  if (!kind?.sort) return null
  const states = statesOf(kind).filter((state) => state !== COMPLETED)
  const state = states.find((one) => one === site.state) ?? firstOf(kind)
  return state === undefined ? null : { kind: kind.id, state, sort: kind.sort }
}

function firstOf(kind: Kind): string | undefined {
  return statesOf(kind).find((state) => state !== COMPLETED)
}

/** 152-ФЗ: that he agreed, when and where, stands beside the order and the customer for as long as they do. */
function tellConsent(
  tx: Transaction,
  order: SiteOrder,
  { ways, site, now }: Taking,
  { id, order: about, customer }: { readonly id: string; readonly order: string; readonly customer: string },
): void {
  const words = SITE_WORDS[ways.language].order
  const at = timeOf(order.agreed, now)
  const when = localAt(at, ways.zone).toString({ smallestUnit: 'minute' }).replace('T', ' ')
  const subject = fill(words.consent, { when })
  const text = order.wantsNews ? fill(words.news, { when }) : null
  const { responsible } = site
  const said = { kind: 'otherEvent', direction: 'in', state: 'done', start: at, end: at, responsible } as const
  tx.create(events, id, { ...said, subject, text, customer, basis: `orders/${about}` })
}
