import { departments, organisations, people } from '../../company/collections.ts'
import { settledOf } from '../../movements/settled.ts'
import { kinds, projects, reasons, states } from '../../orders/collections.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { standingOf } from '../../orders/moves/moves.ts'
import { orderTotal } from '../../orders/totals.ts'
import { figuresOf } from '../../print/figures.ts'
import { shortCurrency } from '../../print/sums/currencies.ts'
import type { Collection } from '../../records/declarations/collection.ts'
import { dayAt } from '../../time/days.ts'
import type { GoodsTable } from '../body/body.ts'
import { salutationOf } from '../salutation/salutation.ts'
import { MESSAGE_WORDS } from '../words.ts'
import { type Around, contactIn, customerOf, customersOf, type Find, moveOf, waysOfCompany } from './around.ts'
import { goodsOf } from './goods-of.ts'
import type { PlainParameter } from './names.ts'

/** Words that lead somewhere. */
export interface LinkValue {
  readonly text: string
  readonly href: string
}

/** What stands for a parameter: words, of several lines too, empty where there is nothing to be said; the goods; or a link. */
export type Value = string | GoodsTable | LinkValue

/** What every parameter of an order stands for, by its name. */
export const ORDER_VALUES: { readonly [P in PlainParameter]: (around: Around) => Value } = {
  number: ({ order }) => order.number ?? order.draft ?? '',
  date: (around) => dayOf(around, around.order.date),
  salutation: salutationOf,
  customer: (around) => customerOf(around)?.name ?? '',
  contact: (around) => contactIn(around)?.name ?? around.order.contact ?? '',
  contactPost: (around) => contactIn(around)?.post ?? '',
  kind: (around) => nameIn(around.find, kinds, moveOf(around)?.kind),
  state: stateName,
  completion: (around) => {
    const completion = moveOf(around)?.completion
    return completion ? wordsOf(around).completions[completion] : ''
  },
  reason: (around) => reasonOf(around),
  total: (around) => sumIn(around, orderTotal(around.order)),
  unpaid: (around) => sumIn(around, settledOf(around.order, orderTotal(around.order), standingOf(around.order)).unpaid),
  currency: (around) => shortCurrency(currencyOf(around), waysOfCompany(around.find).language),
  goods: (around) => goodsOf(around, currencyOf(around)),
  shipment: ({ order, find }) => figuresOf(waysOfCompany(find).language).day(order.shipment),
  deliveryAddress: deliveryAddress,
  performers: ({ order, find }) =>
    [...new Set(order.performers.map(({ person }) => nameIn(find, people, person)))].filter(Boolean).join(', '),
  project: ({ order, find }) => nameIn(find, projects, order.project),
  organisation: ({ order, find }) => nameIn(find, organisations, order.organisation),
  organisationPhone: ({ order, find }) => found(find, organisations, order.organisation)?.phone ?? '',
  organisationEmail: ({ order, find }) => found(find, organisations, order.organisation)?.email ?? '',
  organisationAddress: ({ order, find }) => found(find, organisations, order.organisation)?.address ?? '',
  department: ({ order, find }) => nameIn(find, departments, order.department),
  responsible: ({ order, find }) => nameIn(find, people, order.responsible),
  responsibleEmail: ({ order, find }) => found(find, people, order.responsible)?.email ?? '',
  note: ({ order }) => order.note ?? '',
  unsubscribe: (around) =>
    around.unsubscribe === undefined ? '' : { text: wordsOf(around).unsubscribe, href: around.unsubscribe },
}

/** The currency of the order's sums, ISO 4217. */
function currencyOf({ order, find }: Around): string {
  return order.currency ?? waysOfCompany(find).currency
}

function wordsOf({ find }: Around) {
  return MESSAGE_WORDS[waysOfCompany(find).language]
}

function sumIn(around: Around, sum: number | null): string {
  return figuresOf(waysOfCompany(around.find).language, currencyOf(around)).sum(sum)
}

function dayOf({ find }: Around, instant: number | null): string {
  const { language, zone } = waysOfCompany(find)
  return instant === null ? '' : figuresOf(language).day(dayAt(instant, zone))
}

function stateName(around: Around): string {
  const state = moveOf(around)?.state
  return state === COMPLETED ? wordsOf(around).completed : nameIn(around.find, states, state)
}

/** «Другое» says nothing: what was typed beside it does. */
function reasonOf(around: Around): string {
  const move = moveOf(around)
  const reason = found(around.find, reasons, move?.reason)
  if (!reason) return ''
  return reason.other && move?.comment ? move.comment : (reason.name ?? '')
}

/** Where it is delivered to: the customer's address of delivery, else the customer's first one. */
function deliveryAddress(around: Around): string {
  const rows = customersOf(around)
  const all = rows.flatMap(({ addresses }) => addresses)
  return all.find(({ kind, address }) => kind === 'delivery' && address)?.address ?? rows[0]?.address ?? ''
}

function found<C extends Collection>(find: Find, collection: C, id: string | null | undefined) {
  return id ? find(collection, id) : null
}

function nameIn(find: Find, collection: Collection, id: string | null | undefined): string {
  const name = found(find, collection, id)?.name
  return typeof name === 'string' ? name : ''
}
