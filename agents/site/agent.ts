import type { Agent, AgentGround } from '../runtime/agent.ts'
import { Pictures } from './pictures.ts'
import { type Pace, Publishing } from './publishing.ts'
import { readQueues } from './queueing.ts'
import { tellOrders } from './telling.ts'

/** `again`: what could not be taken from a door is tried again behind so long, ms. */
type SitePace = Pace & { readonly again: number }

const PACE: SitePace = { quiet: 2_000, most: 10_000, look: 60_000, again: 5_000 }

/**
 * Publishes the company's site, and makes records of what visitors and readers do at the door (SPEC.md). It works whether the feature
 * is on or not: links in letters lead to the door, too.
 */
export const site: Agent = { name: 'site', run: (ground) => work(ground, PACE) }

/** The same at another pace, for tests. */
export const siteAt = (pace: SitePace): Agent => ({ name: 'site', run: (ground) => work(ground, pace) })

async function work(ground: AgentGround, pace: SitePace): Promise<void> {
  const ending = new AbortController()
  const signal = AbortSignal.any([ground.signal, ending.signal])
  const pictures = new Pictures({ ...ground, place: ground.cache.place('site.pictures') })
  const publishing = new Publishing({ ...ground, pictures, pace, signal })
  const telling = { ...ground, signal, pictures, touch: () => publishing.touch() }
  // One that fails ends the others: all of it is begun anew.
  const all = [publishing.run(), readQueues({ ...ground, signal, again: pace.again }), tellOrders(telling)]
  await Promise.all(all.map((part) => part.finally(() => ending.abort())))
}
