import type { CollectionName } from '../../../../../shared/collections.ts'
import type { Columns } from '../../../../../shared/columns/columns.ts'
import { productGroups, products } from '../../../../../shared/goods/collections.ts'
import type { About } from '../../../../../shared/plans/fact/finder.ts'
import { LEFT } from '../../../../../shared/plans/fact/left.ts'
import { FactColumns } from '../../../../../shared/reports/facts/columns.ts'
import type { Directory, ItemsChanged } from '../../directory.ts'
import type { Funnels } from '../../funnel/funnels.ts'
import { knownTo } from '../../reports/known.ts'
import type { Reports } from '../../reports/reports.ts'
import { behindOf } from './behind.ts'
import type { FactGround } from './ground.ts'
import { LivePlanFact } from './live-plan-fact.ts'
import type { PlanFactBehindAnswer, PlanFactBehindQuery, PlanFactQuery } from './query.ts'

/** All sales, of which the plan's days take their own. */
const ALL_SALES = {
  source: 'sales',
  rows: [],
  columns: null,
  measures: ['sum'],
  from: null,
  until: null,
  compare: null,
  filter: [],
  search: '',
} as const

/** Settings by which facts are made: sums in the company's currency, days in its zone. */
const MADE_BY: readonly CollectionName[] = ['company', 'currencies']

/** What plans are held against: what was sold, what open orders have left, and what becomes of such orders by the funnel. */
export class PlanFacts implements FactGround {
  readonly directory: Directory
  readonly funnels: Funnels
  readonly #reports: Reports
  #left: FactColumns | null = null

  constructor(directory: Directory, funnels: Funnels, reports: Reports) {
    this.directory = directory
    this.funnels = funnels
    this.#reports = reports
  }

  /** Takes in that records have changed. */
  take(changed: ItemsChanged): void {
    if (!this.#left) return
    const orders = changed.get('orders')
    if (MADE_BY.some((name) => changed.has(name))) this.#putAll(this.#left, this.directory.rows('orders').keys())
    else if (orders !== undefined && orders !== 'all') this.#putAll(this.#left, orders)
  }

  /** Takes in the orders of a document that stands from its columns. */
  stand({ sheaves }: Columns): void {
    const ids = sheaves.find(({ collection }) => collection.name === 'orders')?.ids
    if (this.#left && ids) this.#putAll(this.#left, ids)
  }

  open(query: PlanFactQuery): LivePlanFact {
    return new LivePlanFact(this, query)
  }

  behind(query: PlanFactBehindQuery): PlanFactBehindAnswer {
    return { what: 'planFactBehind', lines: behindOf(this, query) }
  }

  /** What was sold, order by order. */
  get sold(): FactColumns {
    return this.#reports.ground(ALL_SALES).columns
  }

  /** What open orders have left to ship; made when it is asked for first. */
  get left(): FactColumns {
    if (this.#left) return this.#left
    this.#left = new FactColumns(LEFT)
    this.#putAll(this.#left, this.directory.rows('orders').keys())
    return this.#left
  }

  about(): About {
    const groups = new Map(Array.from(this.directory.all(productGroups), (one) => [one.id, one]))
    return {
      category: (id) => this.directory.typed(products, id)?.category ?? null,
      customer: (id) => this.directory.customer(id) ?? id,
      groups: (id) => {
        const above: string[] = []
        let at = this.directory.typed(products, id)?.group ?? null
        for (; at !== null && !above.includes(at); at = groups.get(at)?.parent ?? null) above.push(at)
        return above
      },
    }
  }

  #putAll(left: FactColumns, ids: Iterable<string>): void {
    // No fact says when it is to be paid.
    const known = knownTo(this.directory, () => [])
    for (const id of ids) {
      const order = this.directory.order(id)
      left.put(id, order ? LEFT.factsOf(order, known) : [])
    }
  }
}
