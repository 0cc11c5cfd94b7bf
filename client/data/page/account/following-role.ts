import type { Account } from '../../protocol.ts'
import type { DataClient } from '../client.ts'

/**
 * Calls `onOther` when the account's person has another role than the account began with, and again whenever the line comes
 * back while that is so: the server says what the account may do now.
 */
export function followRole(client: DataClient, { person, role }: Account, onOther: () => void): void {
  if (person === null) return
  let present: unknown = role
  let isOnline = false
  const tell = () => present !== role && onOther()
  client.subscribe({ what: 'record', collection: 'people', id: person }, (answer) => {
    const before = present
    present = (answer.what === 'record' && answer.row?.role) || role
    if (present !== before) tell()
  })
  client.subscribe({ what: 'status' }, (answer) => {
    const was = isOnline
    isOnline = answer.what === 'status' && answer.online
    if (isOnline && !was) tell()
  })
}
