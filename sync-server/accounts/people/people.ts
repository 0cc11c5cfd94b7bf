import { people } from '../../../shared/company/collections.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import type { Author } from '../../sync/author.ts'
import type { Base } from '../base.ts'
import { ALL_ROWS, roleOf, type UserRow } from '../store/rows.ts'

/** Brings an account's person in line with the account: makes it, or binds the one that stands there already. */
export async function writePerson(author: Author, user: UserRow): Promise<void> {
  await author.write((tx) => putPerson(tx, user))
}

/** The same for all accounts: what was cut short between an account and its person is made up for at the next start. */
export async function writePeople({ context: { adapter } }: Base, author: Author): Promise<void> {
  const users = await adapter.findMany<UserRow>({ model: 'user', limit: ALL_ROWS })
  await author.write((tx) => {
    for (const user of users) putPerson(tx, user)
  })
}

function putPerson(tx: Transaction, { id, person, name, email, role: text }: UserRow): void {
  if (person === null) return
  const role = roleOf(text)
  const known = tx.find(people, person)
  if (!known) tx.create(people, person, { name, email, user: id, role })
  else if (known.user !== id || known.role !== role) tx.set(people, person, { user: id, role })
}
