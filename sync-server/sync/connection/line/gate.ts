import { MessageType } from '@hocuspocus/server'
import { Failure } from '../../../../shared/errors.ts'
import { Channel } from './channel.ts'
import { type Message, readMessage, readNotice } from './message.ts'

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
/** What may wait behind updates that are being journalled, bytes; who sends more begins anew and sends one state. */
const MOST_HELD = 256 * 1024 * 1024
const PING = Uint8Array.of(MessageType.Ping)

/**
 * Stands between a socket and Hocuspocus, and lets only those messages of a document through that belong to a
 * connection of it. Without it, what a device sent before it heard that a document was closed would wait inside
 * Hocuspocus and meet the document's next connection: an old «close» would end it at once, for ever again (SPEC J9).
 */
export class Gate {
  readonly #line: Line
  /** By which the log tells sockets apart. */
  readonly id: string
  /** Documents with a connection on this socket, or with one that is being made or ended. */
  readonly #channels = new Map<string, Channel>()
  /** Users that were let in on this socket. */
  readonly users = new Set<string>()
  /** Replicas that were let in on this socket. */
  readonly replicas = new Set<string>()
  /** Messages are not taken any more, but those that came are dealt with. */
  isPaused = false
  /** The user's rights have changed: what came and is not dealt with yet counts no more. */
  isCut = false
  #isEnded = false
  #held = 0

  constructor(line: Line, id: string) {
    this.#line = line
    this.id = id
  }

  /** Takes a message from the socket. */
  take(bytes: Uint8Array): void {
    if (this.#isEnded || this.isPaused || isPong(bytes)) return
    const message = readMessage(bytes)
    // A name with a session behind it would be a second connection to one document, which no device makes.
    if (!message || message.address.includes('\0')) this.#refuse(new Failure('update-undecodable'), bytes.length)
    else this.#route(message)
  }

  /** Takes note of a message that goes out. */
  sent(bytes: Uint8Array): void {
    const notice = readNotice(bytes)
    const channel = notice && this.#channels.get(notice.address)
    if (!notice || !channel) return
    if (notice.says === 'ended') this.#ended(notice.address, channel)
    else {
      for (let owed = channel.acknowledge(); owed > 0; owed--) this.#line.send(bytes)
      channel.release()
    }
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

  #route(message: Message): void {
    const channel = this.#channels.get(message.address) ?? this.#begin(message)
    channel?.take(message)
    if (channel?.waits) this.#hold(message.bytes.length)
  }

  /** A connection begins with the device saying who it is; what belongs to none is passed over. */
  #begin({ address, type }: Message): Channel | null {
    if (type !== MessageType.Auth) return null
    const channel = new Channel((bytes) => this.#line.feed(bytes))
    this.#channels.set(address, channel)
    return channel
  }

  #ended(document: string, channel: Channel): void {
    channel.end()
    // Hocuspocus clears away what it knows of the connection in the same task.
    queueMicrotask(() => {
      this.#channels.delete(document)
      for (const message of channel.leave()) this.#route(message)
    })
  }

  #hold(bytes: number): void {
    this.#held += bytes
    if (this.#held > MOST_HELD) this.#count()
    if (this.#held > MOST_HELD) this.#refuse(new Failure('update-too-large', { waiting: this.#held }), bytes)
  }

  /** Counts anew what waits: between counts it can only be less. */
  #count(): void {
    this.#held = [...this.#channels.values()].reduce((sum, channel) => sum + channel.held, 0)
  }

  #refuse(failure: Failure, bytes: number): void {
    this.#line.refused(failure, bytes)
    this.end(UNREADABLE, failure.code)
  }
}

function isPong(bytes: Uint8Array): boolean {
  return bytes.length === 1 && bytes[0] === MessageType.Pong
}
