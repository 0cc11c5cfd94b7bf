import type { Invitation, InvitationRequest, NewAccount } from '../../../shared/accounts/api.ts'
import { PERSON_ROLES, type PersonRole } from '../../../shared/accounts/rights.ts'
import type { Role } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Base } from '../base.ts'
import { ALL_ROWS, dropExpired, emailOf, findByEmail, type Store, type UserRow } from '../store/rows.ts'
import { hashOf, newToken } from '../store/tokens.ts'
import { addMember, checkManage, hashPassword } from './members.ts'

const VALID_FOR = 7 * 24 * 3600_000

interface InvitationRow {
  readonly id: string
  readonly hash: string
  readonly name: string
  readonly email: string | null
  readonly role: string
  readonly person: string | null
  readonly expires: Date
}

/** A link's token, shown once, beside what is kept of the link. */
export interface NewLink {
  readonly id: string
  readonly token: string
  readonly expires: number
}

/** Invites somebody. Failures: role-forbids (an admin invites an owner), email-taken. */
export async function invite({ context: { adapter } }: Base, by: Role, request: InvitationRequest): Promise<NewLink> {
  const { name, role, person = null } = request
  checkManage(by, { role })
  const email = request.email === undefined ? null : emailOf(request.email)
  if (email !== null && (await findByEmail(adapter, email))) throw new Failure('email-taken', { email })
  const { token, hash } = newToken()
  const data = { hash, name, email, role, person, expires: new Date(Date.now() + VALID_FOR) }
  const { id, expires } = await adapter.create<typeof data, InvitationRow>({ model: 'invitation', data })
  return { id, token, expires: expires.getTime() }
}

/** The invitations that nobody has accepted yet and that still can be. */
export async function openInvitations({ context: { adapter } }: Base): Promise<readonly Invitation[]> {
  await dropExpired(adapter)
  const rows = await adapter.findMany<InvitationRow>({
    model: 'invitation',
    limit: ALL_ROWS,
    sortBy: { field: 'expires', direction: 'asc' },
  })
  return rows.map(viewOf)
}

/** Takes an invitation back: its link works no longer. Failures: invitation-unknown, role-forbids. */
export async function revokeInvitation({ context: { adapter } }: Base, by: Role, id: string): Promise<void> {
  const where = [{ field: 'id', value: id }]
  const row = await adapter.findOne<InvitationRow>({ model: 'invitation', where })
  if (!row) throw new Failure('invitation-unknown')
  checkManage(by, row)
  await adapter.deleteMany({ model: 'invitation', where })
}

/** What an invitation's link stands for. Failure invitation-expired, also for one that was used or never given. */
export async function lookAtInvitation({ context: { adapter } }: Base, token: string): Promise<Invitation> {
  return viewOf(
    checkValid(
      await adapter.findOne<InvitationRow>({ model: 'invitation', where: [{ field: 'hash', value: hashOf(token) }] }),
    ),
  )
}

/**
 * Accepts an invitation: makes the account, and uses the link up, both or neither. `person` is the account's person
 * where the invitation names none. Failures: invitation-expired, email-taken, person-taken, password-weak.
 */
export async function acceptInvitation(
  base: Base,
  token: string,
  account: NewAccount,
  person: string,
): Promise<UserRow> {
  await lookAtInvitation(base, token)
  const hash = await hashPassword(base, account.password)
  const accept = async (store: Store) => {
    const where = [{ field: 'hash', value: hashOf(token) }]
    const used = viewOf(checkValid(await store.consumeOne<InvitationRow>({ model: 'invitation', where })))
    if (used.person !== null) await checkFree(store, used.person)
    return await addMember(store, { ...account, hash, role: used.role, person: used.person ?? person })
  }
  return await base.alone(() => base.context.adapter.transaction(accept))
}

/** Two invitations may name one person: who comes second is refused. */
async function checkFree(store: Store, person: string): Promise<void> {
  if (await store.findOne({ model: 'user', where: [{ field: 'person', value: person }] }))
    throw new Failure('person-taken')
}

function checkValid(row: InvitationRow | null): InvitationRow {
  if (!row || row.expires.getTime() <= Date.now()) throw new Failure('invitation-expired')
  return row
}

function viewOf({ id, name, email, role, person, expires }: InvitationRow): Invitation {
  return { id, name, email: email ?? null, role: personRole(role), person: person ?? null, expires: expires.getTime() }
}

function personRole(text: string): PersonRole {
  const role = PERSON_ROLES.find((one) => one === text)
  if (!role) throw new RangeError(`No invitation can be for the role ${text}`)
  return role
}
