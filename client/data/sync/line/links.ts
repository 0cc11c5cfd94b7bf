import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { FailureCode } from '../../../../shared/errors.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { Link, type Linked } from './link.ts'
import type { Socket } from './socket.ts'
import { Waiters } from './waiters.ts'

/** What the session is told about its documents. */
export interface LinksEvents {
  /** What is told of presence in a document that is being attached; null in all but one. */
  awareness(document: string, doc: Y.Doc): Awareness | null
  refused(document: string, code: FailureCode): void
  denied(document: string, code: FailureCode): void
  offset(ms: number): void
  /** A document is in step with the server, on a new line or the first time. */
  synced(document: string): void
  changed(): void
}

/** How it went with what was written: saved (null), refused, or not known, because the line was lost. */
export type Settled = FailureCode | null | 'lost'

/** The links of all attached documents, and the marks that empty the outbox. */
export class Links {
  readonly #socket: Socket
  readonly #token: string
  readonly #outbox: Outbox
  readonly #events: LinksEvents
  readonly #links = new Map<string, Link>()
  readonly #settling = new Waiters<Settled>()
  /** The mark behind what was written beside the outbox, by document. Acts have numbers from 1, these go down from -1. */
  readonly #asked = new Map<string, number>()
  readonly #arriving = new Waiters<boolean>()
  #isClosed = false

  constructor(socket: Socket, token: string, outbox: Outbox, events: LinksEvents) {
    this.#socket = socket
    this.#token = token
    this.#outbox = outbox
    this.#events = events
  }

  /** Attaches a document, if it is not: it syncs now and whenever the line is there. Once all are closed it does nothing. */
  attach({ name, doc }: Pick<Linked, 'name' | 'doc'>): void {
    if (this.#isClosed || this.#links.has(name)) return
    const awareness = this.#events.awareness(name, doc)
    const link = new Link(this.#socket, { name, doc, awareness }, this.#token, {
      synced: () => this.#onSynced(name),
      marked: (seq) => this.#onMarked(name, seq),
      lost: () => this.#onLost(name),
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
    this.#onLost(name)
  }

  has(name: string): boolean {
    return this.#links.has(name)
  }

  /** Names of the attached documents. */
  names(): string[] {
    return [...this.#links.keys()]
  }

  /** Asks for the acknowledgement of what was just written to these documents. */
  mark(names: Iterable<string>): void {
    for (const name of names) this.#links.get(name)?.mark(this.#outbox.last(name))
  }

  /** Says on a document's link how old the oldest write is that waits. */
  tellOldest(name: string, age: string): void {
    this.#links.get(name)?.say(`oldest:${age}`)
  }

  /** Resolves with true when an attached document has all that the server has, with false when there is no line to it. */
  async synced(name: string): Promise<boolean> {
    if (this.isSynced(name)) return true
    return this.#links.has(name) && this.#socket.isOpen() && this.#arriving.wait(name)
  }

  /** Resolves when the server has answered what was written to an attached document so far, beside the outbox. */
  async settled(name: string): Promise<Settled> {
    if (!this.isSynced(name)) return 'lost'
    const mark = (this.#asked.get(name) ?? 0) - 1
    this.#asked.set(name, mark)
    this.#links.get(name)?.mark(mark)
    return this.#settling.wait(name)
  }

  /**
   * Resolves with true when an attached document has all that the server has, and the server has taken all that this
   * device had of it; with false when there is no line to it, or it was refused, which is told besides.
   */
  async agreed(name: string): Promise<boolean> {
    if (!(await this.synced(name))) return false
    const answer = await this.settled(name)
    if (answer !== null && answer !== 'lost') this.#events.refused(name, answer)
    return answer === null
  }

  /** Says something to the server about a document; resolves with whether it was heard. */
  async said(name: string, words: string): Promise<boolean> {
    this.#links.get(name)?.say(words)
    return (await this.settled(name)) === null
  }

  isSynced(name: string): boolean {
    return this.#links.get(name)?.isSynced ?? false
  }

  close(): void {
    this.#isClosed = true
    for (const name of this.names()) this.detach(name)
  }

  #onSynced(name: string): void {
    if (this.#outbox.last(name) > 0) this.mark([name])
    this.#arriving.answer(name, true)
    this.#events.synced(name)
    this.#events.changed()
  }

  #onMarked(name: string, seq: number): void {
    if (seq === this.#asked.get(name)) this.#settling.answer(name, null)
    this.#outbox.settle(name, seq)
    this.#events.changed()
  }

  #onLost(name: string): void {
    this.#arriving.answer(name, false)
    this.#settling.answer(name, 'lost')
    this.#events.changed()
  }

  #onRefused(name: string, code: FailureCode): void {
    const isAsked = this.#settling.has(name)
    this.#settling.answer(name, code)
    this.#onLost(name)
    if (!isAsked) this.#events.refused(name, code)
  }
}
