import { type Columns, ordersIn } from '../../../../shared/columns/columns.ts'
import type { Sheaf } from '../../../../shared/columns/sheaf.ts'
import type { FactColumns } from '../../../../shared/reports/facts/columns.ts'
import { type FactBundle, factsIn } from '../../../../shared/reports/facts/of-orders/bundle.ts'
import type { RawLayout } from '../../../../shared/reports/facts/of-orders/raw.ts'
import { factsOfOrder, Settling } from '../../../../shared/reports/facts/of-orders/settle.ts'
import type { Known } from '../../../../shared/reports/sources/known.ts'
import type { Directory } from '../directory.ts'

/** A source whose facts are kept, the name under which they are, and where they go. */
export interface KeptSource {
  readonly name: string
  readonly layout: RawLayout
  readonly columns: FactColumns
}

/** Facts of orders out of the columns of documents that are not open: no row is made for them (reports/SPEC RP18). */
export class KeptFacts {
  readonly #directory: Directory
  readonly #known: () => Known
  /** Those of which rows stand in the sheaf still. */
  readonly #bundles = new Map<Sheaf, FactBundle>()

  /** `known`: what facts are made by, as it is then. */
  constructor(directory: Directory, known: () => Known) {
    this.#directory = directory
    this.#known = known
  }

  /** Takes in that a document stands from its columns, after the directory has. */
  stand({ sheaves, facts }: Columns): void {
    const sheaf = ordersIn(sheaves) as Sheaf | null
    const rows = this.#directory.rows('orders')
    for (const one of this.#bundles.keys()) if (!one.ids.some((id) => rows.isIn(one, id))) this.#bundles.delete(one)
    if (sheaf && facts) this.#bundles.set(sheaf, facts)
  }

  /** Makes the facts of all orders. */
  putAll(source: KeptSource): void {
    const rows = this.#directory.rows('orders')
    const put = new Set<string>()
    for (const sheaf of this.#bundles.keys()) this.#putOf(sheaf, source, put)
    for (const id of rows.keys()) if (!put.has(id)) this.put(source, id)
  }

  /** Makes those of the orders of columns that have come to stand. */
  putStanding({ sheaves }: Columns, source: KeptSource): void {
    const sheaf = ordersIn(sheaves) as Sheaf | null
    const put = new Set<string>()
    if (sheaf) this.#putOf(sheaf, source, put)
    for (const id of sheaf?.ids ?? []) if (!put.has(id)) this.put(source, id)
  }

  /** Makes those of one order, by its row. */
  put({ layout, columns }: KeptSource, id: string): void {
    const order = this.#directory.order(id)
    columns.put(id, order && !order.gone ? factsOfOrder(layout, order, this.#known()) : [])
  }

  /** Puts what stands in a sheaf; notes what was put. */
  #putOf(sheaf: Sheaf, { name, layout, columns }: KeptSource, put: Set<string>): void {
    const bundle = this.#bundles.get(sheaf)
    if (!bundle) return
    const rows = this.#directory.rows('orders')
    const settling = new Settling(layout, this.#known())
    let at = 0
    for (const [raws, about] of factsIn(bundle, name, layout)) {
      const id = sheaf.ids[at++] ?? ''
      if (!rows.isIn(sheaf, id)) continue
      columns.put(id, settling.settled(raws, about))
      put.add(id)
    }
  }
}
