import { COLLECTIONS } from '../collections.ts'
import type { Exchange } from '../company/rates.ts'
import { bundleOf, type FunnelBundle, fitsColumns } from '../funnel/index.ts'
import { type Order, orders } from '../orders/collections.ts'
import { funnelOrder } from '../orders/funnel/funnel-order.ts'
import { LEFT } from '../plans/fact/left.ts'
import type { Collection, Row } from '../records/declarations/collection.ts'
import { bundleFacts, type FactBundle } from '../reports/facts/of-orders/bundle.ts'
import { OF_ORDERS } from '../reports/sources/sources.ts'
import { DEALINGS } from '../segments/facts/dealings.ts'
import { Sheaf } from './sheaf.ts'

/** What lists, sums, search and funnel need of a document, without it (SPEC C1). */
export interface Columns {
  /** One for each collection of its family. */
  readonly sheaves: readonly Sheaf[]
  /** Its orders as the funnel counts them, in the order of their sheaf's ids; null where it holds none. */
  readonly funnel: FunnelBundle | null
  /** What reports and plans count of these orders, in the same order; null where it holds none. */
  readonly facts: FactBundle | null
}

/** The sources of facts that are kept of orders, by the names under which they are. */
const KEPT_FACTS = { ...OF_ORDERS, left: LEFT, dealings: DEALINGS }

/** The collections of a family of documents. */
export function collectionsOf(family: string | undefined): Collection[] {
  return Object.values<Collection>(COLLECTIONS).filter((collection) => collection.family === family)
}

/** Reads a document's columns from its rows. */
export function columnsOf(
  collections: readonly Collection[],
  rowsOf: (collection: Collection) => Iterable<Row<Collection>>,
): Columns {
  const sheaves = collections.map((collection) => Sheaf.of(collection, rowsOf(collection)))
  const ordered = ordersIn(sheaves)
  if (!ordered) return { sheaves, funnel: null, facts: null }
  const rows = [...ordered.rows()]
  const standing = rows.map((order) => (order.gone ? null : order))
  return { sheaves, funnel: bundleOf(rows.map(counted)), facts: bundleFacts(standing, KEPT_FACTS) }
}

/** Whether a document holds orders alone: no other record shows anything of them. */
export function areOrders(collections: readonly Collection[]): boolean {
  return collections.every((one) => one === (orders as Collection))
}

/** The sheaf of a document's orders. */
export function ordersIn(sheaves: readonly Sheaf[]): Sheaf<typeof orders> | null {
  const sheaf = sheaves.find(({ collection }) => collection === (orders as Collection))
  // It was found by its collection.
  return (sheaf ?? null) as Sheaf<typeof orders> | null
}

/** Sums are kept in their own currency: rates may change. */
const UNCHANGED: Exchange = { toCompany: (total) => total, rateAt: () => null }

function counted(order: Order) {
  if (order.gone) return null
  const funnel = funnelOrder(order, UNCHANGED)
  return fitsColumns(funnel) ? { ...funnel, currency: order.currency } : null
}
