import { readAs } from '../../custom/reading.ts'
import { contactOf } from '../../customers/contact-of.ts'
import { waysOf } from '../../customers/ways-of.ts'
import { products } from '../../goods/collections.ts'
import { settledOf } from '../../movements/settled.ts'
import type { Move, Order } from '../../orders/collections.ts'
import { standingOf } from '../../orders/moves/moves.ts'
import { orderTotal } from '../../orders/totals.ts'
import type { Json } from '../../records/declarations/value.ts'
import { customerOf, type Look } from '../look.ts'
import { criteriaField, type Part, partsOf } from './fields.ts'

/** An order as it was brought by a move; both null where an order is looked at that has none. */
export interface Case {
  readonly order: Order
  readonly move: Move | null
  /** The move that it followed: the latest of them, where histories joined. */
  readonly before: Move | null
}

/** Where values come from: a part, or of the order what its move carries, and how far it is paid and shipped. */
type Source = Part | 'carried' | 'settled'

const CARRIED: ReadonlySet<string> = new Set(['state', 'kind', 'total', 'completion', 'reason'])
const SETTLED: ReadonlySet<string> = new Set(['paying', 'unpaid', 'shipping', 'unshipped'])

type Values = { readonly [name: string]: unknown }

/** Reads what criteria name of an order: state, kind and total as the move carries them, all else as it stands. */
export function readerOf({ order, move, before }: Case, look: Look): (key: string) => Json | undefined {
  const customer = () => customerOf(look, order.customer)
  const read: { readonly [S in Source]: () => Values } = {
    order: () => order,
    carried: () => carried(order, move),
    settled: () => settledAt(order),
    customer: () => ofCustomer(customer(), look),
    contact: () => contactIn(customer(), order.contact),
    was: () => ({ ...carriedBy(before), responsible: before?.responsible ?? null }),
    changed: () => changedBy(order, move, before),
    lines: () => linesOf(order, look),
  }
  const known = new Map<Source, Values>()
  return (key) => {
    const { part, name } = partsOf(key)
    if (!part) return undefined
    const source = sourceOf(part, name)
    const values = known.get(source) ?? read[source]()
    known.set(source, values)
    const field = criteriaField(key)
    const raw = values[name] as Json | undefined
    return field?.added ? readAs(field, raw) : raw
  }
}

/** Only what a criterion names is read: how far an order is settled takes its time. */
function sourceOf(part: Part, name: string): Source {
  if (part !== 'order') return part
  if (CARRIED.has(name)) return 'carried'
  return SETTLED.has(name) ? 'settled' : 'order'
}

function carriedBy(move: Move | null) {
  return { state: move?.state ?? null, kind: move?.kind ?? null, total: move?.total ?? null }
}

function carried(order: Order, move: Move | null) {
  const { completion = null, reason = null } = move ?? {}
  return move ? { ...carriedBy(move), completion, reason } : { ...carriedBy(null), total: orderTotal(order) }
}

function settledAt(order: Order) {
  const { paying, unpaid, shipping, unshipped } = settledOf(order, orderTotal(order), standingOf(order))
  return { paying, unpaid, shipping, unshipped }
}

/** Whoever is responsible has changed where that was written behind the move before. */
function changedBy(order: Order, move: Move | null, before: Move | null) {
  const [now, then] = [carriedBy(move), carriedBy(before)]
  const given = order.since?.responsible?.at
  return {
    state: now.state !== then.state,
    kind: now.kind !== then.kind,
    total: now.total !== then.total,
    responsible: given !== undefined && before !== null && given > before.madeAt,
  }
}

/** The segments that it is in are found out where a criterion names them. */
function ofCustomer(customer: ReturnType<typeof customerOf>, look: Look): Values {
  if (!customer) return {}
  return Object.defineProperty({ ...customer }, 'inSegment', { get: () => look.segments?.of(customer.id) ?? [] })
}

function contactIn(customer: ReturnType<typeof customerOf>, named: string | null): Values {
  const contact = contactOf(customer?.contacts ?? [], named)
  if (!customer || !contact) return { name: named }
  const [phone = null] = waysOf([customer], contact.id, 'call')
  const [email = null] = waysOf([customer], contact.id, 'letter')
  return { ...contact, phone, email }
}

function linesOf({ lines }: Order, look: Look): Values {
  const product = [...new Set(lines.flatMap((line) => line.product ?? []))]
  const group = [...new Set(product.flatMap((id) => look.find(products, id)?.group ?? []))]
  return { product, group }
}
