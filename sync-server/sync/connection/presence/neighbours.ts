import type { afterLoadDocumentPayload, Document, onAwarenessUpdatePayload } from '@hocuspocus/server'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { presenceDocument } from '../../../../shared/presence/presence.ts'
import type { Context } from '../session.ts'

/** What is applied with this origin came from another server. */
const FROM_NEIGHBOUR = { source: 'redis' } as const
/** Before each message stands who sent it: everybody hears his own too. */
const NAME_LENGTH = 36

/**
 * The other servers of the company, over Redis: who is present at each is told to all (SPEC J24). It is no part of how
 * documents get about, which goes by the journal: while Redis is away devices see the presence of their own server alone.
 */
export class Neighbours {
  readonly #name = crypto.randomUUID()
  readonly #document: string
  readonly #said: string
  readonly #asked: string
  readonly #log: Logger
  readonly #out: Redis
  readonly #in: Redis
  /** The document of presence, while devices hold it open here. */
  #open: Document | null = null

  constructor(url: string, company: string, log: Logger) {
    this.#document = presenceDocument(company)
    this.#said = `voronka:${company}:said`
    this.#asked = `voronka:${company}:asked`
    this.#log = log
    // What cannot be said now is said anew when Redis is back: nothing waits for it.
    this.#out = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 })
    // Listened to anew by ourselves: what the library does of its own is a rejection that nobody hears when the line breaks.
    this.#in = new Redis(url, { maxRetriesPerRequest: null, autoResubscribe: false })
    for (const line of [this.#out, this.#in]) line.on('error', (err) => log.debug({ err }, 'redis'))
    this.#out.on('ready', () => this.#meet())
    this.#in.on('ready', () => this.#listen())
    this.#in.on('messageBuffer', (channel: Buffer, message: Buffer) => this.#hear(channel.toString(), message))
  }

  /** Replicas that are present, wherever. */
  get replicas(): readonly string[] {
    return [...(this.#open?.awareness.getStates().values() ?? [])].map(({ replica }) => String(replica))
  }

  loaded({ document, documentName }: afterLoadDocumentPayload<Context>): void {
    if (documentName !== this.#document) return
    this.#open = document
    this.#send(this.#asked, new Uint8Array())
  }

  unloaded(documentName: string): void {
    if (documentName === this.#document) this.#open = null
  }

  /** Presence has changed here. */
  changed({ document, documentName, transactionOrigin, added, updated, removed }: onAwarenessUpdatePayload): void {
    if (documentName !== this.#document || transactionOrigin === FROM_NEIGHBOUR) return
    this.#say(document, [...added, ...updated, ...removed])
  }

  close(): void {
    this.#out.disconnect()
    this.#in.disconnect()
  }

  #listen(): void {
    this.#in.subscribe(this.#said, this.#asked).then(
      () => this.#meet(),
      (err) => this.#log.debug({ err }, 'redis not listened to'),
    )
  }

  /** The line is here, for the first time or again. */
  #meet(): void {
    if (this.#open) this.#say(this.#open, heldHere(this.#open))
    this.#send(this.#asked, new Uint8Array())
  }

  #say(document: Document, clients: readonly number[]): void {
    if (clients.length > 0) this.#send(this.#said, encodeAwarenessUpdate(document.awareness, [...clients]))
  }

  #send(channel: string, bytes: Uint8Array): void {
    if (this.#out.status !== 'ready') return
    this.#out
      .publish(channel, Buffer.concat([Buffer.from(this.#name), bytes]))
      .catch((err) => this.#log.debug({ err }, 'presence not told to other servers'))
  }

  #hear(channel: string, message: Buffer): void {
    if (!this.#open || message.toString('latin1', 0, NAME_LENGTH) === this.#name) return
    if (channel === this.#asked) this.#say(this.#open, heldHere(this.#open))
    else applyAwarenessUpdate(this.#open.awareness, message.subarray(NAME_LENGTH), FROM_NEIGHBOUR)
  }
}

/** The numbers under which devices of this server speak. */
function heldHere(document: Document): number[] {
  const { awareness } = document
  const clients = document.getConnections().flatMap((connection) => [...document.getClients(connection)])
  return clients.filter((client) => awareness.getStates().has(client))
}
