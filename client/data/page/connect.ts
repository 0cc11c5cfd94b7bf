import { Failure } from '../../../shared/errors.ts'
import type { Account, News } from '../protocol.ts'
import { holdPageLock } from './alive.ts'
import { DataClient, type WorkerPort } from './client.ts'

/**
 * Connects this page to the account's data worker, which all tabs of the device share. `device` is the label under which
 * the server lists this device; `onNews` hears what the worker says unasked.
 */
export async function connect(account: Account, device: string, onNews: (news: News) => void): Promise<DataClient> {
  const port = portOf(account)
  return DataClient.open(port, account, { url: location.origin, device, page: await holdPageLock(), onNews })
}

function portOf(account: Account): WorkerPort {
  if (!('SharedWorker' in globalThis)) throw new Failure('browser-unfit')
  const name = `voronka/${account.company}/${account.user}`
  const worker = new SharedWorker(new URL('../worker.ts', import.meta.url), { type: 'module', name })
  worker.port.start()
  return worker.port
}
