import type { Account } from '../../../shared/accounts/api.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Base } from '../base.ts'
import { accountOf, userBy } from '../store/rows.ts'
import { changeDevice, type DeviceRow, deviceBy, endSessions, findDevice } from './devices.ts'

/** From when it hears of the order, a device has so long to send what it has, ms. */
const SENDING_WITHIN = 10 * 60_000

/**
 * Orders a device to drop what it keeps of the account, and signs it out. The order stands until the device says that it
 * has. Failure device-unknown for none of the account's.
 */
export async function orderWipe({ context, cuts }: Base, user: string, replica: string, by: string): Promise<void> {
  await context.adapter.transaction(async (store) => {
    const device = await findDevice(store, replica)
    if (device?.userId !== user) throw new Failure('device-unknown')
    await endSessions(store, user, replica)
    if (!device.wipeAt) await changeDevice(store, replica, { wipeAt: new Date(), wipeBy: by })
  })
  await cuts.tell(user)
}

/** Takes an order back that the device has not heard of yet. Failure device-unknown where there is none such. */
export async function recallWipe({ context }: Base, user: string, replica: string): Promise<void> {
  const device = await findDevice(context.adapter, replica)
  if (device?.userId !== user || !device.wipeAt || device.wipeMet) throw new Failure('device-unknown')
  await changeDevice(context.adapter, replica, { wipeAt: null, wipeBy: null })
}

/** A device asks whether it is to drop what it keeps; from now on it has its time to send. */
export async function hearOfWipe({ context }: Base, device: DeviceRow): Promise<boolean> {
  if (device.wipeAt && !device.wipeMet) await changeDevice(context.adapter, device.replica, { wipeMet: new Date() })
  return device.wipeAt !== null
}

/**
 * As whom a device under an order writes while it sends what it has: as its account may now, for ten minutes from when
 * it heard of the order. Null after that, for an account that is shut out, and for a wrong key.
 */
export async function wipingAs(base: Base, replica: string, key: string): Promise<Account | null> {
  const device = await findDevice(base.context.adapter, replica)
  if (!device?.wipeMet || device.wiped || device.wipeMet.getTime() + SENDING_WITHIN < Date.now()) return null
  const { userId } = await deviceBy(base, replica, key)
  const user = await userBy(base.context.adapter, userId)
  return user.disabled ? null : accountOf(user)
}

/** The device has dropped what it kept; `lost` changes went with it. */
export async function confirmWipe({ context }: Base, device: DeviceRow, lost: number): Promise<void> {
  const { replica, wipeAt, wiped } = device
  if (wipeAt && !wiped) await changeDevice(context.adapter, replica, { wiped: new Date(), lost })
}
