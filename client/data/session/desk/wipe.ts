import { openStores } from '../../device/device-stores.ts'
import { knownReplica } from '../../device/replica.ts'
import type { Disk } from '../../disk/disk.ts'
import type { Account } from '../../protocol.ts'
import { sendable } from '../../queries/device/sendable.ts'
import type { StatusAnswer } from '../../queries/query.ts'
import { Session } from '../session.ts'

/** A little less than the server gives from when the device has heard of the order, ms. */
const SENDING = 9 * 60_000

/**
 * Sends what an account has unsent on this device, as long as the server takes it, and drops all that is kept of the
 * account; whoever calls holds its lock. Resolves with how many changes and files were lost. What cannot be read is not dropped: then
 * it rejects as opening a session does.
 */
export async function wipe(disk: Disk, account: Account, url: string): Promise<number> {
  const name = `${account.company}/${account.user}`
  const lost = await send(disk, name, account, url)
  await disk.drop(name)
  return lost
}

async function send(disk: Disk, name: string, account: Account, url: string): Promise<number> {
  const kept = await openStores(disk, name)
  const given = knownReplica(kept.meta)
  if (!given) {
    await kept.meta.close()
    kept.refusals.close()
    await kept.files.close()
    return 0
  }
  const session = await Session.open({ account, kept, given, url, isWiping: true })
  try {
    await session.opened
    const { waiting, notAccepted, files } = await settled(session)
    return waiting.count + notAccepted.length + files.waiting + files.failed
  } finally {
    await session.close()
  }
}

/** How it stands when all is sent that the server takes, it lets nothing more in, or the time is over. */
function settled({ live }: Session): Promise<StatusAnswer> {
  return new Promise((resolve) => {
    let last: StatusAnswer
    const end = () => {
      clearTimeout(timer)
      live.unsubscribe('wipe')
      resolve(last)
    }
    const timer = setTimeout(end, SENDING)
    live.subscribe('wipe', { what: 'status' }, (answer) => {
      // A query is answered with an answer of its own kind.
      last = answer as StatusAnswer
      if ((sendable(last) === 0 && last.files.waiting === 0) || last.denied !== null) end()
    })
  })
}
