import { documentOf } from '../../../shared/documents/documents.ts'
import { mailingRecipients, mailings } from '../../../shared/mailings/collections.ts'
import { countsOf } from '../../../shared/mailings/counts.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'

type Ground = Pick<AgentGround, 'replica' | 'documents' | 'log'>

/** So seldom a mailing's figures are written at most, ms. */
const SELDOM = 1_000

/** Mailings that will be counted, by replica. */
const PENDING = new WeakMap<Ground['replica'], Set<string>>()

/** Counts a mailing's readers within a second, and writes what they come to on its header (SPEC BM5). */
export function recount(ground: Ground, mailing: string): void {
  const pending = PENDING.get(ground.replica) ?? new Set()
  PENDING.set(ground.replica, pending)
  if (pending.has(mailing)) return
  pending.add(mailing)
  setTimeout(() => {
    pending.delete(mailing)
    countNow(ground, mailing).catch((err) => ground.log.warn({ err, mailing }, 'a mailing is not counted'))
  }, SELDOM)
}

/** The same at once; resolves when it is written. */
export async function countNow({ replica, documents }: Omit<Ground, 'log'>, mailing: string): Promise<void> {
  const name = documentOf(replica.pass.company, mailingRecipients.family, mailing)
  await documents.hold([name], () => {
    if (!findIn(replica)(mailings, mailing)) return
    replica.write((tx) => tx.set(mailings, mailing, countsOf(replica.rowsIn(name, mailingRecipients))))
  })
}
