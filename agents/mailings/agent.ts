import { type Mailing, mailings } from '../../shared/mailings/collections.ts'
import type { Agent, AgentGround } from '../runtime/agent.ts'
import { findIn } from '../runtime/find.ts'
import { pause } from '../runtime/pause.ts'
import { followOrders } from './counting/following.ts'
import { Lines } from './letters/lines.ts'
import { type Heard, heardOf } from './running/heard.ts'
import { type RunGround, runMailing } from './running/run.ts'
import { sendTest, wantsTest } from './running/test-letter.ts'

/** A mailing whose run failed in a way that nobody foresaw is begun anew behind so long, ms. */
const ODD_PAUSE = 15_000

/** Sends the mailings that run (agents/mailings/SPEC). */
export const mailer: Agent = {
  name: 'mailer',
  feature: 'mailings',
  async run(ground) {
    const lines = new Lines(ground)
    try {
      const watch = new Watch(ground, { ...ground, lines, door: () => ground.door() })
      await Promise.all([watch.run(), followOrders(ground)])
    } finally {
      lines.close()
    }
  },
}

/** Begins a run for each mailing that is to go on, and none twice. */
class Watch {
  readonly #ground: AgentGround
  readonly #forRuns: RunGround
  readonly #heard: Heard
  readonly #runs = new Map<string, Promise<void>>()
  readonly #tests = new Map<string, Promise<void>>()

  constructor(ground: AgentGround, forRuns: RunGround) {
    this.#ground = ground
    this.#forRuns = forRuns
    this.#heard = heardOf(ground.replica)
  }

  async run(): Promise<void> {
    const { replica, signal } = this.#ground
    const forget = replica.observe((changes) => {
      if (changes.some(({ collection }) => collection.name === mailings.name)) this.#look()
    })
    this.#look()
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve()
      signal.addEventListener('abort', () => resolve())
    })
    forget()
    await Promise.all([...this.#runs.values(), ...this.#tests.values()])
  }

  #look(): void {
    if (this.#ground.signal.aborted) return
    for (const mailing of this.#ground.replica.rows(mailings)) {
      const { id, gone, state } = mailing
      if (!gone && state === 'running' && !this.#runs.has(id)) this.#runs.set(id, this.#run(id))
      if (wantsTest(mailing) && !this.#tests.has(id)) this.#tests.set(id, this.#test(mailing))
    }
  }

  async #test(mailing: Mailing): Promise<void> {
    const { log } = this.#ground
    try {
      await sendTest({ ...this.#forRuns, find: findIn(this.#ground.replica), heard: this.#heard }, mailing)
    } catch (err) {
      log.error({ err, mailing: mailing.id }, 'a test of a mailing could not go')
    }
    this.#tests.delete(mailing.id)
  }

  async #run(id: string): Promise<void> {
    const { log, signal } = this.#ground
    try {
      await runMailing(this.#forRuns, id)
    } catch (err) {
      if (!signal.aborted) {
        log.error({ err, mailing: id }, 'a mailing could not go on')
        await pause(ODD_PAUSE, signal)
      }
    }
    this.#runs.delete(id)
    // It may have been begun again while it came to an end.
    this.#look()
  }
}
