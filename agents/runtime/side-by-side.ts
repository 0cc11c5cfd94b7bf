import type { Agent, AgentGround } from './agent.ts'
import { Backoff, type Patience } from './server/backoff.ts'

const PATIENCE: Patience = { first: 1000, most: 60_000 }
/** Who has worked as long as this begins anew without a long wait, ms. */
const SOUND = 60_000

/**
 * Runs agents until the signal, each as if it were alone: one that fails is begun anew after a while (SPEC RT12), one whose
 * feature is off waits until it is on (SPEC RT15).
 */
export async function runSideBySide(
  agents: readonly Agent[],
  ground: AgentGround,
  patience: Patience = PATIENCE,
): Promise<void> {
  const { signal } = ground
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
  })
  await Promise.all([stopped, ...agents.map((agent) => keepGoing(agent, ground, patience))])
}

async function keepGoing(agent: Agent, ground: AgentGround, patience: Patience): Promise<void> {
  const log = ground.log.child({ agent: agent.name })
  const backoff = new Backoff(patience)
  const { signal } = ground
  while (!signal.aborted) {
    const working = await untilOn(agent, { ...ground, log })
    if (signal.aborted) break
    const began = performance.now()
    log.info('begins')
    await runOnce(agent, { ...ground, log, signal: working })
    if (performance.now() - began >= SOUND) backoff.reset()
    if (!working.aborted) await backoff.wait(signal).catch(() => signal.aborted)
  }
  log.info('ended')
}

/** Resolves once the company has on what the agent is for, with the signal of as long as that stays so. */
async function untilOn({ feature }: Agent, { features, log, signal }: AgentGround): Promise<AbortSignal> {
  if (!feature) return signal
  const waiting = features.whileIs(feature, false, signal)
  if (!waiting.aborted) {
    log.info({ feature }, 'switched off')
    await new Promise<void>((resolve) => waiting.addEventListener('abort', () => resolve()))
  }
  return features.whileIs(feature, true, signal)
}

async function runOnce(agent: Agent, ground: AgentGround): Promise<void> {
  try {
    await agent.run(ground)
    if (!ground.signal.aborted) ground.log.warn('ended by itself')
  } catch (err) {
    if (err !== ground.signal.reason) ground.log.error({ err }, 'failed')
  }
}
