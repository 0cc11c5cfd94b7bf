import type { AgentGround } from '../runtime/agent.ts'

type Place = ReturnType<AgentGround['cache']['place']>

/** How often something was done on a day (UTC), kept over a restart. */
export class DayCount {
  readonly #place: Place

  constructor(place: Place) {
    this.#place = place
  }

  /** Counts one more of that day; false, and nothing is counted, where there were `most` already. */
  take(most: number, now: number): boolean {
    const day = new Date(now).toISOString().slice(0, 10)
    const [kept, count = '0'] = (this.#place.read() ?? '').split(' ')
    const before = kept === day ? Number(count) : 0
    if (before >= most) return false
    this.#place.write(`${day} ${before + 1}`)
    return true
  }
}
