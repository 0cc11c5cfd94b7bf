import { collectionNamed } from '../../shared/collections.ts'
import type { Found, Removal } from '../../shared/erasures/finding.ts'
import { mailingConsents } from '../../shared/mailings/collections.ts'
import { isWithdrawn } from '../../shared/mailings/consent.ts'
import type { Transaction } from '../../shared/records/writing/transaction.ts'
import type { Author } from '../sync/author.ts'
import type { Known } from './seeking.ts'

/** So many removals are written at once. */
const AT_ONCE = 200
const CONSENT = `${mailingConsents.name}/`

/** Removes entries and records of which nothing is left, by writes as everybody's; who agreed to be mailed agrees no more (SPEC ER6, ER10). */
export async function removeEmptied(
  author: Pick<Author, 'write'>,
  { removals, cuts }: Found,
  { sought }: Pick<Known, 'sought'>,
): Promise<void> {
  for (let i = 0; i < removals.length; i += AT_ONCE)
    await author.write((tx) => {
      for (const one of removals.slice(i, i + AT_ONCE)) remove(tx, one)
    })
  const consents = [...cuts.values()].flatMap((own) => [...own.keys()].filter((one) => one.startsWith(CONSENT)))
  if (consents.length === 0 || sought.person.is === 'address') return
  await author.write((tx) => {
    for (const one of consents) withdraw(tx, one.slice(CONSENT.length))
  })
}

function remove(tx: Transaction, { collection, id, path }: Removal): void {
  const declared = collectionNamed(collection)
  if (!declared || !tx.find(declared, id)) return
  const [list, entry] = path.split('/')
  if (path === '') tx.remove(declared, id)
  else if (list && entry) tx.removeEntry(declared, id, list, entry)
}

function withdraw(tx: Transaction, id: string): void {
  if (!isWithdrawn(tx.get(mailingConsents, id)))
    tx.set(mailingConsents, id, { withdrawn: tx.now(), withdrawnBy: 'byHand' })
}
