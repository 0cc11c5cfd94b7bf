import { type Accessor, createMemo } from 'solid-js'
import { organisations } from '../../../shared/company/collections.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { products } from '../../../shared/goods/collections.ts'
import type { DealRecords, TradeDocument } from '../../../shared/print/trade/deal-of.ts'
import { createEvery, createRecord } from '../../data/page/solid.tsx'
import { inZone } from '../../ui/words/parse-date.ts'
import { useWords } from '../../ui/words/words.tsx'
import { createCurrency } from '../company.ts'

/** What is printed, and what it refers to. */
export interface PrintedDocument {
  readonly document: TradeDocument
  readonly organisation: string | null
  /** Which of its bank accounts. */
  readonly account: string | null
  /** The customer that is meant: not one that was merged into another. */
  readonly customer: string | null
  /** Milliseconds since 1970. */
  readonly at: number
  readonly ground: string | null
}

/** The records that a document's paper is made of; undefined until they are here. */
export function createDealRecords(printed: Accessor<PrintedDocument>): Accessor<DealRecords | undefined> {
  const { zone } = useWords()
  const currency = createCurrency()
  const own = createEvery(organisations)
  const goods = createEvery(products)
  const customer = createRecord(customers, () => printed().customer)
  const names = createMemo(() => new Map(goods().map(({ id, name }) => [id, name])))
  return () => {
    const { organisation, account, at, ground } = printed()
    if (printed().customer !== null && customer() === undefined) return undefined
    // Where none is named there may be but one.
    const [only, another] = own().filter(({ gone }) => !gone)
    return {
      organisation: own().find(({ id }) => id === organisation) ?? (another === undefined ? (only ?? null) : null),
      account,
      customer: customer()?.row ?? null,
      productName: (id) => names().get(id ?? '') ?? null,
      day: inZone(at, zone()).date,
      ground,
      currency: currency(),
    }
  }
}
