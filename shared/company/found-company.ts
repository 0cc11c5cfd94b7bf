import { generateNKeysBetween } from 'fractional-indexing'
import type { Language } from '../locales/index.ts'
import { kinds, reasons, states } from '../orders/collections.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { COMPANY, company, organisations } from './collections.ts'
import type { Starter } from './starter.ts'

/** The first organisation: most small businesses are one, named as the company is. */
const FIRST_ORGANISATION = 'first'

interface NewCompany {
  readonly company: string
  /** IANA zone. */
  readonly zone: string
  /** ISO 4217. */
  readonly currency: string
  /** Of its letters; the one of who founds it. */
  readonly language: Language
}

/** Makes the company's record and, with a starter, what it begins with. Made again, it takes on the new values. */
export function foundCompany(
  tx: Transaction,
  { company: name, zone, currency, language }: NewCompany,
  starter: Starter | null,
): void {
  tx.create(company, COMPANY, { name, zone, currency, language })
  tx.set(company, COMPANY, { name, zone, currency, language })
  if (!starter) return
  tx.create(organisations, FIRST_ORGANISATION, { name })
  tx.set(organisations, FIRST_ORGANISATION, { name })
  addStarter(tx, starter)
}

function addStarter(tx: Transaction, starter: Starter): void {
  for (const { id, ...state } of starter.states) tx.create(states, id, state)
  for (const { id, place, ...reason } of placed(starter.reasons)) tx.create(reasons, id, { ...reason, place })
  for (const { id, place, name, sort, states } of placed(starter.kinds)) {
    const entries = placed(states.map((state) => ({ state }))).map(({ state, place }) => [state, { place }])
    tx.create(kinds, id, { name, sort, place, states: Object.fromEntries(entries) })
  }
}

/** The items, each with the place that keeps it in this order. */
function placed<T extends object>(items: readonly T[]): (T & { readonly place: string })[] {
  const places = generateNKeysBetween(null, null, items.length)
  return items.map((item, i) => ({ ...item, place: places[i] ?? '' }))
}
