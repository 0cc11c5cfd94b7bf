import { Failure } from '../../../../shared/errors.ts'
import { hostInTurn } from '../../hosting/host-in-turn.ts'
import { TabPort } from '../../hosting/tab-port.ts'
import type { Account, Known, News } from '../../protocol.ts'
import address from '../../worker.ts?worker&url'
import { holdPageLock } from '../alive.ts'
import { DataClient, type WorkerPort } from '../client.ts'
import { noteKept } from '../kept/kept-accounts.ts'
import { keepPhone } from '../kept/kept-phone.ts'
import { wipeBy } from '../wiping/wipe-by.ts'

/**
 * Connects this page to the account's data worker, which all tabs of the device share. `device` is the label under which
 * the server lists this device; `onNews` hears what the worker says unasked. Failure browser-unfit; how opening went is
 * said by the client.
 */
export async function connect(account: Account, device: string, onNews: (news: News) => void): Promise<DataClient> {
  // Browsers give them to pages from this machine or over HTTPS alone.
  if (!('locks' in navigator)) throw new Failure('browser-unfit')
  const page = await holdPageLock()
  const client = new DataClient(portTo(account), account, { url: location.origin, device, page, onNews })
  const note = ({ replica, key }: Known) => key !== null && noteKept({ account, replica, key, lost: null })
  // Whoever shows the program hears of a failure.
  client.opened.then(note, () => undefined)
  return client
}

/** Sends what this device has unsent of an account, and drops all that it keeps of it; gives how many changes were lost. */
export function dropAccount(account: Account): Promise<number> {
  keepPhone(account.user, null)
  return wipeBy(portTo(account), account, location.origin)
}

/** A worker's name says its build, by the hash in its address: tabs of two builds never share one. */
function portTo({ company, user }: Account): WorkerPort {
  const options = { type: 'module', name: `voronka ${address} ${company}/${user}` } as const
  if ('SharedWorker' in globalThis) return sharedPort(options)
  const port = new TabPort(options.name)
  void hostInTurn(
    options.name,
    () => new Worker(address, options),
    () => port.look(),
  )
  return port
}

function sharedPort(options: WorkerOptions): WorkerPort {
  const { port } = new SharedWorker(address, options)
  port.start()
  return port
}
