import * as v from 'valibot'
import type { GivenReplica, ReplicaRequest } from '../../../shared/accounts/api.ts'
import { devices } from '../../../shared/company/collections.ts'
import { addDevice } from '../../accounts/devices/devices.ts'
import { hasServiceKey, sessionFor } from '../guard/caller.ts'
import { bodyOf, line, type Takes } from '../guard/input.ts'
import type { App, Room } from '../ports.ts'

const asked = v.object({ label: line(80) }) satisfies Takes<ReplicaRequest>
const askedByProcess = v.object({ label: line(80), as: v.picklist(['cli', 'agents']) }) satisfies Takes<ReplicaRequest>

/** Gives a device, or a process of this machine, the name under which it writes. */
export function replicaRoutes(app: App, room: Room): void {
  app.post('/api/replica', async (c) => {
    if (hasServiceKey(room, c)) {
      const { as, label } = await bodyOf(c, askedByProcess)
      return c.json({ ...(await give(room, as, null, label)), key: null } satisfies GivenReplica)
    }
    const { account } = await sessionFor(room, c)
    const { label } = await bodyOf(c, asked)
    const given = await give(room, account.user, account.person, label)
    const key = await addDevice(room.accounts, account.user, given.replica, label)
    return c.json({ ...given, key } satisfies GivenReplica)
  })
}

async function give(room: Room, user: string, person: string | null, label: string) {
  const replica = await room.giveReplica(user, label)
  await room.author.write((tx) => tx.create(devices, replica, { person, label }))
  return { replica, company: room.company, person, time: Date.now() }
}
