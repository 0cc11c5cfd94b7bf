import type { HeldAccount } from '../../shared/letters/accounts.ts'
import type { Box } from './box.ts'
import { openImap } from './imap/connect.ts'
import { MailFault } from './imap/fault.ts'

/** Opens the box of an account in the way that it names. MailFault where that fails. */
export async function openBox({ receive, password, oauth }: HeldAccount): Promise<Box> {
  if (receive?.way === 'imap' && oauth === '') return await openImap({ server: receive, pass: { password } })
  throw new MailFault('refused', receive?.way ?? '')
}
