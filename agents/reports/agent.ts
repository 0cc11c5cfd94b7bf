import { documentOf } from '../../shared/documents/documents.ts'
import { waysOfCompany } from '../../shared/messages/parameters/around.ts'
import { reportSchedules } from '../../shared/reports/collections.ts'
import type { Agent, AgentGround } from '../runtime/agent.ts'
import { findIn } from '../runtime/find.ts'
import { Waking } from '../runtime/waking.ts'
import { comingTime, dueTime } from './due.ts'
import { letPass, sendReport } from './send.ts'

/** It looks so often at least, ms: a clock that was set keeps nothing from going. */
const LOOK = 30_000
/** What failed in a way that nobody foresaw is tried again behind so long, ms. */
const ODD_PAUSE = 60_000

/** Sends reports by mail when their time has come (SPEC.md). */
export const reports: Agent = {
  name: 'reports',
  feature: 'reports',
  run: (ground) => new Work(ground).run(),
}

class Work {
  readonly #ground: AgentGround
  readonly #waking = new Waking()
  /** Schedules that are not tried before then, ms since 1970. */
  readonly #notBefore = new Map<string, number>()

  constructor(ground: AgentGround) {
    this.#ground = ground
  }

  async run(): Promise<void> {
    const { replica, signal } = this.#ground
    const wake = () => this.#waking.wake()
    const forget = replica.observe((changes) => {
      if (changes.some(({ collection }) => collection.name === reportSchedules.name)) wake()
    })
    signal.addEventListener('abort', wake)
    try {
      while (!signal.aborted) {
        const woken = this.#waking.next()
        const next = await this.#look()
        if (!signal.aborted) await this.#waking.within(woken, next - Date.now())
      }
    } finally {
      forget()
      signal.removeEventListener('abort', wake)
    }
  }

  /** Sends all whose time has come, one after the other; gives when there is more to do, ms since 1970. */
  async #look(): Promise<number> {
    const { replica, signal } = this.#ground
    const { zone } = waysOfCompany(findIn(replica))
    let next = Date.now() + LOOK
    for (const { id } of [...replica.rows(reportSchedules)]) {
      if (signal.aborted) break
      const again = await this.#tend(id, zone)
      if (again !== null) next = Math.min(next, again)
    }
    return next
  }

  /** Does what is due of a schedule, as it stands by now; gives when to look at it again. */
  async #tend(id: string, zone: string): Promise<number | null> {
    const wait = this.#notBefore.get(id) ?? 0
    if (wait > Date.now()) return wait
    const { replica, log, signal } = this.#ground
    try {
      const found = findIn(replica)(reportSchedules, id)
      if (!found || dueTime(found, Date.now(), zone) === null) return found && comingTime(found, Date.now(), zone)
      // Behind this all is here that the server knew: another may have sent it, somebody may have switched it off.
      await replica.saved([documentOf(replica.pass.company, reportSchedules.family, id)])
      const schedule = findIn(replica)(reportSchedules, id)
      const due = schedule && dueTime(schedule, Date.now(), zone)
      if (!due) return Date.now()
      const held = due.isLate
        ? await letPass(this.#ground, schedule, due.at)
        : await sendReport(this.#ground, schedule, due.at)
      this.#notBefore.set(id, held ?? 0)
      return held ?? Date.now()
    } catch (err) {
      if (signal.aborted) return null
      log.error({ err, schedule: id }, 'a report could not be sent')
      const again = Date.now() + ODD_PAUSE
      this.#notBefore.set(id, again)
      return again
    }
  }
}
