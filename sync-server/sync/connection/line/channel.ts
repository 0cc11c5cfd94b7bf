import { MessageType } from '@hocuspocus/server'
import { type Message, mergedChange } from './message.ts'

/** Changes that are handed on as one: so many, and so many bytes, at most. */
const MOST_MERGED = 400
const MOST_BYTES = 1024 * 1024

/**
 * The messages of one document on one socket, in their order. While an update is being journalled, what comes behind it
 * waits here, and its changes go on as one: so a device that writes faster than the disk costs one turn, not one for
 * each change.
 */
export class Channel {
  readonly #feed: (bytes: Uint8Array) => void
  #waiting: Message[] = []
  #state: 'free' | 'busy' | 'ending' = 'free'
  /** Acknowledgements that Hocuspocus will not give, for changes that went on within another. */
  #owed = 0

  constructor(feed: (bytes: Uint8Array) => void) {
    this.#feed = feed
  }

  /** Bytes that wait. */
  get held(): number {
    return this.#waiting.reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  get waits(): boolean {
    return this.#waiting.length > 0
  }

  take(message: Message): void {
    if (this.#state === 'free') this.#pass(message)
    else this.#waiting.push(message)
  }

  /** An acknowledgement went out; gives how many more are owed for the changes that it stands for. */
  acknowledge(): number {
    const owed = this.#owed
    this.#owed = 0
    if (this.#state === 'busy') this.#state = 'free'
    return owed
  }

  /** Hands on what waits, as far as it can go now. */
  release(): void {
    while (this.#state === 'free' && this.#waiting.length > 0) this.#next()
  }

  /** The connection ends: nothing goes on any more. */
  end(): void {
    this.#state = 'ending'
  }

  /** What came for the document's next connection. */
  leave(): Message[] {
    return this.#waiting.splice(0)
  }

  #pass(message: Message): void {
    if (message.type === MessageType.CLOSE) this.#state = 'ending'
    else if (message.isUpdate) this.#state = 'busy'
    this.#feed(message.bytes)
  }

  #next(): void {
    const run = this.#changes()
    const [first] = this.#waiting
    if (!first) return
    const merged = run.length > 1 ? mergedChange(first.address, run) : null
    this.#waiting.splice(0, merged ? run.length : 1)
    if (merged === null) this.#pass(first)
    else {
      this.#state = 'busy'
      this.#owed = run.length - 1
      this.#feed(merged)
    }
  }

  /** The changes that wait first, with nothing between them. */
  #changes(): Uint8Array[] {
    const changes: Uint8Array[] = []
    let bytes = 0
    for (const { change } of this.#waiting) {
      bytes += change?.length ?? 0
      if (change === null || changes.length >= MOST_MERGED || bytes > MOST_BYTES) break
      changes.push(change)
    }
    return changes
  }
}
