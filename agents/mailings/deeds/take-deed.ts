import { documentOf } from '../../../shared/documents/documents.ts'
import { mailingConsents, mailingRecipients } from '../../../shared/mailings/collections.ts'
import type { ReaderDeed } from '../../../shared/mailings/deeds.ts'
import { mailingOf } from '../../../shared/mailings/reader-id.ts'
import { writeDeed } from '../../../shared/mailings/write-deed.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'
import { recount } from '../counting/recount.ts'

type Ground = Pick<AgentGround, 'replica' | 'documents' | 'log'>

/**
 * What a reader did at the door becomes part of the reader's record, of what is said of the address, and of the mailing's figures
 * (SPEC BM4). Resolves when the server has it; done twice it is done once. A deed of nobody's is passed over.
 */
export async function takeDeed(ground: Ground, deed: ReaderDeed): Promise<void> {
  const { replica, documents, log } = ground
  const mailing = mailingOf(deed.recipient)
  if (mailing === null) return log.warn({ did: deed.did }, 'a deed of no reader')
  const readers = documentOf(replica.pass.company, mailingRecipients.family, deed.recipient)
  await documents.hold([readers], async () => {
    if (!findIn(replica)(mailingRecipients, deed.recipient))
      return log.warn({ did: deed.did, mailing }, 'a deed of a reader who is not there')
    const written = replica.write((tx) => writeDeed(tx, deed, mailing))
    if (written.length === 0) return
    await replica.saved([readers, `${replica.pass.company}/${mailingConsents.family}/common`])
    recount(ground, mailing)
  })
}
