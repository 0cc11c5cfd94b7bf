import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import type { Letter } from '../letters/letter.ts'
import { rawOf } from '../letters/raw.ts'
import type { Post } from '../letters/smtp.ts'
import { tooLarge } from '../names/fits.ts'
import { sentAs } from '../names/in-name.ts'
import type { Outcome } from '../outcome.ts'
import type { AccountLine } from './current-accounts.ts'

/** Puts a whole letter where who puts it into the folder of sent mail finds it; gives its hash. */
export type KeepRaw = (raw: Uint8Array<ArrayBuffer>) => Promise<string>

/** Sends a letter by the very account that it names, and by no other (SPEC SN22). */
export async function sendByAccount({ account, line }: AccountLine, letter: Letter, keep: KeepRaw): Promise<Outcome> {
  const large = tooLarge(letter, line.mail)
  if (large) return large
  const outcome = await sentAs(letter, keepingSent(account, line, keep))
  if (outcome.is === 'sent') return { ...outcome, account: account.id }
  // Other letters do not share it: they go by servers of their own.
  return outcome.is === 'later' ? { ...outcome, of: 'message' } : outcome
}

/** A line that keeps what goes by it for the folder of sent mail of its account, where we put it there; null: it is no account. */
export function keepingSent(account: HeldAccount | null, line: Pick<Post, 'send'>, keep: KeepRaw): Pick<Post, 'send'> {
  if (account === null || !putsIntoSent(account)) return line
  return {
    async send(letter) {
      // Kept before it goes: whoever dies behind that leaves nothing out.
      const raw = await keep(await rawOf(letter))
      const outcome = await line.send(letter)
      return outcome.is === 'sent' ? { ...outcome, account: account.id, raw } : outcome
    },
  }
}

/** Whether a letter that it sent is to be put into its folder by us (SPEC SN23). */
function putsIntoSent({ receive, storesSent }: HeldAccount): boolean {
  return receive?.way === 'imap' && !storesSent
}
