import { type MailingRecipient, mailingRecipients } from '../../../shared/mailings/collections.ts'
import { changesOf } from '../../../shared/records/reading/changes.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import type { Replica } from '../../runtime/replica.ts'

/** Nobody is left alone for longer, ms: pauses between tries, with the lease of a process that died. */
const LONGEST = 3 * 3_600_000

/** The readers of a mailing who are still to be told, in the order of their ids, and those who are being told. */
export class Waiting {
  readonly #replica: Pick<Replica, 'rowsIn'>
  readonly #document: string
  /** Not before when, ms since 1970. */
  readonly #waiting = new Map<string, number>()
  readonly #busy = new Map<string, Promise<unknown>>()
  #count = 0
  #lastSent: number | null = null

  constructor(replica: Pick<Replica, 'rowsIn'>, document: string) {
    this.#replica = replica
    this.#document = document
    for (const row of this.#rows()) this.#note(row)
    this.#count = this.#rows().length
  }

  /** When one of them was told last, ms since 1970. */
  lastSent(): number | null {
    return this.#lastSent
  }

  /** All readers who are here, told or not. */
  count(): number {
    return this.#count
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0 && this.#busy.size === 0
  }

  get busyCount(): number {
    return this.#busy.size
  }

  /** Those who are being told. */
  busy(): Iterable<Promise<unknown>> {
    return this.#busy.values()
  }

  hear(changes: readonly Change[]): void {
    for (const { id, before, after } of changesOf(changes, mailingRecipients)) {
      if (!after || !this.#isOurs(id)) continue
      if (!before) this.#count++
      this.#note(after)
    }
  }

  /** The next who may be told; null: nobody now. */
  take(now: number): string | null {
    for (const [reader, notBefore] of this.#waiting) {
      // Nobody waits for longer: the clock was set back.
      const isDue = notBefore <= now || notBefore > now + LONGEST
      if (isDue && !this.#busy.has(reader)) return reader
    }
    return null
  }

  /** In how many ms somebody may be told again who may not now. */
  opensIn(now: number): number {
    let soonest = Number.POSITIVE_INFINITY
    for (const [reader, notBefore] of this.#waiting) if (!this.#busy.has(reader)) soonest = Math.min(soonest, notBefore)
    return Math.max(1, soonest - now)
  }

  /** Somebody is being told until then. */
  begin(reader: string, until: Promise<unknown>): void {
    this.#busy.set(reader, until)
  }

  /** A try is over; `until`: when there may be another, null: none is needed. */
  put(reader: string, until: number | null): void {
    this.#busy.delete(reader)
    if (until === null) this.#waiting.delete(reader)
    else if (this.#waiting.has(reader)) this.#waiting.set(reader, until)
  }

  #note({ id, state, gone, sent }: MailingRecipient): void {
    if (sent !== null && sent > (this.#lastSent ?? 0)) this.#lastSent = sent
    if (gone || state !== 'waiting') this.#waiting.delete(id)
    else if (!this.#waiting.has(id) && !this.#busy.has(id)) this.#waiting.set(id, 0)
  }

  #rows(): readonly MailingRecipient[] {
    return [...this.#replica.rowsIn(this.#document, mailingRecipients)]
  }

  #isOurs(id: string): boolean {
    return this.#document.endsWith(`/${id.split('_')[0]}`)
  }
}
