import { Failure } from '../../../../shared/errors.ts'
import type { Account, FromWorker } from '../../protocol.ts'
import type { WorkerPort } from '../client.ts'

/**
 * Has the worker send what this device has unsent of an account, and drop all that it keeps of it; gives how many changes
 * were lost. A worker that takes over in the middle is asked again.
 */
export function wipeBy(port: WorkerPort, account: Account, url: string): Promise<number> {
  const ask = () => port.postMessage({ ask: 'wipe', account, url, call: 1 })
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const take = (message: FromWorker) => {
    if (message.say === 'news' && message.news === 'new-worker') ask()
    if (message.say === 'done') resolve(message.result as number)
    if (message.say === 'failed') reject(new Failure(message.failure.code, message.failure.params))
  }
  port.onmessage = ({ data }) => take(data)
  ask()
  return promise.finally(() => {
    port.onmessage = null
  })
}
