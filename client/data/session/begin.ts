import { memoryMeta } from '../device/memory-meta.ts'
import { openMeta } from '../device/meta.ts'
import { replicaOf } from '../device/replica.ts'
import { indexedStores } from '../documents/indexed-stores.ts'
import { memoryStores } from '../documents/memory-stores.ts'
import type { Account } from '../protocol.ts'
import { type Foundation, Session } from './session.ts'

/**
 * Opens an account's session on this browser's stores; whoever calls holds the account's lock. Failures:
 * server-unreachable at the very first start, sign-in-needed.
 */
export async function begin(account: Account, url: string, device: string): Promise<Session> {
  const kept = await storesOf(`${account.company}/${account.user}`)
  try {
    const given = await replicaOf(kept.meta, url, device)
    return await Session.open({ account, ...kept, given, url })
  } catch (error) {
    kept.meta.close()
    throw error
  }
}

async function storesOf(name: string): Promise<Pick<Foundation, 'meta' | 'stores' | 'stored'>> {
  try {
    return { meta: await openMeta(name), stores: indexedStores(), stored: true }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return { meta: memoryMeta(), stores: memoryStores(), stored: false }
  }
}
