import * as v from 'valibot'
import type { DeviceList, DeviceMeeting, DeviceWord, Done, WipeReport } from '../../../../shared/accounts/api.ts'
import { deviceBy, devicesOf, signOutDevice } from '../../../accounts/devices/devices.ts'
import { confirmWipe, hearOfWipe, orderWipe, recallWipe } from '../../../accounts/devices/wipes.ts'
import { checkManage } from '../../../accounts/people/members.ts'
import type { Session } from '../../../accounts/sessions.ts'
import { userBy } from '../../../accounts/store/rows.ts'
import { keeperFor, sessionFor } from '../../guard/caller.ts'
import { bodyOf, line, type Takes } from '../../guard/input.ts'
import { guessedSecret } from '../../guard/limits.ts'
import type { App, Ask, Room } from '../../ports.ts'

const own = { replica: line(40), key: line(100) }
const meeting = v.object(own) satisfies Takes<DeviceMeeting>
const report = v.object({ ...own, lost: v.pipe(v.number(), v.integer(), v.minValue(0)) }) satisfies Takes<WipeReport>
const DONE: Done = { done: true }

/** Devices and sessions: one's own, those of accounts that one looks after, and what a device itself asks. */
export function deviceRoutes(app: App, room: Room): void {
  askedByDevice(app, room)
  listed(app, room, '/api/devices', async (c) => {
    const session = await sessionFor(room, c)
    return { user: session.account.user, by: session }
  })
  listed(app, room, '/api/users/:id/devices', async (c) => {
    const by = await keeperFor(room, c)
    const user = await userBy(room.accounts.context.adapter, c.req.param('id') ?? '')
    checkManage(by.account.role, user)
    return { user: user.id, by }
  })
}

/** A device is known by its key, also while nobody is signed in on it. */
function askedByDevice(app: App, room: Room): void {
  const { accounts } = room
  app.post('/api/device', async (c) => {
    const { replica, key } = await bodyOf(c, meeting)
    const device = await guessedSecret(room, c, () => deviceBy(accounts, replica, key))
    return c.json({ wipe: await hearOfWipe(accounts, device) } satisfies DeviceWord)
  })
  app.post('/api/device/wiped', async (c) => {
    const { replica, key, lost } = await bodyOf(c, report)
    const device = await guessedSecret(room, c, () => deviceBy(accounts, replica, key))
    await confirmWipe(accounts, device, lost)
    room.log.info({ user: device.userId, replica, lost }, 'accounts: device wiped')
    return c.json(DONE)
  })
}

/** Whose devices are meant, and who asks. */
interface Meant {
  readonly user: string
  readonly by: Session
}

function listed(app: App, room: Room, path: string, meant: (c: Ask) => Promise<Meant>): void {
  const { accounts } = room
  const change = async (c: Ask, what: string, act: (user: string, id: string, by: string) => Promise<void>) => {
    const { user, by } = await meant(c)
    const id = c.req.param('device') ?? ''
    await act(user, id, by.account.user)
    room.log.info({ by: by.account.user, user, device: id }, `accounts: device ${what}`)
    return c.json(DONE)
  }
  app.get(path, async (c) => {
    const { user, by } = await meant(c)
    const devices = await devicesOf(accounts, user, { session: by.token, online: room.online() })
    return c.json({ devices } satisfies DeviceList)
  })
  app.post(`${path}/:device/sign-out`, (c) => change(c, 'signed out', (user, id) => signOutDevice(accounts, user, id)))
  app.post(`${path}/:device/wipe`, (c) => change(c, 'to be wiped', (user, id, by) => orderWipe(accounts, user, id, by)))
  app.delete(`${path}/:device/wipe`, (c) => change(c, 'not to be wiped', (user, id) => recallWipe(accounts, user, id)))
}
