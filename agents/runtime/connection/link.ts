import { HocuspocusProvider, MessageType, type onMessageParameters, WebSocketStatus } from '@hocuspocus/provider'
import type * as Y from 'yjs'
import { formatToken } from '../../../shared/documents/token.ts'
import { type FailureCode, isFailureCode } from '../../../shared/errors.ts'
import { generationOf } from '../../../shared/records/packing/generation.ts'
import type { Socket } from './socket.ts'

/** What a document's connection tells. */
export interface LinkEvents {
  /** All that the server has is here; what it lacks is on its way to it. */
  synced(): void
  /** All that was sent before the mark is in the server's journal. */
  marked(mark: number): void
  /** The server cannot take it now; the link tries again by itself. */
  delayed(code: FailureCode): void
  /** The server does not take it, or does not let us in: the link has ended. */
  refused(code: FailureCode): void
}

/** The part of the handshake that brings the server's state: it is sent behind the server's question for ours. */
const STATE = 1
/** What keeps the server from letting us in for now; all else is for good. */
const PASSING: readonly FailureCode[] = ['storage-failed', 'document-closed', 'document-damaged']
const FIRST_RETRY = 300
const LAST_RETRY = 30_000

/** One document's connection to the server. */
export class Link {
  readonly #provider: HocuspocusProvider
  readonly #socket: Socket
  readonly #name: string
  #wait: (() => void) | null = null
  readonly #events: LinkEvents
  #retryIn = FIRST_RETRY
  #retry: NodeJS.Timeout | null = null
  #isSynced = false

  constructor(socket: Socket, name: string, document: Y.Doc, who: string, events: LinkEvents) {
    this.#socket = socket
    this.#name = name
    this.#events = events
    this.#provider = new HocuspocusProvider({
      websocketProvider: socket.provider,
      name,
      document,
      token: () => formatToken({ who, generation: generationOf(document) }),
      awareness: null,
      onMessage: (parameters) => this.#onMessage(parameters),
      onStateless: ({ payload }) => this.#onStateless(payload),
      onAuthenticationFailed: ({ reason }) => this.#onDenied(reason),
      onClose: ({ event }) => this.#onClose(event.reason),
    })
    this.#attach()
  }

  /** Asks the server to say when all that went before is saved. While the line is down nothing is asked. */
  mark(mark: number): void {
    if (this.#isSynced) this.#provider.sendStateless(`mark:${mark}`)
  }

  close(): void {
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#wait?.()
    this.#provider.destroy()
  }

  #attach(): void {
    this.#wait = this.#socket.ways.enter(this.#name, { enter: () => this.#provider.attach() })
  }

  #onMessage({ message }: onMessageParameters): void {
    message.readVarString()
    const isState = message.readVarUint() === MessageType.Sync && message.readVarUint() === STATE
    // The provider applies the message after this call, in the same task.
    if (isState) queueMicrotask(() => this.#onSynced())
  }

  #onSynced(): void {
    this.#isSynced = true
    this.#retryIn = FIRST_RETRY
    this.#events.synced()
  }

  #onStateless(payload: string): void {
    const [word, value] = payload.split(':')
    if (word === 'marked') this.#events.marked(Number(value))
  }

  /** The server did not let us in: the reason is a bare code. */
  #onDenied(reason: string): void {
    const code = isFailureCode(reason) ? reason : 'document-closed'
    this.#onEnd(`${PASSING.includes(code) ? 'later' : 'refused'}:${code}`)
  }

  #onClose(reason: string): void {
    this.#isSynced = false
    const isLineDown = this.#socket.provider.status !== WebSocketStatus.Connected
    if (reason.startsWith('refused:') || !isLineDown) this.#onEnd(reason)
  }

  /** The server has ended this document's connection: `refused:<code>` for good, `later:<code>` for now. */
  #onEnd(reason: string): void {
    const [word, code] = reason.split(':')
    const known = isFailureCode(code) ? code : 'document-closed'
    if (word === 'refused') this.#events.refused(known)
    else this.#attachLater(known)
  }

  /** A document that was closed does not come back by itself: detached and attached, it syncs anew. */
  #attachLater(code: FailureCode): void {
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#provider.detach()
    this.#retry = setTimeout(() => this.#attach(), this.#retryIn)
    this.#retryIn = Math.min(this.#retryIn * 2, LAST_RETRY)
    this.#events.delayed(code)
  }
}
