import { ignoredNumbers } from '../../../../../shared/calls/collections.ts'
import { type Ignores, ignoring } from '../../../../../shared/calls/ignored/mask.ts'
import { type Calling, type Holder, NumberBook } from '../../../../../shared/calls/whose/number-book.ts'
import { COMPANY, company } from '../../../../../shared/company/collections.ts'
import { customers } from '../../../../../shared/customers/collections.ts'
import type { Directory, ItemsChanged } from '../../directory.ts'

/** Where a company has not said its country, numbers without a code are of this one. */
const COUNTRY = 'RU'

/** Whose numbers are and which are not handled: looked at when the first call comes, then kept as records change. */
export class KnownNumbers {
  readonly #directory: Directory
  #book: NumberBook | null = null
  #ignores: Ignores | null = null

  constructor(directory: Directory) {
    this.#directory = directory
  }

  take(changed: ItemsChanged): void {
    if (changed.has('ignoredNumbers') || changed.has('company')) this.#ignores = null
    const book = this.#book
    if (book === null) return
    // Fields of a company's own hold phones, too.
    const isOtherwise = changed.has('customFields') || book.country !== this.#country()
    if (isOtherwise) this.#book = null
    else this.#mend(book, changed.get('customers') ?? [])
  }

  /** Who has the number of a call. */
  find(calling: Calling): readonly Holder[] {
    this.#book ??= this.#made()
    return this.#book.find(calling)
  }

  isIgnored(number: string | null): boolean {
    this.#ignores ??= ignoring(this.#ignored(), this.#country())
    return this.#ignores(number)
  }

  #made(): NumberBook {
    const book = new NumberBook(this.#country())
    for (const customer of this.#directory.all(customers)) book.put(customer)
    return book
  }

  #mend(book: NumberBook, ids: Iterable<string> | 'all'): void {
    for (const id of ids === 'all' ? this.#directory.rows('customers').keys() : ids) {
      const row = this.#directory.typed(customers, id)
      if (row) book.put(row)
      else book.delete(id)
    }
  }

  #ignored(): readonly string[] {
    const rows = [...this.#directory.all(ignoredNumbers)]
    return rows.flatMap(({ gone, number }) => (gone || number === null ? [] : [number]))
  }

  #country(): string {
    return this.#directory.typed(company, COMPANY)?.country ?? COUNTRY
  }
}
