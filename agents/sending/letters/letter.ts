import type { SendMailOptions } from 'nodemailer'
import type { Threaded } from '../../../shared/letters/answering/answering.ts'

/** A file that goes with a letter. */
export interface Enclosure {
  readonly name: string
  /** `application/pdf` */
  readonly type: string
  readonly bytes: Uint8Array
}

/** A letter as it goes out. */
export interface Letter {
  /** Without its brackets: `2026q4-…@example.ru`. */
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  /** Whom answers go to, where that is another. */
  readonly replyTo: string | null
  /** Addresses; of `bcc` no other reader is told. */
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly bcc: readonly string[]
  /** The letter that it answers, and those before that, without brackets. */
  readonly thread: Threaded
  readonly subject: string
  /** The same said twice. */
  readonly text: string
  readonly html: string
  /** Made by a rule: said so, that no program answers it by itself. */
  readonly isAutomatic: boolean
  readonly date: Date
  readonly enclosures: readonly Enclosure[]
  /** What makes it one of many; nothing, where somebody has written it to somebody. */
  readonly bulk?: Bulk
}

/** A letter of a mailing, as mail programs tell it from one that was written to them alone. */
export interface Bulk {
  /** RFC 2919: `spring.mailings.example.ru` */
  readonly listId: string
  /** Where a POST of one click unsubscribes (RFC 8058). */
  readonly unsubscribe: string
  /** Where reports of delivery go; null: to who writes. */
  readonly returnPath: string | null
}

/** Where a company has no address of its own, its letters are named under this. */
const NOWHERE = 'voronka.invalid'

/**
 * The Message-ID of a message: whoever sends it once more after a crash says the same, so that a mail server may drop the
 * second. Sent again because somebody asked for it, it is another letter.
 */
export function messageIdOf(id: string, asked: number, from: string): string {
  const domain = from.split('@')[1] ?? NOWHERE
  return `${id}${asked > 0 ? `.${asked}` : ''}@${domain}`
}

/** A letter as nodemailer takes it. Nothing in it may lead to a file or an address. */
export function mailOf(letter: Letter): SendMailOptions {
  const { from, replyTo, subject, text, html, date, thread, bulk } = letter
  return {
    from,
    ...(replyTo !== null && { replyTo }),
    to: named(letter.to),
    ...(letter.cc.length > 0 && { cc: named(letter.cc) }),
    ...(letter.bcc.length > 0 && { bcc: named(letter.bcc) }),
    subject,
    text,
    html,
    date,
    messageId: `<${letter.messageId}>`,
    ...(thread.inReplyTo !== null && { inReplyTo: `<${thread.inReplyTo}>` }),
    ...(thread.references.length > 0 && { references: thread.references.map((id) => `<${id}>`) }),
    headers: { ...(letter.isAutomatic && { 'Auto-Submitted': 'auto-generated' }), ...(bulk && headersOf(bulk)) },
    ...(bulk?.returnPath && { envelope: { from: bulk.returnPath, to: [...letter.to] } }),
    attachments: letter.enclosures.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** Lines that are whole as they are: an address of a page is not to be broken. */
function headersOf({ listId, unsubscribe }: Bulk): NonNullable<SendMailOptions['headers']> {
  const whole = (value: string) => ({ prepared: true, value })
  return {
    Precedence: 'bulk',
    'List-Id': whole(`<${listId}>`),
    'List-Unsubscribe': whole(`<${unsubscribe}>`),
    'List-Unsubscribe-Post': whole('List-Unsubscribe=One-Click'),
  }
}

/** As addresses, whatever stands in them: nothing of it is taken for a name or for another reader. */
function named(addresses: readonly string[]) {
  return addresses.map((address) => ({ name: '', address }))
}
