import { IndexedDisk } from './disk/indexed-disk.ts'
import { openHost } from './hosting/hub.ts'
import type { ToWorker } from './protocol.ts'
import { begin } from './session/begin.ts'
import { Desk } from './session/desk/desk.ts'
import type { Port } from './session/desk/seat.ts'
import { wipe } from './session/desk/wipe.ts'

/**
 * The data worker's entry: a SharedWorker that is named after its account, so that there is one for each; or, where a
 * browser has none, a Worker in the tab whose turn it is to host.
 */
/** All sessions of this worker write to the same disk. */
const disk = new IndexedDisk()
const desk = new Desk({
  open: (account, url, device) => begin(disk, account, url, device),
  wipe: (account, url) => wipe(disk, account, url),
})
const take = (port: Port, message: ToWorker) => void desk.take(port, message)

declare const self: SharedWorkerGlobalScope | DedicatedWorkerGlobalScope

if ('onconnect' in self) {
  self.onconnect = ({ ports: [port] }) => {
    if (port) port.onmessage = ({ data }: MessageEvent<ToWorker>) => take(port, data)
  }
} else openHost(self.name, take)

// Which languages there are formats for, a browser finds out with the first one that it makes; that takes some 30 ms, once for
// the worker and the page in its process: while this one waits for its disk, it holds nobody up.
setTimeout(() => Intl.DateTimeFormat.supportedLocalesOf('ru'))
