import { counterparties } from '../../shared/counterparties/collections.ts'
import { counterpartyId } from '../../shared/counterparties/counterparty-id.ts'
import { dueInns } from '../../shared/counterparties/due.ts'
import type { Finding } from '../../shared/counterparties/finding.ts'
import type { CounterpartyService } from '../../shared/counterparties/service.ts'
import { takeFinding } from '../../shared/counterparties/take-finding.ts'
import { customers } from '../../shared/customers/collections.ts'
import { documentOf } from '../../shared/documents/documents.ts'
import type { Agent, AgentGround } from '../runtime/agent.ts'
import { findIn } from '../runtime/find.ts'
import { pause } from '../runtime/pause.ts'
import { Waking } from '../runtime/waking.ts'
import { askService } from './ask-service.ts'
import { DayCount } from './day-count.ts'

/** It looks so often at least, rests so long between two questions, and so long where a service cannot be asked now, ms. */
const PACE = { look: 600_000, rest: 1_000, pause: 600_000 }

export type Pace = typeof PACE
type Ground = Pick<AgentGround, 'replica' | 'counterpartyService' | 'cache' | 'log' | 'signal'>

/** Asks for what is known of customers’ companies, by itself (shared/counterparties/SPEC.md). */
export const counterpartiesAgent: Agent = {
  name: 'counterparties',
  feature: 'counterparties',
  run: (ground) => new Work(ground, PACE).run(),
}

/** The same at another pace, for tests. */
export const counterpartiesAt = (pace: Pace) => ({ run: (ground: Ground) => new Work(ground, pace).run() })

class Work {
  readonly #ground: Ground
  readonly #pace: Pace
  readonly #waking = new Waking()
  readonly #count: DayCount

  constructor(ground: Ground, pace: Pace) {
    this.#ground = ground
    this.#pace = pace
    this.#count = new DayCount(ground.cache.place('counterparties.day'))
  }

  async run(): Promise<void> {
    const { replica, signal } = this.#ground
    const wake = () => this.#waking.wake()
    const forget = replica.observe((changes) => {
      if (changes.some(({ collection }) => collection.name === customers.name)) wake()
    })
    signal.addEventListener('abort', wake)
    try {
      while (!signal.aborted) {
        const woken = this.#waking.next()
        if (await this.#askAll()) await this.#waking.within(woken, this.#pace.look)
        else await pause(this.#pace.pause, signal)
      }
    } finally {
      forget()
      signal.removeEventListener('abort', wake)
    }
  }

  /** Asks for all that is due; false: the service cannot be asked now. */
  async #askAll(): Promise<boolean> {
    const { signal, log } = this.#ground
    const service = await this.#ground.counterpartyService()
    if (!service || service.perDay === 0) return true
    for (const inn of this.#due(service)) {
      if (signal.aborted || !this.#count.take(service.perDay, Date.now())) return true
      const finding = await askService(service, inn)
      await this.#write(inn, finding)
      if (finding.is === 'failed' && finding.trouble !== 'notUnderstood') {
        log.warn({ trouble: finding.trouble, said: finding.said }, 'counterparties: the service cannot be asked')
        return false
      }
      await pause(this.#pace.rest, signal)
    }
    return true
  }

  #due({ days }: CounterpartyService<string>): readonly string[] {
    const { replica } = this.#ground
    const find = findIn(replica)
    const known = (inn: string) => find(counterparties, counterpartyId(inn)) ?? null
    return dueInns([...replica.rows(customers)], known, { now: Date.now(), days })
  }

  async #write(inn: string, finding: Finding): Promise<void> {
    const { replica } = this.#ground
    replica.write((tx) => takeFinding(tx, inn, finding, Date.now()))
    await replica.saved([documentOf(replica.pass.company, counterparties.family, counterpartyId(inn))])
  }
}
