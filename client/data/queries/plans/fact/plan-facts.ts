import type { CollectionName } from '../../../../../shared/collections.ts'
import type { Columns } from '../../../../../shared/columns/columns.ts'
import { productGroups, products } from '../../../../../shared/goods/collections.ts'
import type { About } from '../../../../../shared/plans/fact/finder.ts'
import { LEFT } from '../../../../../shared/plans/fact/left.ts'
import { FactColumns } from '../../../../../shared/reports/facts/columns.ts'
import type { Directory, ItemsChanged } from '../../directory.ts'
import type { Funnels } from '../../funnel/funnels.ts'
import type { KeptSource } from '../../reports/kept-facts.ts'
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
    if (MADE_BY.some((name) => changed.has(name))) this.#reports.kept.putAll(leftIn(this.#left))
    else if (orders !== undefined && orders !== 'all')
      for (const id of orders) this.#reports.kept.put(leftIn(this.#left), id)
  }

  /** Takes in the orders of a document that stands from its columns. */
  stand(columns: Columns): void {
    if (this.#left) this.#reports.kept.putStanding(columns, leftIn(this.#left))
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
    this.#reports.kept.putAll(leftIn(this.#left))
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
}

/** What is left, as it is kept beside documents. */
function leftIn(columns: FactColumns): KeptSource {
  return { name: 'left', layout: LEFT, columns }
}
