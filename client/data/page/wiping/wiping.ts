import type { DeviceWord, Done } from '../../../../shared/accounts/api.ts'
import { Failure } from '../../../../shared/errors.ts'
import type { Account } from '../../protocol.ts'
import { api } from '../api.ts'
import type { DataClient } from '../client.ts'
import { forgetKept, type KeptAccount, keptAccounts, noteKept } from '../kept/kept-accounts.ts'
import { rememberAccount, rememberedAccount } from '../kept/remembered.ts'
import { keepMark } from '../kept/unsent-mark.ts'
import { dropAccount } from '../starting/connect.ts'

/**
 * Asks the server for each account that is kept here whether this device is to drop it (sync-server/accounts/SPEC A16), does so,
 * and says that it did. What a closed tab broke off goes on with the next call; one tab does it at a time.
 */
export async function obeyWipes(): Promise<void> {
  await navigator.locks.request('voronka/wiping', async () => {
    for (const kept of keptAccounts()) if (await isOrdered(kept)) await obey(kept)
  })
}

/** Asks as soon as the server lets this device in no more. */
export function followWipes(client: DataClient): void {
  let isDenied = false
  client.subscribe({ what: 'status' }, (answer) => {
    const was = isDenied
    isDenied = answer.what === 'status' && answer.denied !== null
    if (isDenied && !was) void obeyWipes()
  })
}

/** A device that the server does not know hears nothing more from it. */
async function isOrdered({ replica, key, lost }: KeptAccount): Promise<boolean> {
  if (lost !== null) return true
  try {
    return (await api<DeviceWord>('POST', '/api/device', { replica, key })).wipe
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'replica-unknown') forgetKept(replica)
    return false
  }
}

async function obey(kept: KeptAccount): Promise<void> {
  const { account, replica, key } = kept
  if (isRemembered(account)) rememberAccount(null)
  const lost = kept.lost ?? (await dropAccount(account))
  noteKept({ ...kept, lost })
  keepMark(account, null)
  try {
    await api<Done>('POST', '/api/device/wiped', { replica, key, lost })
    forgetKept(replica)
  } catch (error) {
    // It is said with the next start.
    if (!(error instanceof Failure)) throw error
  }
}

function isRemembered({ company, user }: Account): boolean {
  const remembered = rememberedAccount()
  return remembered?.company === company && remembered.user === user
}
