import type { OAuth } from '../../../shared/letters/accounts.ts'
import type { HeldMail } from '../../../shared/messages/own-mail.ts'
import { tokens } from '../../mail/oauth/access-tokens.ts'
import { gmailPost } from '../letters/gmail-post.ts'
import { openMail, type Pool, type Post } from '../letters/smtp.ts'

/** What takes the letters of an account: Gmail’s interface where it receives so, else its server, by the password or a token. */
export function openHeld(mail: HeldMail, pool?: Pool): Post {
  if (mail.oauth === '') return openMail(mail, undefined, undefined, null, pool)
  // Checked as it was kept (sync-server/mail/accounts/SPEC MA8).
  if (mail.way === 'gmail') return gmailPost({ pass: JSON.parse(mail.oauth) as OAuth })
  return openMail(mail, undefined, undefined, tokens.accessTo(mail), pool)
}
