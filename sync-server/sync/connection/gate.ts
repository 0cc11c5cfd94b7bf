import { MessageType } from '@hocuspocus/server'
import { Failure } from '../../../shared/errors.ts'
import { endedBy, readMessage } from './message.ts'

/** What the gate does with its socket. */
export interface Line {
  /** Hands a message on to Hocuspocus. */
  feed(bytes: Uint8Array): void
  send(bytes: Uint8Array): void
  close(code: number, reason: string): void
  /** Told when the socket is closed for what it sent. */
  refused(failure: Failure, bytes: number): void
}

/** The close code of a socket that sent what no device sends. */
const UNREADABLE = 4400
/** More messages than this behind one closing document are no device's. */
const MOST_HELD = 10_000
const PING = Uint8Array.of(MessageType.Ping)

/**
 * Stands between a socket and Hocuspocus, and lets only those messages of a document through that belong to a
 * connection of it. Without it, what a device sent before it heard that a document was closed would wait inside
 * Hocuspocus and meet the document's next connection: an old «close» would end it at once, for ever again (SPEC J9).
 */
export class Gate {
  readonly #line: Line
  /** Documents with a connection: open, or closing with the messages that came since. */
  readonly #documents = new Map<string, 'open' | Uint8Array[]>()
  /** Users that were let in on this socket. */
  readonly users = new Set<string>()
  /** Messages are not taken any more, but those that came are dealt with. */
  isPaused = false
  /** The user's rights have changed: what came and is not dealt with yet counts no more. */
  isCut = false
  #isEnded = false

  constructor(line: Line) {
    this.#line = line
  }

  /** Takes a message from the socket. */
  take(bytes: Uint8Array): void {
    if (this.#isEnded || this.isPaused || isPong(bytes)) return
    const message = readMessage(bytes)
    // A name with a session behind it would be a second connection to one document, which no device makes.
    if (!message || message.address.includes('\0')) this.#refuse(new Failure('update-undecodable'), bytes.length)
    else this.#route(message.address, message.type, bytes)
  }

  /** Takes note of a message that goes out: one that ends or denies a connection makes room for the document's next. */
  sent(bytes: Uint8Array): void {
    const document = endedBy(bytes)
    if (document === null) return
    if (!Array.isArray(this.#documents.get(document))) this.#documents.set(document, [])
    // Hocuspocus clears away what it knows of the connection in the same task.
    queueMicrotask(() => this.#closed(document))
  }

  /** Says that the line is alive: a provider that hears nothing closes it. Answered by a pong, which ends here. */
  ping(): void {
    if (!this.#isEnded) this.#line.send(PING)
  }

  /**
   * Closes the socket; nothing that it sends counts any more. The reason must not look like a document's
   * (`refused:…`): it ends the line of all documents, none of which did anything wrong.
   */
  end(code: number, reason: string): void {
    if (this.#isEnded) return
    this.#isEnded = true
    this.#line.close(code, reason)
  }

  #route(document: string, type: number, bytes: Uint8Array): void {
    const state = this.#documents.get(document)
    if (Array.isArray(state)) this.#hold(state, bytes)
    else if (state === 'open') this.#pass(document, type, bytes)
    else if (type === MessageType.Auth) {
      this.#documents.set(document, 'open')
      this.#line.feed(bytes)
    }
  }

  #pass(document: string, type: number, bytes: Uint8Array): void {
    if (type === MessageType.CLOSE) this.#documents.set(document, [])
    this.#line.feed(bytes)
  }

  #hold(held: Uint8Array[], bytes: Uint8Array): void {
    if (held.length >= MOST_HELD) this.#refuse(new Failure('update-too-large', { messages: held.length }), bytes.length)
    else held.push(bytes)
  }

  #closed(document: string): void {
    const held = this.#documents.get(document)
    this.#documents.delete(document)
    if (Array.isArray(held)) for (const bytes of held) this.take(bytes)
  }

  #refuse(failure: Failure, bytes: number): void {
    this.#line.refused(failure, bytes)
    this.end(UNREADABLE, failure.code)
  }
}

function isPong(bytes: Uint8Array): boolean {
  return bytes.length === 1 && bytes[0] === MessageType.Pong
}
