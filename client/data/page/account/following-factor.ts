import type { DataClient } from '../client.ts'

/** Calls `onRequired` as soon as the server lets this account in no more without a second factor. */
export function followFactor(client: DataClient, onRequired: () => void): void {
  let isRequired = false
  client.subscribe({ what: 'status' }, (answer) => {
    const was = isRequired
    isRequired = answer.what === 'status' && answer.denied === 'second-factor-required'
    if (isRequired && !was) onRequired()
  })
}
