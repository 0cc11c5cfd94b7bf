import { customers } from '../../../shared/customers/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { markAddress } from '../../../shared/letters/acts/undelivered.ts'
import type { Refused } from '../../../shared/letters/refused.ts'
import { mailingRecipients } from '../../../shared/mailings/collections.ts'
import { readRefusal } from '../../../shared/mailings/outcomes/refusal.ts'
import { mailingOf } from '../../../shared/mailings/reader-id.ts'
import { whyOf } from '../../../shared/rules/why.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'
import { countNow } from '../counting/recount.ts'

/** What a report of delivery says of a letter of a mailing. */
export interface Bounce {
  /** The Message-ID of the letter that came back, without brackets; null: it does not say. */
  readonly messageId: string | null
  /** Where the report came to: addresses with a plus name the reader (VERP). */
  readonly to: readonly string[]
  readonly refused: readonly Refused[]
}

/** Behind the plus of an address, or before the @ of a Message-ID: `<mailing>_<hash>`, and how often it was asked for. */
const READER = /(?:^|\+)([0-9a-f]{20}_[0-9a-f]{16})(?:\.\d+)?@/

/** The reader of a mailing that a report is about; null: it is of another letter. */
function readerOfBounce({ messageId, to }: Bounce): string | null {
  for (const text of [messageId ?? '', ...to]) {
    const [, reader = ''] = READER.exec(text) ?? []
    if (mailingOf(reader) !== null) return reader
  }
  return null
}

/**
 * A letter of a mailing that came back stands with its reader, hard or soft; an address that nobody has is marked at its customer
 * (SPEC BM18). Resolves when the server has it; told twice it is written once.
 */
export async function takeBounce(
  { replica, documents }: Pick<AgentGround, 'replica' | 'documents'>,
  bounce: Bounce,
): Promise<void> {
  const id = readerOfBounce(bounce)
  const mailing = id === null ? null : mailingOf(id)
  if (id === null || mailing === null) return
  const { company } = replica.pass
  const document = documentOf(company, mailingRecipients.family, id)
  await documents.hold([document], async () => {
    const reader = findIn(replica)(mailingRecipients, id)
    // Anybody can send what looks like a report: one that names another address says nothing of this reader.
    const said = bounce.refused.find(({ address }) => address.toLowerCase() === reader?.to)?.said
    if (!reader || said === undefined) return
    const isHard = readRefusal(said) === 'hard'
    const written = replica.write((tx) => {
      if (reader.state !== 'hardBounced')
        tx.set(mailingRecipients, id, {
          state: isHard ? 'hardBounced' : 'softBounced',
          said,
          why: whyOf('declined', { answer: said }),
        })
      const { customer, to } = reader
      if (isHard && customer !== null && to !== null && tx.find(customers, customer))
        markAddress(tx, customer, to, said)
    })
    if (written.length === 0) return
    await countNow({ replica, documents }, mailing)
    await replica.saved([document, `${company}/${customers.family}/common`])
  })
}
