import type { organisations } from '../../company/collections.ts'
import type { Customer } from '../../customers/collections.ts'
import type { Order } from '../../orders/collections.ts'
import { lineSums, orderSums } from '../../orders/totals.ts'
import type { Row } from '../../records/declarations/collection.ts'
import type { Account, Deal, DealLine, Party, Seller } from './deal.ts'

export type Organisation = Row<typeof organisations>

/** What orders and invoices have alike. */
export type TradeDocument = Pick<Order, 'number' | 'draft' | 'lines' | 'discount' | 'vatMode' | 'currency' | 'note'>

/** What a document refers to, and what it is printed with. */
export interface DealRecords {
  readonly organisation: Organisation | null
  /** Which account of it, by id; null, and one that is not there any more: its first. */
  readonly account: string | null
  readonly customer: Customer | null
  readonly productName: (id: string | null) => string | null
  /** The document's day, `YYYY-MM-DD`. */
  readonly day: string | null
  readonly ground: string | null
  /** ISO 4217, of documents that name none. */
  readonly currency: string
}

/** What a document's paper says of the trade (SPEC P7). */
export function dealOf(document: TradeDocument, records: DealRecords): Deal {
  const sums = orderSums(document)
  return {
    number: document.number ?? document.draft ?? '',
    date: records.day,
    seller: sellerOf(records.organisation, records.account),
    customer: records.customer && partyOf(records.customer),
    ground: records.ground,
    lines: document.lines.map((line) => dealLine(line, document, records)),
    total: sums.total,
    vat: isWithoutVat(document) ? null : sums.vat,
    discount: discountOf(document, sums.total),
    currency: document.currency ?? records.currency,
    note: document.note,
  }
}

function dealLine(line: TradeDocument['lines'][number], terms: TradeDocument, { productName }: DealRecords): DealLine {
  const { quantity, unit, price } = line
  const name = [productName(line.product), line.text].filter(Boolean).join(', ')
  const { total, vat } = lineSums(line, terms)
  return { name, quantity, unit, price, total, vat }
}

/** No line has a rate, or the whole document is without VAT. */
function isWithoutVat({ vatMode, lines }: TradeDocument): boolean {
  return vatMode === 'none' || lines.every(({ vat }) => vat === null || vat === 'none')
}

/** What the lines would come to without any discount, less what they do; what is put on is no discount. */
function discountOf({ lines, vatMode }: TradeDocument, total: number): number {
  const listed = lines.map((line) => ({ ...line, discount: null, discountSum: null }))
  return Math.max(0, orderSums({ lines: listed, vatMode }).total - total)
}

const NOBODY: Party = { name: null, fullName: null, inn: null, kpp: null, address: null, phone: null }

function sellerOf(organisation: Organisation | null, account: string | null): Seller {
  if (organisation === null) return { ...NOBODY, headPost: null, head: null, accountant: null, account: null }
  const { headPost, head, accountant } = organisation
  return { ...partyOf(organisation), headPost, head, accountant, account: accountOf(organisation, account) }
}

function accountOf({ accounts }: Organisation, id: string | null): Account | null {
  const found = accounts.find((one) => one.id === id) ?? accounts[0]
  return found ? { account: found.account, bank: found.bank, bik: found.bik, correspondent: found.correspondent } : null
}

function partyOf({ name, fullName, inn, kpp, address, phone }: Party): Party {
  return { name, fullName, inn, kpp, address, phone }
}
