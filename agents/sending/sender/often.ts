import { customers } from '../../../shared/customers/collections.ts'
import { readMailboxes } from '../../../shared/letters/mailbox.ts'
import { type Message, messages } from '../../../shared/messages/collections.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import { changedRows } from '../../../shared/records/reading/changes.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import type { Replica } from '../../runtime/replica.ts'

/** So many letters that nobody wrote go to one address in so long, ms: two programs that answer each other come to an end. */
export const MOST_AUTOMATIC = 20
export const AUTOMATIC_WITHIN = 2 * 3_600_000

/** When letters that nobody wrote went to each address, as all senders wrote it down. */
export class Often {
  readonly #replica: Pick<Replica, 'rows' | 'observe'>
  readonly #find: Find
  /** By address, then by message: ms since 1970. */
  readonly #went = new Map<string, Map<string, number>>()
  #stop: (() => void) | null = null

  constructor(replica: Pick<Replica, 'rows' | 'observe'>, find: Find) {
    this.#replica = replica
    this.#find = find
  }

  start(): void {
    this.#stop = this.#replica.observe((changes) => this.#hear(changes))
    for (const row of this.#replica.rows(messages)) this.#take(row)
  }

  stop(): void {
    this.#stop?.()
  }

  /**
   * When a letter may go, ms since 1970; null: now. What somebody wrote always may, and what goes to another than the customer: to who
   * works here, to an address that the rule itself names.
   */
  mayGo(message: Pick<Message, 'way' | 'author' | 'to' | 'customer'>, now: number): number | null {
    if (!isAutomatic(message) || message.customer === null) return null
    const customer = this.#find(customers, message.customer)
    const own = [customer?.email, ...(customer?.emails ?? []).map(({ email }) => email)].map((one) =>
      one?.toLowerCase(),
    )
    const correspondents = addressesOf(message).filter((one) => own.includes(one))
    const times = correspondents.map((address) => this.#freeAt(address, now))
    const last = Math.max(...times, 0)
    return last > now ? last : null
  }

  #freeAt(address: string, now: number): number {
    const went = this.#went.get(address)
    if (!went) return 0
    for (const [id, at] of went) if (at <= now - AUTOMATIC_WITHIN) went.delete(id)
    if (went.size < MOST_AUTOMATIC) return 0
    const [oldest = 0] = [...went.values()].sort((one, other) => one - other).slice(-MOST_AUTOMATIC)
    return oldest + AUTOMATIC_WITHIN
  }

  #hear(changes: readonly Change[]): void {
    for (const message of changedRows(changes, messages)) this.#take(message)
  }

  #take(message: Message): void {
    const { id, sent } = message
    if (sent === null || !isAutomatic(message) || sent <= Date.now() - AUTOMATIC_WITHIN) return
    for (const address of addressesOf(message)) {
      const went = this.#went.get(address) ?? new Map()
      this.#went.set(address, went.set(id, sent))
    }
  }
}

function isAutomatic({ way, author }: Pick<Message, 'way' | 'author'>): boolean {
  return way === 'letter' && author === null
}

function addressesOf({ to }: Pick<Message, 'to'>): readonly string[] {
  return readMailboxes(to ?? '').map(({ address }) => address.toLowerCase())
}
