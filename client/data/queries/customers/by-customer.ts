import type { FunnelBundle } from '../../../../shared/funnel/index.ts'

/** What a document's columns say of its orders, in the order of their ids. */
type Numbers = Pick<FunnelBundle, 'texts' | 'sorts' | 'customers'>

/**
 * Which documents, orders or invoices, name which customer, as it is written. What was noted is looked at when it is asked for;
 * of orders that stand from columns the numbers there tell, and no row of them is read.
 */
export class ByCustomer {
  readonly #customerOf: (id: string) => string | null
  readonly #byCustomer = new Map<string, Set<string>>()
  readonly #known = new Map<string, string>()
  /** Those that may have another customer. */
  readonly #noted = new Set<string>()
  readonly #stood: { readonly ids: readonly string[]; readonly numbers: Numbers }[] = []

  constructor(customerOf: (id: string) => string | null) {
    this.#customerOf = customerOf
  }

  /** A document has changed, come or gone. */
  note(id: string): void {
    this.#noted.add(id)
  }

  /** A document's orders stand from its columns: what was noted of them before is in these. */
  stand(ids: readonly string[], numbers: Numbers): void {
    this.#stood.push({ ids, numbers })
    if (this.#noted.size > 0) for (const id of ids) this.#noted.delete(id)
  }

  of(customer: string): ReadonlySet<string> {
    for (const { ids, numbers } of this.#stood.splice(0)) this.#putAll(ids, numbers)
    for (const order of this.#noted) this.#put(order, this.#customerOf(order))
    this.#noted.clear()
    return this.#byCustomer.get(customer) ?? new Set()
  }

  #putAll(ids: readonly string[], { texts, sorts, customers }: Numbers): void {
    for (const [at, id] of ids.entries()) {
      if (this.#noted.has(id)) continue
      // Of one that no report counts nothing stands there.
      if (sorts[at] === 0) this.#noted.add(id)
      else this.#put(id, texts[customers[at] ?? -1] ?? null)
    }
  }

  #put(order: string, customer: string | null): void {
    const before = this.#known.get(order)
    if (before === customer) return
    if (before !== undefined) this.#byCustomer.get(before)?.delete(order)
    this.#known.delete(order)
    if (customer === null) return
    this.#known.set(order, customer)
    const orders = this.#byCustomer.get(customer) ?? new Set()
    this.#byCustomer.set(customer, orders.add(order))
  }
}
