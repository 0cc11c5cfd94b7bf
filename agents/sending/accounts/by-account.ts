import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import type { Letter } from '../letters/letter.ts'
import { rawOf } from '../letters/raw.ts'
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
  // Kept before it goes: whoever dies behind that leaves nothing out.
  const raw = putsIntoSent(account) ? await keep(await rawOf(letter)) : null
  const outcome = await sentAs(letter, line)
  if (outcome.is === 'sent') return { ...outcome, account: account.id, ...(raw && { raw }) }
  // Other letters do not share it: they go by servers of their own.
  return outcome.is === 'later' ? { ...outcome, of: 'message' } : outcome
}

/** Whether a letter that it sent is to be put into its folder by us (SPEC SN23). */
function putsIntoSent({ receive, storesSent }: HeldAccount): boolean {
  return receive?.way === 'imap' && !storesSent
}
