import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Peer } from 'crossws'
import crossws from 'crossws/adapters/node'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import type { BridgeFrame } from '../../../shared/calls/protocol.ts'
import { Failure } from '../../../shared/errors.ts'
import { callerOf } from './caller/caller.ts'
import { answerFailure } from './failures.ts'
import type { DoorPorts } from './ports.ts'
import { keepPace } from './routes.ts'
import { readOutcome } from './said.ts'
import { takeOne } from './take-all.ts'

const SOCKET_PATH = '/phone/v1/socket'
const MOST = 64 * 1024
/** A line that answers no ping within this is dead, s. */
const PING_EVERY = 20
const GOING_AWAY = 1001
/** The phone was switched off, or has another key. */
const SHUT_OUT = 4403
/** The protocol that a page names besides its key. */
const PROTOCOL = 'voronka'

interface Held {
  readonly peer: Peer
  readonly phone: HeldPhone
  readonly stop: () => void
}

/** The WebSockets of phones. */
export class PhoneSockets {
  readonly #ports: DoorPorts
  readonly #signedOnly: boolean
  readonly #held = new Map<string, Held>()
  readonly #adapter: ReturnType<typeof crossws>
  readonly #forget: () => void

  constructor(ports: DoorPorts, signedOnly: boolean) {
    this.#ports = ports
    this.#signedOnly = signedOnly
    this.#forget = ports.phones.observe(() => this.#shutOut())
    this.#adapter = crossws({
      idleTimeout: PING_EVERY,
      serverOptions: {
        maxPayload: MOST,
        handleProtocols: (all: Set<string>) => (all.has(PROTOCOL) ? PROTOCOL : false),
      },
      hooks: {
        upgrade: (request) => this.#welcome(request),
        open: (peer) => this.#open(peer),
        message: (peer, message) => this.#take(peer.id, message.text()),
        close: (peer) => this.#close(peer.id),
        error: (peer, err) =>
          ports.log.info({ phone: this.#held.get(peer.id)?.phone.id, err }, 'phone: a socket broke'),
      },
    })
  }

  /** Takes an upgrade; who may not come in is told why. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    void this.#adapter.handleUpgrade(request, socket, head)
  }

  async close(): Promise<void> {
    this.#forget()
    await this.#adapter.close(GOING_AWAY, 'the bridge stops')
  }

  async #welcome({ url, method, headers }: Request) {
    const { pathname, search } = new URL(url)
    const { phones, nonces, log, language } = this.#ports
    const header = (name: string) => headers.get(name) ?? undefined
    const asking = { method, path: `${pathname}${search}`, header, body: new Uint8Array() }
    try {
      if (pathname !== SOCKET_PATH) throw new Failure('route-unknown', { path: pathname })
      return { context: { phone: await callerOf({ phones, nonces, signedOnly: this.#signedOnly }, asking) } }
    } catch (error) {
      return answerFailure({ log, language }, error)
    }
  }

  #open(peer: Peer): void {
    // Put there by `#welcome`.
    const { phone } = peer.context as { readonly phone: HeldPhone }
    const stop = this.#ports.requests.listen(phone, (request) => say(peer, { type: 'request', request }))
    this.#held.set(peer.id, { peer, phone, stop })
  }

  #close(id: string): void {
    this.#held.get(id)?.stop()
    this.#held.delete(id)
  }

  /** Answers each frame once what it says is done; the answer to one that cannot be read has no id. */
  async #take(peer: string, words: string): Promise<void> {
    const held = this.#held.get(peer)
    if (!held) return
    const frame = frameIn(words)
    const id = typeof frame?.id === 'string' ? frame.id.slice(0, 100) : undefined
    const code = await this.#done(held, frame)
    say(held.peer, { type: 'taken', ...(id !== undefined && { id }), ...(code && { code }) })
  }

  async #done({ phone }: Held, frame: Frame | null): Promise<Failure['code'] | null> {
    try {
      keepPace(this.#ports.pace, phone)
      if (frame?.type === 'report') await takeOne(this.#ports, phone, frame.report)
      else if (frame?.type === 'outcome' && typeof frame.id === 'string')
        await this.#ports.requests.settle(phone, frame.id, readOutcome(frame.outcome))
      else throw new Failure('request-shape', { field: 'type' })
      return null
    } catch (error) {
      if (!(error instanceof Failure)) this.#ports.log.error({ err: error }, 'phone: a report failed')
      return error instanceof Failure ? error.code : 'server-failed'
    }
  }

  /** Whose phone was switched off, removed, or paired anew is put out. */
  #shutOut(): void {
    for (const { peer, phone } of this.#held.values()) if (!this.#ports.phones.isGood(phone)) peer.close(SHUT_OUT)
  }
}

function say(peer: Peer, frame: BridgeFrame): void {
  peer.send(JSON.stringify(frame))
}

interface Frame {
  readonly type?: unknown
  readonly id?: unknown
  readonly report?: unknown
  readonly outcome?: unknown
}

function frameIn(words: string): Frame | null {
  try {
    const frame: unknown = JSON.parse(words)
    return typeof frame === 'object' ? (frame as Frame | null) : null
  } catch {
    return null
  }
}
