import type { Message } from '../../../shared/messages/collections.ts'
import type { MailRefusal } from '../../../shared/messages/own-mail.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import type { Order } from '../../../shared/orders/collections.ts'
import type { Organisation } from '../../../shared/print/trade/deal-of.ts'
import { type KeepRaw, keepingSent, sendByAccount } from '../accounts/by-account.ts'
import type { AccountLine, CurrentAccounts } from '../accounts/current-accounts.ts'
import { composed, type Named, senderOf } from '../letters/compose.ts'
import type { Enclosure } from '../letters/letter.ts'
import type { Outcome } from '../outcome.ts'
import type { Ways } from '../ways/ways.ts'
import { tooLarge } from './fits.ts'
import { besides, sendInName, sentAs } from './in-name.ts'
import type { OwnLine } from './own-lines.ts'
import { type Writer, writerOf } from './writer.ts'

/** What a letter is made of. */
export interface LetterGround {
  readonly message: Message
  /** The message's order; null where there is none, or it is not here. */
  readonly order: Order | null
  readonly enclosures: readonly Enclosure[]
  /** All of the company's, removed ones too. */
  readonly organisations: readonly Organisation[]
  readonly ways: Ways
  /** The very account that the message names; null: it names none. */
  readonly account: AccountLine | null
  /** All accounts: one that a letter goes by without naming it keeps it, too (SPEC SN23). */
  readonly accounts: Pick<CurrentAccounts, 'of'>
  readonly keepRaw: KeepRaw
  readonly find: Find
  readonly tellRefusal: (refusal: MailRefusal) => Promise<void>
}

/** A letter that is ready, in the name that it goes in (SPEC SN17). */
export async function letterReady(ground: LetterGround): Promise<() => Promise<Outcome>> {
  const { message, order, enclosures, organisations, ways, find, tellRefusal, account, accounts, keepRaw } = ground
  const company = senderOf(ways.mail, find, organisations)
  const written = (named: Named) => composed(message, named, { find, company: company.address, enclosures })
  if (account) {
    const { fromName: name, address, signature } = account.account
    const from = { name: name || company.name, address }
    const letter = written({ from, replyTo: null, signature })
    return () => sendByAccount(account, letter, keepRaw)
  }
  const heldOf = async (mail: Ways['mail']) =>
    mail !== null && 'account' in mail ? ((await accounts.of(mail.account))?.account ?? null) : null
  const post = keepingSent(await heldOf(ways.mail), ways.post, keepRaw)
  const writer = writerOf(message, order, find)
  if (writer === null || writer === 'nobody') {
    const letter = written({ from: company, replyTo: null, signature: '' })
    const send = async () => tooLarge(letter, ways.mail) ?? (await sentAs(letter, post))
    return writer === null ? send : async () => besides(await send(), 'nobodyOwns')
  }
  const line = ways.own.of(writer.user)
  const signature = line?.mail.signature ?? ''
  const ownLine = line && { ...line, ...keepingSent(await heldOf(line.mail), line, keepRaw) }
  const own = ownLine && { line: ownLine, letter: written({ from: nameOf(ownLine, writer), replyTo: null, signature }) }
  const replyTo = line?.mail.fromAddress ?? writer.email
  const byCompany = { post, mail: ways.mail, letter: written({ from: company, replyTo, signature }) }
  return () => sendInName({ who: writer.name, own, company: byCompany, attempts: message.attempts ?? 0, tellRefusal })
}

function nameOf({ mail }: OwnLine, { name }: Writer): Named['from'] {
  return { name: mail.fromName || name, address: mail.fromAddress }
}
