import type { DeviceView } from '../../../shared/accounts/api.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Base } from '../base.ts'
import { ALL_ROWS, type Store } from '../store/rows.ts'
import { hashOf, newToken } from '../store/tokens.ts'

/** A device of an account: a browser that keeps the account's data, under the name of its replica. */
export interface DeviceRow {
  readonly replica: string
  readonly userId: string
  readonly label: string
  /** Of the key by which the device is known when nobody is signed in on it. */
  readonly hash: string
  readonly seen: Date
  /** When it was ordered to drop what it keeps of the account, and by which account. */
  readonly wipeAt: Date | null
  readonly wipeBy: string | null
  /** When it first heard so. */
  readonly wipeMet: Date | null
  /** When it said that it has, and how many changes were lost with it. */
  readonly wiped: Date | null
  readonly lost: number | null
}

interface SessionRow {
  readonly id: string
  readonly token: string
  readonly device: string | null
  readonly userAgent: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** Devices that dropped everything stay in the list for so long, ms, so that somebody sees it. */
const SHOWN_WIPED = 30 * 24 * 3600_000

const byReplica = (replica: string) => [{ field: 'replica', value: replica }]
const ofUser = (user: string) => [{ field: 'userId', value: user }]

/** Notes a device under its replica's name; gives the key that it keeps with its data. */
export async function addDevice({ context }: Base, user: string, replica: string, label: string): Promise<string> {
  const { token, hash } = newToken()
  await context.adapter.create({ model: 'device', data: { replica, userId: user, label, hash, seen: new Date() } })
  return token
}

/** The device of the name; null for one that is not known. */
export function findDevice(store: Store, replica: string): Promise<DeviceRow | null> {
  return store.findOne<DeviceRow>({ model: 'device', where: byReplica(replica) })
}

/** The device that shows its key. Failure replica-unknown, also for a wrong key. */
export async function deviceBy({ context }: Base, replica: string, key: string): Promise<DeviceRow> {
  const device = await findDevice(context.adapter, replica)
  if (!device || device.hash !== hashOf(key)) throw new Failure('replica-unknown', { replica: replica.slice(0, 40) })
  return device
}

export async function changeDevice(store: Store, replica: string, update: Partial<DeviceRow>): Promise<void> {
  await store.updateMany({ model: 'device', where: byReplica(replica), update })
}

/** Who looks at devices: the session itself is marked, and `online` are the replicas that are connected. */
export interface Looking {
  readonly session: string
  readonly online: ReadonlySet<string>
}

/** An account's devices with their sessions, the last seen first. A session without a device stands for itself. */
export async function devicesOf({ context }: Base, user: string, looking: Looking): Promise<readonly DeviceView[]> {
  const { adapter } = context
  const where = ofUser(user)
  const sessions = await adapter.findMany<SessionRow>({ model: 'session', where, limit: ALL_ROWS })
  const devices = await adapter.findMany<DeviceRow>({ model: 'device', where, limit: ALL_ROWS })
  const byDevice = Map.groupBy(sessions, ({ device }) => device ?? '')
  const kept = devices.map((device) => viewOf(device, byDevice.get(device.replica) ?? [], looking))
  const known = new Set(devices.map(({ replica }) => replica))
  const bare = sessions.filter(({ device }) => device === null || !known.has(device))
  return [...kept.filter(isShown), ...bare.map((one) => bareView(one, looking))].sort((a, b) => b.seen - a.seen)
}

function viewOf(device: DeviceRow, sessions: readonly SessionRow[], { session, online }: Looking): DeviceView {
  const { replica, label, seen, wipeAt, wiped, lost } = device
  const isOnline = online.has(replica)
  const times = [seen, ...sessions.map(({ updatedAt }) => updatedAt)].map((time) => time.getTime())
  return {
    id: replica,
    label,
    kept: true,
    seen: isOnline ? Date.now() : Math.max(...times),
    online: isOnline,
    signedIn: sessions.length > 0,
    here: sessions.some(({ token }) => token === session),
    wipe: wipeAt ? { ordered: wipeAt.getTime(), done: wiped?.getTime() ?? null, lost: lost ?? 0 } : null,
  }
}

function bareView({ id, token, userAgent, updatedAt }: SessionRow, { session }: Looking): DeviceView {
  const here = token === session
  const seen = updatedAt.getTime()
  return { id, label: userAgent ?? '', kept: false, seen, online: false, signedIn: true, here, wipe: null }
}

function isShown({ wipe }: DeviceView): boolean {
  return wipe === null || wipe.done === null || wipe.done > Date.now() - SHOWN_WIPED
}

/** Signs a device out: its sessions end, what it keeps stays. Failure device-unknown for none of the account's. */
export async function signOutDevice({ context, cuts }: Base, user: string, id: string): Promise<void> {
  const ended = await endSessions(context.adapter, user, id)
  if (ended === 0 && (await findDevice(context.adapter, id))?.userId !== user) throw new Failure('device-unknown')
  await cuts.tell(user)
}

/** Ends the sessions of a device, or the one session of the id; gives how many. */
export async function endSessions(store: Store, user: string, id: string): Promise<number> {
  const ended = (field: 'device' | 'id') =>
    store.deleteMany({ model: 'session', where: [...ofUser(user), { field, value: id }] })
  return (await ended('device')) + (await ended('id'))
}
