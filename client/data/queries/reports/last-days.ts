import { invoices } from '../../../../shared/orders/invoices/collections.ts'
import { lastDaysBy } from '../../../../shared/reports/sources/debts/last-days.ts'
import type { Directory } from '../directory.ts'

/** The last days to pay of orders' invoices; invoices are gone through when it is asked for one, once until it is to forget. */
export class LastDays {
  readonly #directory: Directory
  #days: ReturnType<typeof lastDaysBy> | null = null

  constructor(directory: Directory) {
    this.#directory = directory
  }

  of(order: string): readonly number[] {
    this.#days ??= lastDaysBy(this.#directory.all(invoices))
    return this.#days.get(order) ?? []
  }

  /** Invoices have changed. */
  forget(): void {
    this.#days = null
  }
}
