import { guessServers } from '../../../shared/letters/services.ts'
import type { Mail, ShownSecret } from '../../../shared/messages/sending.ts'

/** An account of mail as it is typed: a password that is not typed is empty. */
export type MailDraft = { -readonly [F in keyof Mail<string>]: Mail<string>[F] }

const BLANK: MailDraft = { host: '', port: 465, tls: 'tls', user: '', password: '', fromName: '', fromAddress: '' }

/** What is typed over, of what is set. */
export function mailDraft(mail: Mail<ShownSecret> | null): MailDraft {
  return mail === null ? BLANK : { ...mail, password: '' }
}

/** What another address means for the rest: server and name are guessed by it, as long as nobody has typed others. */
export function withAddress(draft: MailDraft, fromAddress: string): Partial<MailDraft> {
  const isGuessed = draft.host === '' || draft.host === guessServers(draft.fromAddress)?.send.host
  const isUserGuessed = draft.user === '' || draft.user === draft.fromAddress
  return {
    fromAddress,
    ...(isGuessed && guessServers(fromAddress)?.send),
    ...(isUserGuessed && { user: fromAddress }),
  }
}
