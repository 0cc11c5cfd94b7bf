import { OWED, type OwedField } from '../../../../shared/customers/list-fields.ts'
import type { Debt } from '../../../../shared/movements/debts.ts'
import type { Item } from '../query.ts'
import { CURRENCIES, type Owed, owedOf } from './owed.ts'

/** Where what is owed is found out. */
export interface OwingSource {
  /** By currency, of all orders that mean the customer. */
  readonly debts: (customer: string) => readonly Debt[]
  readonly toCompany: (sum: number, currency: string | null) => number | null
  /** The customer that is meant by one that was merged. */
  readonly meant: (customer: string) => string | null
}

type Both = Readonly<Record<OwedField, Owed>>

/**
 * What is owed, as lists of customers show it: reckoned when it is looked at, since it reads all orders of a customer, and
 * kept until one of these changes. Who sorts or filters by it looks at all.
 */
export class Owing {
  readonly #source: OwingSource
  readonly #known = new Map<string, Both>()
  #noted: Set<string> | 'all' = new Set()

  constructor(source: OwingSource) {
    this.#source = source
  }

  /** Whether anybody has looked: before that nothing need be noted. */
  get isLookedAt(): boolean {
    return this.#known.size > 0
  }

  /** Orders that name this customer have changed, come or gone. */
  note(customer: string | null): void {
    if (this.#noted !== 'all' && customer !== null) this.#noted.add(customer)
  }

  noteAll(): void {
    this.#noted = 'all'
  }

  /** The customers of whom something else was told before what has been noted. */
  changed(): ReadonlySet<string> | 'all' {
    const noted = this.#noted
    this.#noted = new Set()
    if (noted === 'all') {
      this.#known.clear()
      return 'all'
    }
    const ends = [...noted].map((id) => this.#source.meant(id) ?? id)
    return new Set(ends.filter((id) => this.#known.delete(id)))
  }

  /** The item with what is owed, which is reckoned when it is read. */
  shownIn(item: Item): Item {
    const fields = OWED.flatMap((of) => [
      [of, { enumerable: true, get: () => this.#of(item.id)[of].sum }] as const,
      [of + CURRENCIES, { enumerable: true, get: () => this.#of(item.id)[of].by }] as const,
    ])
    return Object.defineProperties(item, Object.fromEntries(fields))
  }

  #of(customer: string): Both {
    const both = this.#known.get(customer) ?? owedOf(this.#source.debts(customer), this.#source.toCompany)
    this.#known.set(customer, both)
    return both
  }
}
