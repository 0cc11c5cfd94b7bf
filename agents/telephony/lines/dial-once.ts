import type { RequestOutcome } from '../../../shared/calls/protocol.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { pause } from '../../runtime/pause.ts'
import { readOutcome } from '../door/said.ts'
import type { DialRequest } from './line.ts'

/** Where another bridge has it dialled, it is not asked after more often, ms: its clock may be another. */
const AGAIN = 1000
const DOUBTFUL = { outcome: 'failed', failure: 'unsaid' } as const

/** Has a call dialled by one bridge alone; null: what came of that is not known yet. */
export type DialsOnce = (request: DialRequest, dial: () => Promise<RequestOutcome>) => Promise<RequestOutcome | null>

/**
 * Has a call dialled by the bridge that is the first to claim it in the ledger (SPEC CL18). Resolves with what came of asking, whichever
 * bridge did; null: this one is to stop before that is known.
 */
export async function dialOnce(
  { ledger, signal }: Pick<AgentGround, 'ledger' | 'signal'>,
  { id, until }: DialRequest,
  dial: () => Promise<RequestOutcome>,
): Promise<RequestOutcome | null> {
  while (!signal.aborted) {
    const done = await ledger.perform(`call/${id}/${until}`, 'once', async () => JSON.stringify(await dial()))
    if (done.is === 'doubtful') return DOUBTFUL
    if (done.is !== 'held') return readOutcome(JSON.parse(done.outcome))
    await pause(Math.max(done.until - Date.now(), AGAIN), signal)
  }
  return null
}
