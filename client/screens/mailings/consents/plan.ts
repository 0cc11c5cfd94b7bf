import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { type Customer, customers } from '../../../../shared/customers/collections.ts'
import { addressesOf } from '../../../../shared/mailings/audience/suppression.ts'
import { type MailingConsent, mailingConsents } from '../../../../shared/mailings/collections.ts'
import { toOf } from '../../../../shared/mailings/consent-id.ts'
import { type ConsentFile, readConsents } from '../../../../shared/mailings/importing/consent-file.ts'
import { type Foreseen, foreseen } from '../../../../shared/mailings/importing/taken-consents.ts'
import { readAddress } from '../../../../shared/messages/acts/address.ts'
import type { Way } from '../../../../shared/messages/collections.ts'
import type { useData } from '../../../data/page/solid.tsx'

type Data = ReturnType<typeof useData>

/** So many records are handed over at a time. */
const PART = 500

/** A file of consents, and what would become of each row. */
export interface ConsentPlan {
  readonly file: ConsentFile
  readonly foreseen: readonly Foreseen[]
  /** Whose an address or number is, by way and address; the first customer who has it. */
  readonly owners: ReadonlyMap<string, string>
}

/** Reads a file, and sets it beside what is known of its addresses; null: it is no table. */
export async function planConsents(data: Data, file: File): Promise<ConsentPlan | null> {
  const { openFile } = await import('../../../../shared/importing/opening/open-file.ts')
  const opened = await openFile(file.name, new Uint8Array(await file.arrayBuffer()))
  const table = 'code' in opened ? undefined : opened.tables[0]
  if (!table) return null
  const { rows } = await data.once({ what: 'all', collection: company.name })
  const own = rows.find(({ id }) => id === COMPANY) as { country?: string | null; zone?: string | null } | undefined
  const country = own?.country ?? null
  const read = readConsents(table.sheet, { country, zone: own?.zone ?? 'UTC', now: Date.now() })
  const known = new Map<string, MailingConsent>()
  for await (const row of allOf<MailingConsent>(data, mailingConsents.name)) known.set(row.id, row)
  return { file: read, foreseen: foreseen(read.rows, (id) => known.get(id)), owners: await ownersOf(data, country) }
}

/** By what an owner is found. */
export const ownerKey = (way: Way, to: string) => `${way} ${to}`

async function ownersOf(data: Data, country: string | null): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>()
  for await (const customer of allOf<Customer>(data, customers.name)) {
    if (customer.gone || customer.mergedInto !== null) continue
    for (const way of ['letter', 'sms'] as const)
      for (const { address } of addressesOf(customer, way)) {
        const read = readAddress(way, address, country)
        const key = read === null ? null : ownerKey(way, toOf(way, read))
        if (key !== null && !owners.has(key)) owners.set(key, customer.id)
      }
  }
  return owners
}

async function* allOf<R>(data: Data, collection: 'customers' | 'mailingConsents'): AsyncGenerator<R> {
  for (let from = 0, total = 1; from < total; from += PART) {
    const { rows, count } = await data.once({ what: 'all', collection, part: { from, to: from + PART } })
    // Rows of a collection are of that collection.
    yield* rows as unknown as readonly R[]
    total = count
  }
}
