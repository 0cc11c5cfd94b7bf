import { Readable } from 'node:stream'
import { GmailCalls, type GmailLine } from '../../mail/gmail/calls.ts'
import { MailFault } from '../../mail/imap/fault.ts'
import { declined, failed, later, type Outcome, sent } from '../outcome.ts'
import { rawOf } from './raw.ts'
import { type Post, wrongReader } from './smtp.ts'

/** Sends by Gmail’s interface, which keeps what was sent by itself (SPEC SN27). */
export function gmailPost(line: GmailLine): Post {
  const calls = new GmailCalls(line)
  return {
    async send(letter) {
      const wrong = wrongReader(letter)
      if (wrong !== null) return failed('addressWrong', { address: wrong })
      const raw = await rawOf(letter)
      // Its hidden readers stand in it, and are told of to nobody.
      const media = () => ({ mimeType: 'message/rfc822', body: Readable.from([Buffer.from(raw)]) })
      try {
        await calls.ask((users, options) => users.messages.send({ userId: 'me', media: media() }, options))
        return sent(letter.messageId, 'Gmail')
      } catch (error) {
        if (!(error instanceof MailFault)) throw error
        return outcomeOf(error)
      }
    },
    close: () => undefined,
  }
}

function outcomeOf({ kind, message }: MailFault): Outcome {
  if (kind === 'declined') return declined(message)
  return later('server', kind === 'refused' ? 'signInRefused' : 'triesAgain', message)
}
