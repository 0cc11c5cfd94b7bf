import { type Accessor, createContext, createMemo, useContext } from 'solid-js'
import { type Customer, customers } from '../../../../shared/customers/collections.ts'
import { joined } from '../../../../shared/customers/merging/joined.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { createQuery, createRecord } from '../../../data/page/solid.tsx'
import { type EntryRow, entryRows } from '../../../records/card/entries.tsx'
import { createCurrency } from '../../../records/company.ts'
import { useMayWrite } from '../../../records/rights.ts'

/** The lists of a customer. */
export type CustomerList = keyof typeof customers.lists

type Card = ReturnType<typeof createCard>

const Context = createContext<Card>()
export const CardProvider = Context.Provider

/** The customer whose card is open; only inside of its screen. */
export function useCard(): Card {
  const card = useContext(Context)
  if (!card) throw new Error('useCard stands outside of the screen of customers')
  return card
}

/** The customer of that id with what its card shows besides the record. */
export function createCard(id: Accessor<string | null>) {
  const mayWrite = useMayWrite('customers')
  const currency = createCurrency()
  const record = createRecord(customers, id)
  const answer = createQuery(() => {
    const asked = id()
    return asked === null ? null : ({ what: 'customer', id: asked } as const)
  })
  /** The record that stands; null while it is on its way, or still to be made. */
  const row = createMemo((): Customer | null => {
    const found = record()?.row ?? null
    return found?.id === id() ? found : null
  })
  /** Undefined while an answer about another customer stands. */
  const known = () => (answer()?.id === id() ? answer() : undefined)
  const merged = () => known()?.merged ?? []
  return {
    row,
    known,
    merged,
    currency,
    mayWrite,
    isFixed: () => !mayWrite || row()?.gone === true || row()?.newer === true,
    apart: () => record()?.apart ?? [],
    /** The record as its form shows it: what it lacks is that of those merged into it (SPEC B4). */
    shown: (one: JsonObject): JsonObject =>
      merged().length === 0 ? one : (joined(one as unknown as Customer, merged()) as unknown as JsonObject),
    /** Entries of a list, its own first, then of those merged into it. */
    entries: (list: CustomerList): readonly EntryRow[] => {
      const own = row()
      const all = own ? [own, ...merged()] : []
      return all.flatMap((one) => entryRows(one.id, one[list]))
    },
  }
}
