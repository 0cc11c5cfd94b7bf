import type { FailureCode } from '../../../shared/errors.ts'
import { Link, type Linked } from './link.ts'
import type { Outbox } from './outbox.ts'
import type { Socket } from './socket.ts'

/** What the session is told about its documents. */
export interface LinksEvents {
  refused(document: string, code: FailureCode): void
  denied(document: string, code: FailureCode): void
  offset(ms: number): void
  changed(): void
}

/** The links of all attached documents, and the marks that empty the outbox. */
export class Links {
  readonly #socket: Socket
  readonly #token: string
  readonly #outbox: Outbox
  readonly #events: LinksEvents
  readonly #links = new Map<string, Link>()
  readonly #waiting = new Map<string, (code: FailureCode | null) => void>()
  readonly #arriving = new Map<string, () => void>()

  constructor(socket: Socket, token: string, outbox: Outbox, events: LinksEvents) {
    this.#socket = socket
    this.#token = token
    this.#outbox = outbox
    this.#events = events
  }

  /** Attaches a document, if it is not: it syncs now and whenever the line is there. */
  attach({ name, doc, awareness }: Linked): void {
    if (this.#links.has(name)) return
    const link = new Link(this.#socket, { name, doc, ...(awareness && { awareness }) }, this.#token, {
      synced: () => this.#onSynced(name),
      marked: (seq) => this.#onMarked(name, seq),
      refused: (code) => this.#onRefused(name, code),
      denied: (code) => this.#events.denied(name, code),
      offset: (ms) => this.#events.offset(ms),
    })
    this.#links.set(name, link)
  }

  /** Lets a document go; one with unsent writes must stay attached. */
  detach(name: string): void {
    this.#links.get(name)?.close()
    this.#links.delete(name)
  }

  /** Asks for the acknowledgement of what was just written to these documents. */
  mark(names: Iterable<string>): void {
    for (const name of names) this.#links.get(name)?.mark(this.#outbox.last(name))
  }

  /** Resolves when an attached document has all that the server has. */
  synced(name: string): Promise<void> {
    if (this.isSynced(name)) return Promise.resolve()
    return new Promise((resolve) => this.#arriving.set(name, resolve))
  }

  /** Resolves with null when the server has saved all that was written to the document, else with its refusal. */
  settled(name: string): Promise<FailureCode | null> {
    const answer = new Promise<FailureCode | null>((resolve) => this.#waiting.set(name, resolve))
    this.mark([name])
    return answer
  }

  isSynced(name: string): boolean {
    return this.#links.get(name)?.isSynced ?? false
  }

  /** How many of the attached documents have all that the server has. */
  progress(): { readonly synced: number; readonly total: number } {
    const links = [...this.#links.values()]
    return { synced: links.filter((link) => link.isSynced).length, total: links.length }
  }

  close(): void {
    for (const link of this.#links.values()) link.close()
    this.#links.clear()
  }

  #onSynced(name: string): void {
    if (this.#outbox.last(name) > 0 || this.#waiting.has(name)) this.mark([name])
    take(this.#arriving, name)?.()
    this.#events.changed()
  }

  #onMarked(name: string, seq: number): void {
    take(this.#waiting, name)?.(null)
    void this.#outbox.settle(name, seq).then(() => this.#events.changed())
  }

  #onRefused(name: string, code: FailureCode): void {
    const waiting = take(this.#waiting, name)
    if (waiting) waiting(code)
    else this.#events.refused(name, code)
  }
}

/** Takes a value out of a map. */
function take<V>(map: Map<string, V>, key: string): V | undefined {
  const value = map.get(key)
  map.delete(key)
  return value
}
