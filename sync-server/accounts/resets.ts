import type { Role } from '../../shared/documents/roles.ts'
import { Failure } from '../../shared/errors.ts'
import type { Base } from './base.ts'
import type { NewLink } from './people/invitations.ts'
import { checkManage, hashPassword, setPassword } from './people/members.ts'
import { checkUnlike } from './people/own-words.ts'
import { type UserRow, userBy } from './store/rows.ts'
import { hashOf, newToken } from './store/tokens.ts'

const VALID_FOR = 24 * 3600_000

interface ResetRow {
  readonly id: string
  readonly userId: string
  readonly expires: Date
}

/**
 * A link by which an account gets a new password; earlier links of it work no longer. Failures: account-unknown,
 * account-disabled, role-forbids (an admin and an owner's account).
 */
export async function newReset({ context: { adapter } }: Base, by: Role, id: string): Promise<NewLink> {
  const user = await userBy(adapter, id)
  checkManage(by, user)
  if (user.disabled) throw new Failure('account-disabled')
  const { token, hash } = newToken()
  const data = { hash, userId: id, expires: new Date(Date.now() + VALID_FOR) }
  const row = await adapter.transaction(async (store) => {
    await store.deleteMany({ model: 'resetLink', where: [{ field: 'userId', value: id }] })
    return await store.create<typeof data, ResetRow>({ model: 'resetLink', data })
  })
  return { id: row.id, token, expires: row.expires.getTime() }
}

/** Whose password a link resets. Failure reset-expired, also for a link that was used or never given. */
export async function lookAtReset({ context: { adapter } }: Base, token: string): Promise<UserRow> {
  const where = [{ field: 'hash', value: hashOf(token) }]
  const row = checkValid(await adapter.findOne<ResetRow>({ model: 'resetLink', where }))
  return await userBy(adapter, row.userId)
}

/** Sets the password by a link, uses the link up and ends the account's sessions. Failures: reset-expired, password-weak. */
export async function useReset(base: Base, token: string, password: string): Promise<UserRow> {
  await lookAtReset(base, token)
  const hash = await hashPassword(base, password)
  const user = await base.context.adapter.transaction(async (store) => {
    const where = [{ field: 'hash', value: hashOf(token) }]
    const { userId } = checkValid(await store.consumeOne<ResetRow>({ model: 'resetLink', where }))
    await setPassword(base, store, userId, hash, null)
    return await userBy(store, userId)
  })
  await base.cuts.tell(user.id)
  return user
}

/** Sets an account's password and ends its sessions. Failures: account-disabled, password-weak, password-common. */
export async function setNewPassword(base: Base, user: UserRow, password: string): Promise<void> {
  const { id, disabled, name, email } = user
  if (disabled) throw new Failure('account-disabled')
  checkUnlike(password, [name, email])
  const hash = await hashPassword(base, password)
  await base.context.adapter.transaction((store) => setPassword(base, store, id, hash, null))
  await base.cuts.tell(id)
}

function checkValid(row: ResetRow | null): ResetRow {
  if (!row || row.expires.getTime() <= Date.now()) throw new Failure('reset-expired')
  return row
}
