import { customers } from '../../../shared/customers/collections.ts'
import { impersonal } from '../../../shared/erasures/personal.ts'
import { markAddress } from '../../../shared/letters/acts/undelivered.ts'
import { mailingRecipients } from '../../../shared/mailings/collections.ts'
import type { Patch } from '../../../shared/records/declarations/collection.ts'
import type { Replica } from '../../runtime/replica.ts'

export type ReaderPatch = Patch<(typeof mailingRecipients)['fields']>

/** What is written at once, ms: as one update for all readers of that time. */
const TOGETHER = 200

/** Writes how readers stand, many in one update. What is not written when a process dies stands in the ledger (SPEC BM13). */
export class Writes {
  readonly #replica: Pick<Replica, 'write'>
  readonly #written: () => void
  #waiting = new Map<string, ReaderPatch>()
  #timer: NodeJS.Timeout | null = null

  /** `written` is told behind each write. */
  constructor(replica: Pick<Replica, 'write'>, written: () => void) {
    this.#replica = replica
    this.#written = written
  }

  put(reader: string, patch: ReaderPatch): void {
    this.#waiting.set(reader, { ...this.#waiting.get(reader), ...patch })
    this.#timer ??= setTimeout(() => this.flush(), TOGETHER)
  }

  /** Whether something of a reader is still to be written. */
  has(reader: string): boolean {
    return this.#waiting.has(reader)
  }

  /** Writes what waits. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const waiting = this.#waiting
    if (waiting.size === 0) return
    this.#waiting = new Map()
    this.#replica.write((tx) => {
      for (const [id, patch] of waiting) {
        const { customer, to } = tx.get(mailingRecipients, id)
        // Of a reader who was erased meanwhile the server takes nothing personal, and with it nothing of the others.
        tx.set(mailingRecipients, id, to === null ? impersonal(mailingRecipients.name, patch) : patch)
        if (patch.state === 'hardBounced' && customer !== null && to !== null && tx.find(customers, customer))
          markAddress(tx, customer, to, patch.said ?? '')
      }
    })
    this.#written()
  }
}
