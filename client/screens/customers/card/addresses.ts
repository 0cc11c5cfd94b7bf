import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { addressesOf } from '../../../../shared/mailings/audience/suppression.ts'
import { toOf } from '../../../../shared/mailings/consent-id.ts'
import { readAddress } from '../../../../shared/messages/acts/address.ts'
import type { Way } from '../../../../shared/messages/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useCard } from './context.tsx'

const WAYS = ['letter', 'sms'] as const

/** An address or number, as mailings have it. */
export interface MailingAddress {
  readonly way: Way
  readonly to: string
}

/** The addresses and numbers of the customer, each once, by which mailings reach him. */
export function createAddresses(): () => readonly MailingAddress[] {
  const card = useCard()
  const own = createRecord(company, () => COMPANY)
  return () => {
    const [row, told] = [card.row(), own()]
    // Numbers without a code are of the company's country: before that is known, nobody knows whose consent is meant.
    if (!row || !told) return []
    const country = told.row?.country ?? null
    const found = WAYS.flatMap((way) =>
      addressesOf(row, way).flatMap(({ address }) => {
        const read = readAddress(way, address, country)
        return read === null ? [] : [{ way, to: toOf(way, read) }]
      }),
    )
    return [...new Map(found.map((one) => [`${one.way} ${one.to}`, one])).values()]
  }
}
