import { openStores } from '../device/device-stores.ts'
import { replicaOf } from '../device/replica.ts'
import { IndexedDisk } from '../disk/indexed-disk.ts'
import type { Account } from '../protocol.ts'
import { Session } from './session.ts'

/**
 * Opens an account's session on this browser's stores; whoever calls holds the account's lock. Failures:
 * server-unreachable at the very first start, sign-in-needed.
 */
export async function begin(account: Account, url: string, device: string): Promise<Session> {
  const kept = await openStores(new IndexedDisk(), `${account.company}/${account.user}`)
  try {
    const given = await replicaOf(kept.meta, url, device)
    return await Session.open({ account, kept, given, url })
  } catch (error) {
    await kept.meta.close()
    kept.refusals.close()
    throw error
  }
}
