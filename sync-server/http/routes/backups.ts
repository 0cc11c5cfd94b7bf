import type { BackupsView } from '../../../shared/accounts/api.ts'
import { Failure } from '../../../shared/errors.ts'
import type { BackupsState } from '../../keeping/nightly/backups.ts'
import { sessionFor } from '../guard/caller.ts'
import type { App, Ask, Room } from '../ports.ts'

/** How it is with backups, and one made at once: for the owner (keeping/SPEC K7). */
export function backupRoutes(app: App, room: Room): void {
  const { backups } = room
  const view = async () => viewOf(await backups.state())
  app.get('/api/backups', async (c) => {
    await ownerFor(room, c)
    return c.json(await view())
  })
  app.post('/api/backups', async (c) => {
    await ownerFor(room, c)
    await backups.make()
    return c.json(await view())
  })
}

async function ownerFor(room: Room, c: Ask): Promise<void> {
  const { account } = await sessionFor(room, c)
  if (account.role !== 'owner') throw new Failure('role-forbids')
}

function viewOf({ server, folder, count, last, failed, next, isLate }: BackupsState): BackupsView {
  return {
    server,
    folder,
    count,
    last: last && { at: last.made, bytes: last.bytes, damaged: last.damaged },
    failed: failed ? { at: failed.at, code: failed.failure.code, params: failed.failure.params } : null,
    next,
    isLate,
  }
}
