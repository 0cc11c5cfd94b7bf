import { documentOf } from '../../../shared/documents/documents.ts'
import { Failure, isFailureCode } from '../../../shared/errors.ts'
import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import { type Message, messages } from '../../../shared/messages/collections.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'
import { mailOf } from '../../sending/accounts/current-accounts.ts'
import { sendRaw } from '../../sending/letters/send-raw.ts'
import { MailFault } from '../imap/fault.ts'
import { openBox } from '../open-box.ts'
import { tellAppended } from './appended.ts'
import { putIntoSent, type SentLetter } from './put-into-sent.ts'

/** What putting a letter into Sent works with. */
export type CopyGround = Pick<AgentGround, 'replica' | 'documents' | 'ledger' | 'mailAccounts' | 'log'>

/** Where a letter is known to stand: in the folder, on its way to the own address, or nowhere, since there is no account any more. */
type Copied = 'inSent' | 'toOwn' | 'noAccount'

/** Whether a message has gone and is still to be put into the folder of sent mail. */
export function isCopyLeft({ state, raw, gone }: Pick<Message, 'state' | 'raw' | 'gone'>): boolean {
  return state === 'sent' && raw !== null && !gone
}

/**
 * Puts a letter that went into its account's folder of sent mail, once (SPEC MW7). Gives until when another does, ms since 1970; null:
 * nobody. Throws what a later try may mend.
 */
export async function copy(ground: CopyGround, id: string): Promise<number | null> {
  const { replica, documents, ledger } = ground
  const document = documentOf(replica.pass.company, messages.family, id)
  return await documents.hold([document], async () => {
    const message = findIn(replica)(messages, id)
    if (!message || !isCopyLeft(message)) return null
    const claimed = await ledger.perform(`sent/${id}/${message.asked ?? 0}`, 'repeat', () => copied(ground, message))
    if (claimed.is === 'held') return claimed.until
    replica.write((tx) => tx.set(messages, id, { raw: null }))
    await replica.saved([document])
    return null
  })
}

async function copied(ground: CopyGround, { account: id, outer, raw: hash }: Message): Promise<Copied> {
  const account = (await ground.mailAccounts()).find((one) => one.id === id)
  if (!account || hash === null) return 'noAccount'
  const letter = { messageId: outer ?? '', raw: await fetchRaw(ground, hash) }
  if (await intoFolder(account, letter)) {
    tellAppended(account.id)
    return 'inSent'
  }
  await toOwnAddress(account, letter)
  return 'toOwn'
}

async function intoFolder(account: HeldAccount, letter: SentLetter): Promise<boolean> {
  if (account.receive?.way !== 'imap') return false
  const box = await openBox(account)
  try {
    return await putIntoSent(box, letter)
  } finally {
    await box.close()
  }
}

/** Where there is no such folder it goes to the own address, and comes in from there as what was sent (SPEC MW8). */
async function toOwnAddress(account: HeldAccount, letter: SentLetter): Promise<void> {
  if (!account.send) return
  const outcome = await sendRaw(mailOf(account, account.send), { ...letter, to: account.address })
  if (outcome.is !== 'sent') throw new MailFault('declined', outcome.why.code)
}

async function fetchRaw({ replica: { pass } }: CopyGround, hash: string): Promise<Uint8Array> {
  const url = new URL(`/api/agent/files/${hash}`, pass.address)
  const response = await fetch(url, { headers: { authorization: `Bearer ${pass.secret}` } }).catch((cause: unknown) => {
    throw new Failure('server-unreachable', { address: pass.address }, { cause })
  })
  if (response.ok) return new Uint8Array(await response.arrayBuffer())
  const { code } = (await response.json()) as { code?: unknown }
  throw new Failure(isFailureCode(code) ? code : 'server-unreachable', { address: pass.address })
}
