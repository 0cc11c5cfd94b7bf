import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { type Customer, customers } from '../../../../shared/customers/collections.ts'
import { DuplicateIndex } from '../../../../shared/customers/duplicates/duplicate-index.ts'
import { type Candidates, duplicatesOf, findDuplicates } from '../../../../shared/customers/duplicates/duplicates.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import type { Alike, DuplicatesAnswer, DuplicatesQuery } from './query.ts'

/** Where a company has not said its country, phones without a code are of this one. */
const COUNTRY = 'RU'
/** Customers are looked at so long (ms) before others are heard, and so many at least: few are looked at at once. */
const SLICE = 8
const FEW = 100
/** So many of those that share what half the company has say enough: «89999999999» is nobody's phone. */
const MOST_ALIKE = 50

/**
 * Customers that may be the same (shared/customers SPEC B5). All are looked at when that is asked first, a slice at a time;
 * from then on those that have changed.
 */
export class Twins {
  readonly #directory: Directory
  readonly #ready: () => void
  #index: DuplicateIndex | null = null
  /** Those that are still to be looked at; null when all were. */
  #rest: Iterator<Customer> | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  /** `ready` is called when all were looked at, where an answer could not wait for that. */
  constructor(directory: Directory, ready: () => void = () => {}) {
    this.#directory = directory
    this.#ready = ready
  }

  take(changed: ItemsChanged): void {
    const index = this.#index
    if (!index) return
    const isOtherwise = changed.has('company') && index.country !== this.#country()
    const ids = changed.get('customers')
    // Fields of a company's own hold phones and addresses that are compared, too.
    if (isOtherwise || changed.has('customFields')) this.#begin()
    else this.#lookAt(index, ids ?? [])
  }

  #lookAt(index: DuplicateIndex, ids: Iterable<string> | 'all'): void {
    for (const id of ids === 'all' ? this.#directory.rows('customers').keys() : ids) this.#look(index, id)
  }

  /** Who may be the same as a customer that is here; nobody before all were looked at. */
  of(customer: Customer): readonly Alike[] {
    const index = this.#whole()
    if (!index) return []
    const found = duplicatesOf(customer, index, customer.id)
    return found.slice(0, MOST_ALIKE).flatMap((one) => this.#alike(one))
  }

  /** All that may be the same, what says most first. */
  all({ to }: DuplicatesQuery): DuplicatesAnswer {
    const index = this.#whole()
    const found = index ? findDuplicates(index) : []
    const sets = found.slice(0, to).map((one) => ({ id: one.ids.join(' '), by: one.by, of: this.#alike(one) }))
    return { what: 'duplicates', isWhole: index !== null, count: found.length, sets }
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #whole(): DuplicateIndex | null {
    if (!this.#index) this.#begin()
    return this.#rest === null ? this.#index : null
  }

  #begin(): void {
    this.close()
    this.#index = new DuplicateIndex(this.#country())
    this.#rest = this.#directory.all(customers)
    this.#goOn()
  }

  #goOn(): void {
    const until = performance.now() + SLICE
    for (let count = 1; this.#rest && (count % FEW !== 0 || performance.now() < until); count++) {
      const { done, value } = this.#rest.next()
      if (done) this.#rest = null
      else this.#index?.put(value)
    }
    if (this.#rest === null) return
    this.#timer = setTimeout(() => {
      this.#goOn()
      if (this.#rest === null) this.#ready()
    })
  }

  #look(index: DuplicateIndex, id: string): void {
    const row = this.#directory.typed(customers, id)
    if (row) index.put(row)
    else index.delete(id)
  }

  #country(): string {
    const [own] = [...this.#directory.all(company)].filter(({ id }) => id === COMPANY)
    return own?.country ?? COUNTRY
  }

  #alike({ ids, by }: Candidates): Alike[] {
    return ids.slice(0, MOST_ALIKE).flatMap((id) => {
      const row = this.#directory.typed(customers, id)
      return row ? [{ id, by, name: row.name, inn: row.inn, phone: row.phone }] : []
    })
  }
}
