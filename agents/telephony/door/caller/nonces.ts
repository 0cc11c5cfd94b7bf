import type { AgentGround } from '../../../runtime/agent.ts'

const MINUTE = 60_000
/** More minutes than two clocks may be apart, either way. */
const BUCKETS = 16

interface Bucket {
  readonly minute: number
  readonly seen: Set<string>
}

/**
 * What was used once and counts no second time, by the minute of its time: kept between runs, so that a request which was listened to is
 * of no use behind a restart either. A minute takes the place of the one sixteen minutes before it.
 */
export class Nonces {
  readonly #cache: AgentGround['cache']
  readonly #buckets = new Map<number, Bucket>()

  constructor(cache: AgentGround['cache']) {
    this.#cache = cache
  }

  /** Takes a nonce of a phone, of that time (ms); says whether it is new. */
  take(phone: string, nonce: string, time: number): boolean {
    const minute = Math.floor(time / MINUTE)
    const bucket = this.#bucket(minute)
    const line = `${phone} ${nonce}`
    if (bucket.seen.has(line)) return false
    bucket.seen.add(line)
    this.#place(minute).write([String(minute), ...bucket.seen].join('\n'))
    return true
  }

  #bucket(minute: number): Bucket {
    const known = this.#buckets.get(minute % BUCKETS)
    if (known?.minute === minute) return known
    const bucket = { minute, seen: new Set(this.#kept(minute)) }
    this.#buckets.set(minute % BUCKETS, bucket)
    return bucket
  }

  #kept(minute: number): readonly string[] {
    const [of, ...seen] = this.#place(minute).read()?.split('\n') ?? []
    return of === String(minute) ? seen : []
  }

  #place(minute: number) {
    return this.#cache.place(`telephony.nonces.${minute % BUCKETS}`)
  }
}
