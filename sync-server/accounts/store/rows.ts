import type { Account } from '../../../shared/accounts/api.ts'
import { ROLES, type Role } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Adapter } from './auth.ts'

/** The adapter, or the transaction that stands in for it. */
export type Store = Omit<Adapter, 'transaction'>

/** An account as it is stored. */
export interface UserRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly person: string | null
  readonly disabled: boolean
  readonly cut: Date | null
  /** Signing in asks for a code besides the password. */
  readonly twoFactorEnabled: boolean | null
  readonly createdAt: Date
}

/** More rows than a company has people: the library's own default would be 100. */
export const ALL_ROWS = 100_000

/** The account with the id; Failure account-unknown. */
export async function userBy(store: Store, id: string): Promise<UserRow> {
  const user = await store.findOne<UserRow>({ model: 'user', where: [{ field: 'id', value: id }] })
  if (!user) throw new Failure('account-unknown')
  return user
}

/** The account with the e-mail, however it is written; null where there is none. */
export function findByEmail(store: Store, email: string): Promise<UserRow | null> {
  return store.findOne<UserRow>({ model: 'user', where: [{ field: 'email', value: emailOf(email) }] })
}

/** Forgets sessions and links whose time is over; the library itself forgets only what somebody asks for. */
export async function dropExpired(store: Store): Promise<void> {
  const over = (field: string) => [{ field, value: new Date(), operator: 'lte' as const }]
  await store.deleteMany({ model: 'session', where: over('expiresAt') })
  await store.deleteMany({ model: 'invitation', where: over('expires') })
  await store.deleteMany({ model: 'resetLink', where: over('expires') })
}

/** An e-mail as it is stored and compared. */
export function emailOf(text: string): string {
  return text.trim().toLowerCase()
}

type AccountRow = Pick<UserRow, 'id' | 'role' | 'person' | 'name' | 'email'>

/** What others are told of a stored account. */
export function accountOf({ id, role, person, name, email }: AccountRow): Account {
  return { user: id, role: roleOf(role), person: person ?? null, name, email }
}

/** Reads a role; RangeError for a word that is none, which only a foreign hand can have put into the table. */
export function roleOf(text: string): Role {
  const role = ROLES.find((one) => one === text)
  if (!role) throw new RangeError(`No role is called ${text}`)
  return role
}
