import type { Logger } from 'pino'
import { Failure } from '../../../shared/errors.ts'
import { tokens } from '../../mail/oauth/access-tokens.ts'
import type { Agent } from '../agent.ts'
import type { Cache } from '../cache/cache.ts'
import { knowCustomFields } from '../company/custom-fields.ts'
import { knowFeatures } from '../company/features.ts'
import { Documents } from '../documents/documents.ts'
import type { ListenAt } from '../options.ts'
import { type Pass, Replica } from '../replica.ts'
import type { ServerAddress } from '../server/api.ts'
import { FeedClient } from '../server/feed-client.ts'
import { LedgerClient } from '../server/ledger/ledger-client.ts'
import { tellRenewed } from '../server/mail/mail-accounts.ts'
import { patiently } from '../server/patiently.ts'
import { roomsOf } from '../server/rooms.ts'
import { runSideBySide } from '../side-by-side.ts'
import { forgetPass, rememberedPass } from './remembered-pass.ts'

/** Asked to stop, agents may ask the ledger so long to take what they have done, ms. */
const LAST_WORDS = 10_000

/** What agents are run with. */
export interface Session {
  readonly server: ServerAddress
  readonly agents: readonly Agent[]
  readonly cache: Cache
  /** Where phones of the office's network are listened to over plain HTTP; nowhere, where nothing is said. */
  readonly phonesAt?: ListenAt | null
  readonly log: Logger
  readonly signal: AbortSignal
}

/**
 * Runs agents until the signal, under one name that the server gave. Where the server does not know it any more, as after a
 * restore, they go on under another (SPEC RT13). Rejects with what no further try would mend: a wrong key.
 */
export async function runAgents(session: Session): Promise<void> {
  const { agents, cache, log, server, signal } = session
  const label = `agents: ${agents.map(({ name }) => name).join(', ')}`.slice(0, 80)
  while (!signal.aborted) {
    const join = () => rememberedPass(cache, { ...server, as: 'agents' }, label)
    const pass = await patiently(join, { log, signal })
    const failure = await runUnder(pass, session)
    if (!failure) return
    if (!['replica-unknown', 'document-unknown'].includes(failure.code)) throw failure
    log.warn({ code: failure.code, replica: pass.replica }, 'the server does not know this name any more')
    forgetPass(cache, pass)
  }
}

/** Resolves with null when it was stopped, or with what the server had against the name. */
async function runUnder(
  pass: Pass,
  { agents, cache, phonesAt = null, log, server, signal }: Session,
): Promise<Failure | null> {
  const replica = new Replica(pass, log, cache)
  const documents = new Documents(replica)
  const [fault, ending] = [new AbortController(), new AbortController()]
  const over = AbortSignal.any([signal, fault.signal])
  const fail = (error: unknown) => fault.abort(error)
  void replica.lost.then(fail)
  over.addEventListener('abort', () => setTimeout(() => ending.abort(), LAST_WORDS).unref())
  const forgetting: (() => void)[] = []
  try {
    const ended = new Promise<void>((resolve) => over.addEventListener('abort', () => resolve()))
    await Promise.race([documents.start(fail).catch(fail), ended])
    if (!over.aborted) {
      log.info({ replica: pass.replica, company: pass.company }, 'listening')
      const features = knowFeatures(replica)
      forgetting.push(knowCustomFields(replica), () => features.forget())
      const ledger = new LedgerClient({ server, log, holder: pass.replica, signal: ending.signal })
      const how = { log, signal: over }
      tokens.onRenewed((renewed) => tellRenewed(server, renewed, how))
      const feed = new FeedClient(server, log)
      await runSideBySide(agents, {
        replica,
        features,
        documents,
        feed,
        ledger,
        ...roomsOf(server, how),
        phonesAt,
        cache,
        folder: cache.folder,
        log,
        signal: over,
      })
    }
  } finally {
    ending.abort()
    documents.stop()
    for (const forget of forgetting) forget()
    await replica.end()
  }
  if (!fault.signal.aborted || signal.aborted) return null
  const { reason } = fault.signal
  if (reason instanceof Failure) return reason
  throw reason
}
