import type { HeldMail } from '../../../shared/messages/own-mail.ts'
import type { StoredAccount } from '../../storage/mail/accounts.ts'
import type { Secrets } from './secrets.ts'
import { settingsIn, standingIn } from './stored.ts'

/** What an owner sends by; null: he has set up none. */
export function defaultOf(all: readonly StoredAccount[], owner: string): StoredAccount | null {
  const isDefault = (stored: StoredAccount) => settingsIn(stored).isDefault && !settingsIn(stored).isOff
  return all.find((stored) => stored.owner === owner && isDefault(stored)) ?? null
}

/** An account as letters go by it; null: it does not send. */
export function mailOf(stored: StoredAccount, { password, oauth }: Secrets): HeldMail | null {
  const { receive, send, fromName, address, signature } = settingsIn(stored)
  const { send: line } = standingIn(stored)
  const refused = line?.state === 'refused' ? (line.trouble ?? '') : null
  const of = { account: stored.id, changed: stored.at, refused }
  return (
    send && { ...send, password, oauth, way: receive?.way ?? null, fromName, fromAddress: address, signature, ...of }
  )
}
