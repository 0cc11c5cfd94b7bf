import type { HeldAccount, MailServer, OAuth } from '../../shared/letters/accounts.ts'
import type { Box } from './box.ts'
import { openGmail } from './gmail/connect.ts'
import { openImap } from './imap/connect.ts'
import { MailFault } from './imap/fault.ts'
import { tokens } from './oauth/access-tokens.ts'

/** Opens the box of an account in the way that it names. MailFault where that fails. */
export async function openBox(account: HeldAccount): Promise<Box> {
  const { receive, oauth } = account
  if (receive?.way === 'imap') return await openOverImap(account, receive)
  if (receive === null || oauth === '') throw new MailFault('refused', receive?.way ?? '')
  // Checked as it was kept (sync-server/mail/accounts/SPEC MA8).
  return await openGmail({ pass: JSON.parse(oauth) as OAuth })
}

async function openOverImap(account: HeldAccount, server: MailServer): Promise<Box> {
  const open = async () => await openImap({ server, pass: await tokens.passOf(account) })
  try {
    return await open()
  } catch (error) {
    if (account.oauth === '' || !(error instanceof MailFault) || error.kind !== 'refused') throw error
    // The token may be good no more before its time.
    tokens.forget(account)
    return await open()
  }
}
