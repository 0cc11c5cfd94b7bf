import { customers } from '../../../../shared/customers/collections.ts'
import { folded } from '../../../../shared/filters/values/folded.ts'
import { letters, ownLetters } from '../../../../shared/letters/collections.ts'
import { refusedOf } from '../../../../shared/letters/refused.ts'
import type { Directory } from '../directory.ts'
import type { OfferedReader, ReadersAnswer, ReadersQuery } from './query.ts'

/** So many are given at most. */
const MOST = 12

/** Addresses that fit what is typed, by themselves or by whose they are, each once. */
export function readersFor(directory: Directory, { text }: ReadersQuery): ReadersAnswer {
  const wanted = folded(text.trim())
  const found = new Map<string, OfferedReader>()
  for (const one of known(directory)) {
    if (found.size >= MOST) break
    const key = one.address.toLowerCase()
    if (!found.has(key) && (key.includes(wanted) || folded(one.name).includes(wanted))) found.set(key, one)
  }
  return { what: 'readers', readers: [...found.values()] }
}

function* known(directory: Directory): Generator<OfferedReader> {
  for (const row of directory.all(customers)) {
    if (row.gone) continue
    const own = row.name ?? ''
    if (row.email) yield { address: row.email, name: own, ...said(row.email, row.emailRefused) }
    for (const { email, contact, refused } of row.emails) {
      const person = row.contacts.find(({ id }) => id === contact)?.name
      if (email) yield { address: email, name: person ? `${person}, ${own}` : own, ...said(email, refused) }
    }
  }
  for (const collection of [letters, ownLetters])
    for (const { gone, fromAddress, fromName } of directory.all(collection))
      if (!gone && fromAddress) yield { address: fromAddress, name: fromName ?? '' }
}

function said(email: string, kept: unknown): Pick<OfferedReader, 'refused'> {
  const refused = refusedOf(email, typeof kept === 'string' ? kept : null)
  return refused === null ? {} : { refused }
}
