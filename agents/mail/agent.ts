import type { FeedRow } from '../../shared/effects/feed.ts'
import { letters, type MailAccount, mailAccounts, ownLetters } from '../../shared/letters/collections.ts'
import type { Change } from '../../shared/records/reading/record-set.ts'
import type { Agent, AgentGround } from '../runtime/agent.ts'
import { Accounts } from './engine/accounts.ts'
import { Acts } from './engine/acts.ts'
import { PACE } from './engine/work.ts'
import { openBox } from './open-box.ts'
import { hearAppended } from './sent/appended.ts'
import { takeAsItCame, takeLetter } from './taking/take-letter.ts'

/** Takes in what mail servers list, and carries there what is done with letters here (SPEC MB4 to MB9). */
export const mail: Agent = {
  name: 'mail',
  feature: 'mail',
  run: (ground) => runMail(ground, openBox),
}

/** How boxes are opened and long things are waited for stands apart, for tests. */
export async function runMail(ground: AgentGround, open: typeof openBox, pace = PACE): Promise<void> {
  const { replica, documents, mailLedger, tellStanding, feed, cache, log, signal } = ground
  const failed = new AbortController()
  const over = AbortSignal.any([signal, failed.signal])
  const accounts = new Accounts({
    read: ground.mailAccounts,
    known: () => [...replica.rows(mailAccounts)].filter(({ gone }) => !gone),
    lettersOf: async (account, ids) => (await mailLedger.letters(account, ids)).flatMap(({ letter }) => letter ?? []),
    acts: new Acts(cache.place('mail.acts')),
    ledger: ground.ledger,
    log,
    signal: over,
    workOf: (account, until) => ({
      account,
      replica,
      documents,
      mailLedger,
      take: (toTake) => takeLetter({ replica, documents }, toTake),
      takeAsItCame: (toTake, why) => takeAsItCame({ replica, documents }, toTake, why),
      open,
      tellStanding,
      pace,
      log,
      signal: until,
    }),
  })
  const stopHearing = replica.observe((changes) => {
    if (changes.some(isOfSettings)) accounts.look()
  })
  const stopHearingAppended = hearAppended((account) => accounts.appended(account))
  const hearing = {
    place: cache.place('mail.feed'),
    from: 0,
    collections: [letters.name, ownLetters.name],
    signal: over,
  }
  try {
    await accounts.begin()
    await feed.follow(hearing, ({ rows }) => accounts.acted(actsIn(rows, replica.pass.replica)))
  } catch (error) {
    failed.abort(error)
    throw error
  } finally {
    stopHearing()
    stopHearingAppended()
    failed.abort()
    await accounts.ended()
  }
}

/** An account was changed, added or removed; how it stands is told by ourselves. */
function isOfSettings({ collection, before, after }: Change): boolean {
  const [one, other] = [before, after] as readonly (MailAccount | null)[]
  return collection.name === mailAccounts.name && (one?.changed !== other?.changed || one?.gone !== other?.gone)
}

/** Letters of whose places somebody else wrote something. */
function actsIn(rows: readonly FeedRow[], own: string): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ path, record, replica }) => (path.startsWith('places/') && replica !== own ? [record] : [])),
  )
}
