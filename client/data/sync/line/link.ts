import {
  MessageType,
  type onAuthenticationFailedParameters,
  type onCloseParameters,
  type onMessageParameters,
  type onStatelessParameters,
} from '@hocuspocus/provider'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { formatToken } from '../../../../shared/documents/token.ts'
import { type FailureCode, isFailureCode } from '../../../../shared/errors.ts'
import { generationOf } from '../../../../shared/records/packing/generation.ts'
import { BoundedProvider } from './bounded-provider.ts'
import type { Socket } from './socket.ts'

/** A document that is linked to the server. */
export interface Linked {
  readonly name: string
  readonly doc: Y.Doc
  /** In one document presence is told as well. */
  readonly awareness?: Awareness | null
}

/** How a document stands with the server. */
export type LinkEvents = {
  /** Everything that the server has is here, and all that it lacked is on its way. */
  synced(): void
  /** All writes noted up to `mark` are in the server's journal. */
  marked(mark: number): void
  /** The line or the connection of this document is closed, or was not granted: what was asked is not answered any more. */
  lost(): void
  /** An update was refused for good, or the document is packed: its connection is closed, it must be fetched anew. */
  refused(code: FailureCode): void
  /** The server does not let this account in, or does not serve it the document. */
  denied(code: FailureCode): void
  /** The offset of this device's clock: what to add to it, in ms. */
  offset(ms: number): void
}

/** The number of the second step of y-protocols' handshake: the state that the other side lacked. */
const SYNC_STEP_2 = 1
/** What keeps the server from letting us in for now: asked again, it does. */
const PASSING: readonly string[] = ['storage-failed', 'document-closed']
const FIRST_RETRY = 500
const LAST_RETRY = 30_000

/** The server has another generation of the document than this copy is of. */
const PACKED = 'document-packed'

/** One document's connection to the server: attached, marked, and attached again after a passing refusal. */
export class Link {
  readonly #provider: BoundedProvider
  readonly #events: LinkEvents
  readonly #socket: Socket
  readonly #name: string
  #wait: (() => void) | null = null
  #retryIn = FIRST_RETRY
  #retry: ReturnType<typeof setTimeout> | null = null
  /** When this link asked for the time; null when it waits for no answer. */
  #askedAt: number | null = null
  #synced = false
  #refusal: ReturnType<typeof setTimeout> | null = null

  constructor(socket: Socket, { name, doc, awareness }: Linked, who: string, events: LinkEvents) {
    this.#events = events
    this.#socket = socket
    this.#name = name
    const configuration = {
      websocketProvider: socket.provider,
      name,
      document: doc,
      token: () => formatToken({ who, generation: generationOf(doc) }),
      awareness: awareness ?? null,
      onMessage: (parameters: onMessageParameters) => this.#onMessage(parameters),
      onStateless: ({ payload }: onStatelessParameters) => this.#onStateless(payload),
      onAuthenticationFailed: ({ reason }: onAuthenticationFailedParameters) => this.#onDenied(reason),
      onClose: ({ event }: onCloseParameters) => this.#onClose(event.reason),
    }
    const { limit } = socket
    this.#provider = new BoundedProvider(configuration, { limit, onExceeded: () => this.#onExceeded() })
    this.#attach()
  }

  get isSynced(): boolean {
    return this.#synced
  }

  /** Asks the server to say when all that went before is saved; answered by `marked`. After a reconnect ask again. */
  mark(mark: number): void {
    if (this.#synced) this.#provider.sendStateless(`mark:${mark}`)
  }

  /** Says something to the server, behind what was sent before; it is heard where the link is synced. */
  say(words: string): void {
    if (this.#synced) this.#provider.sendStateless(words)
  }

  close(): void {
    if (this.#retry !== null) clearTimeout(this.#retry)
    if (this.#refusal !== null) clearTimeout(this.#refusal)
    this.#wait?.()
    this.#provider.destroy()
  }

  /** Until it is attached, the provider does not hear of the line. */
  #attach(): void {
    this.#wait = this.#socket.ways.enter(this.#name, {
      enter: () => this.#provider.attach(),
      lost: () => this.#events.lost(),
    })
  }

  /**
   * The provider's own `synced` comes too early when updates were acknowledged before it. The server's state is the
   * proof: it is sent behind the server's question for ours, which is answered at once.
   */
  #onMessage({ message }: onMessageParameters): void {
    message.readVarString()
    const isState = message.readVarUint() === MessageType.Sync && message.readVarUint() === SYNC_STEP_2
    if (isState) queueMicrotask(() => this.#onSynced())
  }

  #onSynced(): void {
    this.#synced = true
    this.#retryIn = FIRST_RETRY
    this.#askedAt = Date.now()
    this.#provider.sendStateless('time')
    this.#events.synced()
  }

  #onStateless(payload: string): void {
    const [word, value = ''] = payload.split(':')
    if (word === 'marked') this.#events.marked(Number(value))
    if (word === 'time') this.#onTime(Number(value))
  }

  #onTime(time: number): void {
    if (this.#askedAt === null) return
    this.#events.offset(time - (this.#askedAt + Date.now()) / 2)
    this.#askedAt = null
  }

  #onDenied(reason: string): void {
    if (reason === PACKED) this.#events.refused(PACKED)
    else this.#onShutOut(reason)
  }

  #onShutOut(reason: string): void {
    const isPassing = PASSING.includes(reason)
    if (!isPassing) this.#events.denied(isFailureCode(reason) ? reason : 'sign-in-needed')
    this.#events.lost()
    if (isPassing) this.#attachLater()
  }

  #onClose(reason: string): void {
    this.#synced = false
    const [word, code] = reason.split(':')
    if (word === 'refused') {
      this.#events.refused(isFailureCode(code) ? code : 'update-odd-key')
      return
    }
    this.#events.lost()
    if (word === 'later' || this.#socket.isOpen()) this.#attachLater()
  }

  /**
   * What is too large is refused here, as the server would: nothing goes out any more, marks neither, and in a task of its
   * own, when what was just written stands in the outbox, the refusal is told.
   */
  #onExceeded(): void {
    this.#refusal = setTimeout(() => {
      this.#synced = false
      this.#events.refused('update-too-large')
    })
  }

  /** A closed document does not come back by itself: detached and attached, it authenticates and syncs anew. */
  #attachLater(): void {
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#provider.detach()
    this.#retry = setTimeout(() => this.#attach(), this.#retryIn)
    this.#retryIn = Math.min(this.#retryIn * 2, LAST_RETRY)
  }
}
