import { type Columns, ordersIn } from '../../../shared/columns/columns.ts'
import { FunnelColumns, type FunnelFigure, type FunnelOptions, ordersBehind } from '../../../shared/funnel/index.ts'
import { kinds, orders } from '../../../shared/orders/collections.ts'
import { funnelKinds } from '../../../shared/orders/funnel/funnel-kinds.ts'
import { funnelOrder } from '../../../shared/orders/funnel/funnel-order.ts'
import type { Directory, ItemsChanged } from './directory.ts'
import { type FunnelGround, LiveFunnel } from './live-funnel.ts'
import { matcher } from './matching.ts'
import type { FunnelQuery } from './query.ts'

/** The collections whose names the groups of a variant have. */
const GROUPS = { customer: 'customers', manager: 'people', department: 'departments' } as const

/** The funnel's columns, kept from the directory, and the reports over them. */
export class Funnels implements FunnelGround {
  readonly columns = new FunnelColumns()
  readonly #directory: Directory

  constructor(directory: Directory) {
    this.#directory = directory
  }

  /** Takes in that orders have changed; removed ones leave the columns. */
  take(changed: ItemsChanged): void {
    const orders = changed.get('orders')
    if (changed.has('currencies') || changed.has('company')) this.#putAll()
    else if (orders !== undefined && orders !== 'all') for (const id of orders) this.#put(id)
  }

  /** Takes in the orders of a document that stands from its columns. */
  stand({ sheaves, funnel }: Columns): void {
    const ids = ordersIn(sheaves)?.ids
    if (ids && funnel) this.columns.putAll(ids, funnel, this.#directory.exchange().toCompany)
  }

  get now(): number {
    return this.#directory.now
  }

  /** Opens a report that follows the columns until it is closed. */
  open(query: FunnelQuery): LiveFunnel {
    return new LiveFunnel(this, query)
  }

  /** The ids of the orders behind a figure. */
  behind(query: FunnelQuery, figure: FunnelFigure): string[] {
    return ordersBehind(this.columns, this.options(query), figure, this.now)
  }

  options(query: FunnelQuery): FunnelOptions {
    const all = funnelKinds(this.#directory.all(kinds), this.columns.kindsSeen())
    const isAsked = ({ id, sort }: FunnelOptions['kinds'][number]) =>
      (query.kinds?.includes(id) ?? true) && (query.sort === null || query.sort === sort)
    return {
      kinds: all.filter(isAsked),
      period: query.period,
      moment: query.moment,
      mode: query.mode,
      by: query.by,
      filter: this.#filter(query),
      names: { reason: (id) => this.#directory.name('reasons', id) ?? id, group: (id) => this.groupName(query, id) },
    }
  }

  groupName({ by }: FunnelQuery, id: string): string {
    return (by === 'order' ? null : this.#directory.name(GROUPS[by], id)) ?? id
  }

  #putAll(): void {
    for (const order of this.#directory.all(orders)) this.#put(order.id)
  }

  #put(id: string): void {
    const order = this.#directory.order(id)
    const counted = order && !order.gone ? funnelOrder(order, this.#directory.exchange()) : null
    // A total beyond what a number holds exactly is no sum that anybody meant: it must not stop the feed.
    if (counted && Number.isSafeInteger(counted.total)) this.columns.put(counted)
    else this.columns.remove(id)
  }

  #filter({ filter, search }: FunnelQuery): FunnelOptions['filter'] {
    if (filter.length === 0 && search.trim() === '') return undefined
    const matches = matcher(this.#directory, { collection: 'orders', filter, search })
    return (index) => {
      const item = this.#directory.item('orders', this.columns.idOf(index) ?? '')
      return item !== null && matches(item)
    }
  }
}
