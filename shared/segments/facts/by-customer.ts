import { int, roomFor } from '../../funnel/columns/cells.ts'
import type { FactColumns } from '../../reports/facts/columns.ts'

/**
 * The rows of facts by the customer that they name, as it is written there: owners in a chain for each customer, kept while facts come
 * and go (SPEC SG5).
 */
export class ByCustomer {
  readonly columns: FactColumns
  readonly #changed: (customer: string) => void
  /** By customer, one more than the number of its first owner; 0: none. By owner, the same of the next and the one before. */
  #first = new Int32Array(0)
  #next = new Int32Array(0)
  #before = new Int32Array(0)

  /** `changed` is told of whomever facts name that came or went. */
  constructor(columns: FactColumns, changed: (customer: string) => void = () => {}) {
    this.columns = columns
    this.#changed = changed
    for (let row = 0; row < columns.size; row = columns.endOf(row)) if (int(columns.owners, row) >= 0) this.#link(row)
    columns.watch({ leave: (start) => this.#unlink(start), enter: (start) => this.#tell(this.#link(start)) })
  }

  /** Puts the rows of a customer's facts into `rows` from `at` on; how many there are then. */
  rowsInto(customer: string, rows: number[], at: number): number {
    const { columns } = this
    let end = at
    const number = columns.texts.numberIfAny(customer)
    for (let owner = number === null ? 0 : (this.#first[number] ?? 0); owner > 0; owner = int(this.#next, owner - 1)) {
      const start = columns.startOf(owner - 1)
      if (start === undefined) continue
      for (let row = start; row < columns.endOf(start); row++) rows[end++] = row
    }
    return end
  }

  /** Notes the owner of the rows that begin there under its customer, and says which one that is; -1: none. */
  #link(start: number): number {
    const customer = this.#customerOf(start)
    if (customer < 0) return customer
    const owner = int(this.columns.owners, start)
    this.#makeRoom()
    const first = int(this.#first, customer)
    this.#next[owner] = first
    this.#before[owner] = 0
    if (first > 0) this.#before[first - 1] = owner + 1
    this.#first[customer] = owner + 1
    return customer
  }

  #unlink(start: number): void {
    const customer = this.#customerOf(start)
    if (customer < 0) return
    const owner = int(this.columns.owners, start)
    const [next, before] = [int(this.#next, owner), int(this.#before, owner)]
    if (before > 0) this.#next[before - 1] = next
    else this.#first[customer] = next
    if (next > 0) this.#before[next - 1] = before
    this.#tell(customer)
  }

  #customerOf(row: number): number {
    return this.columns.keysOf('customer')[row] ?? -1
  }

  #tell(customer: number): void {
    const text = this.columns.texts.textOf(customer)
    if (text !== null) this.#changed(text)
  }

  #makeRoom(): void {
    const { size } = this.columns.texts
    this.#first = roomFor(this.#first, size)
    this.#next = roomFor(this.#next, size)
    this.#before = roomFor(this.#before, size)
  }
}
