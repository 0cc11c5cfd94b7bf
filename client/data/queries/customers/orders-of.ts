/** Which orders name which customer, as it is written: looked through once, when it is first asked; after that what was noted alone. */
export class OrdersOf {
  readonly #ids: () => Iterable<string>
  readonly #customerOf: (order: string) => string | null
  readonly #byCustomer = new Map<string, Set<string>>()
  readonly #known = new Map<string, string>()
  /** Orders that may have another customer; null before all were looked through. */
  #noted: Set<string> | null = null

  constructor(ids: () => Iterable<string>, customerOf: (order: string) => string | null) {
    this.#ids = ids
    this.#customerOf = customerOf
  }

  /** An order has changed, come or gone. */
  note(order: string): void {
    this.#noted?.add(order)
  }

  of(customer: string): ReadonlySet<string> {
    for (const order of this.#noted ?? this.#ids()) this.#put(order)
    this.#noted = new Set()
    return this.#byCustomer.get(customer) ?? new Set()
  }

  #put(order: string): void {
    const before = this.#known.get(order)
    const customer = this.#customerOf(order)
    if (before !== undefined) this.#byCustomer.get(before)?.delete(order)
    this.#known.delete(order)
    if (customer === null) return
    this.#known.set(order, customer)
    const orders = this.#byCustomer.get(customer) ?? new Set()
    this.#byCustomer.set(customer, orders.add(order))
  }
}
