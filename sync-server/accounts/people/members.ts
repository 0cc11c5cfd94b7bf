import type { NewAccount, UserPatch } from '../../../shared/accounts/api.ts'
import { isPasswordWeak, PASSWORD } from '../../../shared/accounts/password.ts'
import { mayManage } from '../../../shared/accounts/rights.ts'
import type { Role } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Base } from '../base.ts'
import { emailOf, findByEmail, roleOf, type Store, type UserRow, userBy } from '../store/rows.ts'
import { isPasswordCommon } from './common-passwords.ts'

/** A person's account that is to be made. */
export interface NewMember extends Omit<NewAccount, 'password'> {
  readonly role: Role
  readonly person: string
  /** What `hashPassword` gave: hashing takes a tenth of a second, too long inside a transaction. */
  readonly hash: string
}

/** Failure password-weak for a password that would be guessed soon, password-common for one that is tried first. */
export function checkPassword(password: string): void {
  if (isPasswordWeak(password))
    throw new Failure('password-weak', { least: PASSWORD.least, different: PASSWORD.different })
  if (isPasswordCommon(password)) throw new Failure('password-common')
}

/** The hash that a password is kept as. Failures: password-weak, password-common. */
export async function hashPassword({ context }: Base, password: string): Promise<string> {
  checkPassword(password)
  return await context.password.hash(password)
}

/** Makes an account; to be called in a transaction. Failure email-taken. */
export async function addMember(store: Store, { hash, name, role, person, ...member }: NewMember): Promise<UserRow> {
  const email = emailOf(member.email)
  if (await findByEmail(store, email)) throw new Failure('email-taken', { email })
  const times = { createdAt: new Date(), updatedAt: new Date() }
  const data = { name, email, role, person, emailVerified: false, disabled: false, ...times }
  const user = await store.create<typeof data, UserRow>({ model: 'user', data })
  const credential = { userId: user.id, accountId: user.id, providerId: 'credential', password: hash, ...times }
  await store.create({ model: 'account', data: credential })
  return user
}

/**
 * Changes an account's role or shuts it out, and cuts it off. Failures: account-unknown, role-forbids (an admin and an
 * owner's account), last-owner.
 */
export async function changeMember(base: Base, by: Role, id: string, patch: UserPatch): Promise<UserRow> {
  // Alone: of the last two owners, each demoted at another server at once, one must stay.
  const changed = await base.alone(() =>
    base.context.adapter.transaction((store) => change(base, store, by, id, patch)),
  )
  await base.cuts.tell(id)
  return changed
}

async function change(base: Base, store: Store, by: Role, id: string, patch: UserPatch): Promise<UserRow> {
  const user = await userBy(store, id)
  checkManage(by, user, patch.role)
  if (user.role === 'owner' && losesOwner(patch)) await checkOtherOwner(store, id)
  await store.updateMany({
    model: 'user',
    where: [{ field: 'id', value: id }],
    update: { ...patch, updatedAt: new Date() },
  })
  if (patch.disabled) await base.cuts.endSessions(store, id)
  return { ...user, ...patch }
}

/** Failure role-forbids unless an account of the role `by` may change this one, and give it the role `next`. */
export function checkManage(by: Role, user: Pick<UserRow, 'role'>, next?: Role): void {
  if (!mayManage(by, roleOf(user.role)) || (next && !mayManage(by, next))) throw new Failure('role-forbids')
}

function losesOwner({ role, disabled }: UserPatch): boolean {
  return disabled === true || (role !== undefined && role !== 'owner')
}

async function checkOtherOwner(store: Store, id: string): Promise<void> {
  const others = await store.count({
    model: 'user',
    where: [
      { field: 'role', value: 'owner' },
      { field: 'disabled', value: false },
      { field: 'id', value: id, operator: 'ne' },
    ],
  })
  if (others === 0) throw new Failure('last-owner')
}

/** Gives an account another password and ends its sessions, but for the one with the token `spared`. */
export async function setPassword(
  base: Base,
  store: Store,
  user: string,
  hash: string,
  spared: string | null,
): Promise<void> {
  const where = [
    { field: 'userId', value: user },
    { field: 'providerId', value: 'credential' },
  ]
  await store.updateMany({ model: 'account', where, update: { password: hash, updatedAt: new Date() } })
  await store.deleteMany({ model: 'resetLink', where: [{ field: 'userId', value: user }] })
  await base.cuts.endSessions(store, user, spared)
}
