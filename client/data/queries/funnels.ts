import {
  type FunnelBlock,
  FunnelColumns,
  type FunnelFigure,
  type FunnelOptions,
  funnelSpread,
  type OpenFunnel,
  openFunnel,
  ordersBehind,
} from '../../../shared/funnel/index.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { funnelKind, funnelOrder } from '../../../shared/orders/funnel-order.ts'
import type { Directory, ItemsChanged } from './directory.ts'
import { matcher } from './matching.ts'
import type { FunnelAnswer, FunnelQuery } from './query.ts'

/** The collections whose names the groups of a variant have. */
const GROUPS = { customer: 'customers', manager: 'people', department: 'departments' } as const

/** The funnel's columns, kept from the directory, and the reports over them. */
export class Funnels {
  readonly #directory: Directory
  readonly #columns = new FunnelColumns()

  constructor(directory: Directory) {
    this.#directory = directory
  }

  /** Takes in that orders have changed; removed ones leave the columns. */
  take(changed: ItemsChanged): void {
    const orders = changed.get('orders')
    if (changed.has('currencies') || changed.has('company')) this.#putAll()
    else if (orders !== undefined && orders !== 'all') for (const id of orders) this.#put(id)
  }

  /** Opens a report that follows the columns until it is closed. */
  open(query: FunnelQuery): LiveFunnel {
    const options = this.#options(query)
    return new LiveFunnel(this.#directory, this.#columns, options, query)
  }

  /** The ids of the orders behind a figure. */
  behind(query: FunnelQuery, figure: FunnelFigure): string[] {
    return ordersBehind(this.#columns, this.#options(query), figure, Date.now())
  }

  #putAll(): void {
    for (const order of this.#directory.all(orders)) this.#put(order.id)
  }

  #put(id: string): void {
    const order = this.#directory.order(id)
    const counted = order && !order.gone ? funnelOrder(order, this.#directory.exchange()) : null
    // A total beyond what a number holds exactly is no sum that anybody meant: it must not stop the feed.
    if (counted && Number.isSafeInteger(counted.total)) this.#columns.put(counted)
    else this.#columns.remove(id)
  }

  #options(query: FunnelQuery): FunnelOptions {
    const all = this.#directory.kinds()
    const chosen = query.kinds?.flatMap((id) => all.find((kind) => kind.id === id) ?? []) ?? all
    return {
      kinds: chosen.map(funnelKind),
      period: query.period,
      moment: query.moment,
      mode: query.mode,
      by: query.by,
      filter: this.#filter(query),
      names: { reason: (id) => this.#directory.name('reasons', id) ?? id, group: (id) => this.#groupName(query, id) },
    }
  }

  #filter({ filter, search }: FunnelQuery): FunnelOptions['filter'] {
    if (filter.length === 0 && search.trim() === '') return undefined
    const matches = matcher(filter, search)
    return (index) => {
      const item = this.#directory.item('orders', this.#columns.idOf(index) ?? '')
      return item !== null && matches(item)
    }
  }

  #groupName({ by }: FunnelQuery, id: string): string {
    return (by === 'order' ? null : this.#directory.name(GROUPS[by], id)) ?? id
  }
}

/** Hours of running stays grow in every block: the whole report is read this often (ms), else the changed blocks. */
const WHOLE = 30_000

/** One open report. */
export class LiveFunnel {
  readonly #directory: Directory
  readonly #columns: FunnelColumns
  readonly #options: FunnelOptions
  readonly #query: FunnelQuery
  readonly #open: OpenFunnel
  #blocks = new Map<string, FunnelBlock>()
  #readAt = Number.NEGATIVE_INFINITY

  constructor(directory: Directory, columns: FunnelColumns, options: FunnelOptions, query: FunnelQuery) {
    this.#directory = directory
    this.#columns = columns
    this.#options = options
    this.#query = query
    this.#open = openFunnel(columns, options, Date.now())
  }

  answer(): FunnelAnswer {
    const now = Date.now()
    if (now - this.#readAt < WHOLE) for (const block of this.#open.changed(now)) this.#mend(block)
    else this.#read(now)
    const moment = this.#options.moment === 'now' ? now : this.#options.moment
    const report = { moment, blocks: [...this.#blocks.values()] }
    const spread = this.#query.spread ? funnelSpread(this.#columns, this.#options, now) : []
    const groups = new Set(report.blocks.map((block) => block.group))
    return { what: 'funnel', report, spread, names: this.#names(groups) }
  }

  close(): void {
    this.#open.close()
  }

  #read(now: number): void {
    this.#readAt = now
    this.#blocks = new Map(this.#open.read(now).blocks.map((block) => [keyOf(block), block]))
  }

  /** Puts a changed block in its place; a group without orders is gone. */
  #mend(block: FunnelBlock): void {
    if (block.group !== undefined && block.orders === 0) this.#blocks.delete(keyOf(block))
    else this.#blocks.set(keyOf(block), block)
  }

  #names(groups: ReadonlySet<string | null | undefined>): { [id: string]: string } {
    const { by } = this.#query
    if (by === 'order') return {}
    const named = [...groups].flatMap((id) => (id ? [[id, this.#directory.name(GROUPS[by], id) ?? id] as const] : []))
    return Object.fromEntries(named)
  }
}

function keyOf({ kind, group }: FunnelBlock): string {
  return JSON.stringify([kind, group])
}
