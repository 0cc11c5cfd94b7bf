import type { Box } from '../box.ts'
import { GmailCalls, type GmailLine } from './calls.ts'
import { GmailBox } from './gmail-box.ts'

/** Opens a box. MailFault `refused` where its person has taken back what he allowed. */
export async function openGmail(line: GmailLine): Promise<Box> {
  const calls = new GmailCalls(line)
  await calls.ask((users) => users.getProfile({ userId: 'me' }))
  return new GmailBox(calls)
}
