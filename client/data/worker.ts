import type { ToWorker } from './protocol.ts'
import { begin } from './session/begin.ts'
import { Desk } from './session/desk.ts'

/**
 * The data worker's entry: a SharedWorker that is named after its account, so that there is one for each; or, where a
 * browser has none, a Worker of the tab that holds the account's lock.
 */
const desk = new Desk(begin)

function serve(port: MessagePort | DedicatedWorkerGlobalScope): void {
  port.onmessage = (event: MessageEvent<ToWorker>) => void desk.take(port, event.data)
}

declare const self: SharedWorkerGlobalScope | DedicatedWorkerGlobalScope

if ('onconnect' in self) self.onconnect = ({ ports: [port] }) => port && serve(port)
else serve(self)
