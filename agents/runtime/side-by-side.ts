import type { Agent, AgentGround } from './agent.ts'
import { Backoff, type Patience } from './server/backoff.ts'

const PATIENCE: Patience = { first: 1000, most: 60_000 }
/** Who has worked as long as this begins anew without a long wait, ms. */
const SOUND = 60_000

/** Runs agents until the signal, each as if it were alone: one that fails is begun anew after a while (SPEC RT12). */
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
    const began = performance.now()
    log.info('begins')
    await runOnce(agent, { ...ground, log })
    if (performance.now() - began >= SOUND) backoff.reset()
    if (!signal.aborted) await backoff.wait(signal).catch(() => signal.aborted)
  }
  log.info('ended')
}

async function runOnce(agent: Agent, ground: AgentGround): Promise<void> {
  try {
    await agent.run(ground)
    if (!ground.signal.aborted) ground.log.warn('ended by itself')
  } catch (err) {
    if (err !== ground.signal.reason) ground.log.error({ err }, 'failed')
  }
}
