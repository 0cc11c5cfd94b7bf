import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { type Customer, customers } from '../../../../shared/customers/collections.ts'
import {
  type Candidates,
  type DuplicateIndex,
  duplicatesOf,
  findDuplicates,
  indexDuplicates,
} from '../../../../shared/customers/duplicates/duplicates.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import type { Alike, DuplicatesAnswer, DuplicatesQuery } from './query.ts'

/** Where a company has not said its country, phones without a code are of this one. */
const COUNTRY = 'RU'

/** Customers that may be the same (shared/customers SPEC B5), by an index that is made anew when one has changed and it is asked. */
export class Twins {
  readonly #directory: Directory
  #index: DuplicateIndex | null = null

  constructor(directory: Directory) {
    this.#directory = directory
  }

  take(changed: ItemsChanged): void {
    if (changed.has('customers') || changed.has('company')) this.#index = null
  }

  /** Who may be the same as a customer that is here. */
  of(customer: Customer): readonly Alike[] {
    return duplicatesOf(customer, this.#whole(), customer.id).flatMap((found) => this.#alike(found))
  }

  /** All that may be the same, what says most first. */
  all({ to }: DuplicatesQuery): DuplicatesAnswer {
    const found = findDuplicates(this.#whole())
    const sets = found.slice(0, to).map((one) => ({ id: one.ids.join(' '), by: one.by, of: this.#alike(one) }))
    return { what: 'duplicates', count: found.length, sets }
  }

  #whole(): DuplicateIndex {
    const [own] = [...this.#directory.all(company)].filter(({ id }) => id === COMPANY)
    this.#index ??= indexDuplicates(this.#directory.all(customers), own?.country ?? COUNTRY)
    return this.#index
  }

  #alike({ ids, by }: Candidates): Alike[] {
    return ids.flatMap((id) => {
      const row = this.#directory.row('customers', id) as unknown as Customer | null
      return row ? [{ id, by, name: row.name, inn: row.inn, phone: row.phone }] : []
    })
  }
}
