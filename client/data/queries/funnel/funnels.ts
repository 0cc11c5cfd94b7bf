import { type Columns, ordersIn } from '../../../../shared/columns/columns.ts'
import type { Exchange } from '../../../../shared/company/rates.ts'
import type { WorkingTime } from '../../../../shared/company/workdays/workdays.ts'
import { workedClock } from '../../../../shared/company/workdays/worked-clock.ts'
import {
  type FunnelClock,
  FunnelColumns,
  type FunnelFigure,
  type FunnelOptions,
  ordersBehind,
} from '../../../../shared/funnel/index.ts'
import { kinds, orders } from '../../../../shared/orders/collections.ts'
import { funnelKinds } from '../../../../shared/orders/funnel/funnel-kinds.ts'
import { funnelOrder } from '../../../../shared/orders/funnel/funnel-order.ts'
import { DAY_MS } from '../../../../shared/time/days.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import { matcher } from '../matching.ts'
import type { FunnelQuery } from '../query.ts'
import { type FunnelGround, LiveFunnel } from './live-funnel.ts'

/** The collections whose names the groups of a variant have. */
const GROUPS = { customer: 'customers', manager: 'people', department: 'departments' } as const

/** How far beyond the moment a clock is made, ms: "now" moves on. */
const CLOCK_AHEAD = 7 * DAY_MS

/** The clock that was made last: its days are not added up again for each answer. */
interface KeptClock {
  readonly time: WorkingTime
  readonly from: number
  readonly to: number
  readonly read: FunnelClock
}

/** The funnel's columns, kept from the directory, and the reports over them. */
export class Funnels implements FunnelGround {
  readonly columns = new FunnelColumns()
  readonly #directory: Directory
  /** Orders in a currency without a rate on their date. */
  readonly #unrated = new Set<string>()
  #clock: KeptClock | null = null

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
    const { toCompany } = this.#directory.exchange()
    // Totals are asked for in the order of the ids.
    let at = 0
    if (ids && funnel) this.columns.putAll(ids, funnel, (...sum) => this.#noted(ids[at++] ?? '', toCompany(...sum)))
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

  clock(from: number, to: number): FunnelClock {
    const time = this.#directory.workingTime()
    const known = this.#clock
    if (known?.time === time && known.from <= from && to <= known.to) return known.read
    const until = to + CLOCK_AHEAD
    const read = workedClock(time, from, until)
    this.#clock = { time, from, to: until, read }
    return read
  }

  groupName({ by }: FunnelQuery, id: string): string {
    return (by === 'order' ? null : this.#directory.name(GROUPS[by], id)) ?? id
  }

  unratedIn({ kinds, period, filter }: FunnelOptions): number {
    const asked = new Set<unknown>(kinds.map(({ id }) => id))
    const passes = typeof filter === 'function' ? filter : () => true
    const isIn = (id: string) => {
      const item = this.#directory.item('orders', id)
      const index = this.columns.indexOf(id)
      if (!item || index === undefined || !asked.has(item.kind) || !passes(index)) return false
      const date = Number(item.date)
      return period.basis === 'move' || (date >= period.from && date < period.to)
    }
    return [...this.#unrated].filter(isIn).length
  }

  /** Notes that an order's total has no value in the company's currency: it counts for nothing. */
  #noted(id: string, total: number | null): number {
    if (total === null) this.#unrated.add(id)
    return total ?? 0
  }

  #putAll(): void {
    for (const order of this.#directory.all(orders)) this.#put(order.id)
  }

  #put(id: string): void {
    const order = this.#directory.order(id)
    this.#unrated.delete(id)
    const { toCompany, rateAt } = this.#directory.exchange()
    const noting: Exchange = { rateAt, toCompany: (...sum) => this.#noted(id, toCompany(...sum)) }
    const counted = order && !order.gone ? funnelOrder(order, noting) : null
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
