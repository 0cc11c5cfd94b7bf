import type { UserView } from '../../../shared/accounts/api.ts'
import type { Base } from '../base.ts'
import { ALL_ROWS, accountOf, type UserRow } from '../store/rows.ts'

/** What belongs to an account, of whatever table. */
interface Owned {
  readonly userId: string
}

interface SessionRow extends Owned {
  readonly updatedAt: Date
}

interface DeviceRow extends Owned {
  readonly replica: string
  readonly seen: Date
}

/** All accounts, the oldest first; `online` are the replicas that are connected. */
export async function listMembers(base: Base, online: ReadonlySet<string>): Promise<readonly UserView[]> {
  const { adapter } = base.context
  const sortBy = { field: 'createdAt', direction: 'asc' as const }
  const users = await adapter.findMany<UserRow>({ model: 'user', limit: ALL_ROWS, sortBy })
  const [sessions, devices, passkeys] = [
    await ownedBy<SessionRow>(base, 'session'),
    await ownedBy<DeviceRow>(base, 'device'),
    await ownedBy<Owned>(base, 'passkey'),
  ]
  return users.map((user) => {
    const own = devices.get(user.id) ?? []
    const times = [...own.map(({ seen }) => seen), ...(sessions.get(user.id) ?? []).map(({ updatedAt }) => updatedAt)]
    return {
      ...accountOf(user),
      disabled: user.disabled,
      secondFactor: user.twoFactorEnabled ?? false,
      passkeys: passkeys.get(user.id)?.length ?? 0,
      made: user.createdAt.getTime(),
      online: own.some(({ replica }) => online.has(replica)),
      seen: times.length === 0 ? null : Math.max(...times.map((time) => time.getTime())),
    }
  })
}

/** Ids of the accounts that may sign in. */
export async function whoMaySignIn({ context }: Base): Promise<ReadonlySet<string>> {
  const where = [{ field: 'disabled', value: false }]
  const users = await context.adapter.findMany<UserRow>({ model: 'user', where, limit: ALL_ROWS })
  return new Set(users.map(({ id }) => id))
}

async function ownedBy<R extends Owned>({ context }: Base, model: string): Promise<Map<string, R[]>> {
  return Map.groupBy(await context.adapter.findMany<R>({ model, limit: ALL_ROWS }), (row) => row.userId)
}
