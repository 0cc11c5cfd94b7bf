import type { Account } from '../../../shared/accounts/api.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Knocking } from '../../sync/connection/door.ts'
import type { Base } from '../base.ts'
import { checkDue } from '../factors/requirement.ts'
import { type Session, sessionOf } from '../sessions.ts'
import { changeDevice, findDevice } from './devices.ts'
import { wipingAs } from './wipes.ts'

/** A device that is seen again is noted so often, ms. */
const SEEN_EVERY = 60_000

/**
 * Who a device's connection comes from. Its session is the device's from now on, so that signing the device out ends
 * it. Failure second-factor-required for who must set one up first (SPEC A17), device-wiped for a device that is to drop what it has: it may come by its key, to send that.
 */
export async function identify(base: Base, headers: Headers, { replica, key }: Knocking): Promise<Account | null> {
  if (key !== null) return await wipingAs(base, replica, key)
  const session = await sessionOf(base, headers, false)
  if (!session) return null
  checkDue(session)
  await note(base, session, replica)
  return session.account
}

async function note(base: Base, { token, device: known }: Session, replica: string): Promise<void> {
  const { adapter } = base.context
  const device = await findDevice(adapter, replica)
  if (!device) return
  if (device.wipeAt) throw new Failure('device-wiped')
  if (device.seen.getTime() + SEEN_EVERY < Date.now()) await changeDevice(adapter, replica, { seen: new Date() })
  if (known === replica) return
  const where = [{ field: 'token', value: token }]
  await adapter.updateMany({ model: 'session', where, update: { device: replica } })
}
