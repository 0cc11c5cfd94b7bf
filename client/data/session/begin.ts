import { Failure } from '../../../shared/errors.ts'
import { openStores } from '../device/device-stores.ts'
import { askReplica, replicaOf } from '../device/replica.ts'
import type { Disk } from '../disk/disk.ts'
import type { Account } from '../protocol.ts'
import { Session } from './session.ts'

/**
 * Opens an account's session on this device's stores; whoever calls holds the account's lock. Failures:
 * server-unreachable at the very first start, device-storage-refused where the browser opens nothing of an earlier one,
 * sign-in-needed.
 */
export async function begin(disk: Disk, account: Account, url: string, device: string): Promise<Session> {
  // The worker's address names its build.
  const build = import.meta.url
  const kept = await openStores(disk, `${account.company}/${account.user}`, build)
  try {
    const given = await replicaOf(kept.meta, () => askReplica(url, device))
    return await Session.open({ account, kept, given, url, build, maker: import.meta.env.VITE_MAKER })
  } catch (error) {
    await kept.meta.close()
    kept.refusals.close()
    const isAlone = error instanceof Failure && error.code === 'server-unreachable'
    throw isAlone && !kept.lasts ? new Failure('device-storage-refused', {}, { cause: error }) : error
  }
}
