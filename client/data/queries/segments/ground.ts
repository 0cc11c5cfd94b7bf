import type { CollectionName } from '../../../../shared/collections.ts'
import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { counterparties } from '../../../../shared/counterparties/collections.ts'
import { counterpartyId } from '../../../../shared/counterparties/counterparty-id.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import { products } from '../../../../shared/goods/collections.ts'
import { mailingConsents } from '../../../../shared/mailings/collections.ts'
import { consentId } from '../../../../shared/mailings/consent-id.ts'
import type { SegmentGround } from '../../../../shared/segments/ground.ts'
import type { Directory } from '../directory.ts'

/** Customers that were merged, by the one that each means; anew when customers change. */
export class Merges {
  readonly #directory: Directory
  #byEnd: ReadonlyMap<string, readonly string[]> | null = null

  constructor(directory: Directory) {
    this.#directory = directory
  }

  forget(): void {
    this.#byEnd = null
  }

  /** Ids of those that mean a customer, its own first. */
  idsOf(customer: string): readonly string[] {
    this.#byEnd ??= this.#read()
    return [customer, ...(this.#byEnd.get(customer) ?? [])]
  }

  /** Whether the last answer knew it as one that was merged, or that others mean. */
  concern(customer: string): boolean {
    return this.#byEnd !== null && [...this.#byEnd].some(([end, ids]) => end === customer || ids.includes(customer))
  }

  #read(): ReadonlyMap<string, readonly string[]> {
    const byEnd = Map.groupBy(this.#directory.merges(), ([, end]) => end)
    return new Map(Array.from(byEnd, ([end, all]) => [end, all.map(([id]) => id).filter((id) => id !== end)]))
  }
}

/** What segments are found out by on this device. */
export function groundOf(directory: Directory, merges: Merges, facts: SegmentGround['facts']): SegmentGround {
  return {
    around: () => directory.around(),
    *customers() {
      for (const row of directory.all(customers)) if (!row.gone && row.mergedInto === null) yield row
    },
    customer: (id) => directory.typed(customers, id),
    meant: (id) => directory.customer(id) ?? id,
    idsOf: (id) => merges.idsOf(id),
    facts,
    product: (id) => directory.typed(products, id),
    below: (to, id) => directory.below(to, id),
    consent: (way, to) => directory.typed(mailingConsents, consentId(way, to)),
    counterparty: (inn) => directory.typed(counterparties, counterpartyId(inn)),
    country: () => directory.typed(company, COMPANY)?.country ?? null,
    isHere: (collection, id) => directory.row(collection as CollectionName, id)?.gone === false,
  }
}
