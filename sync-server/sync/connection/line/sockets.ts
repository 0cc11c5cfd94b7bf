import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Hocuspocus, WebSocketLike } from '@hocuspocus/server'
import crossws from 'crossws/adapters/node'
import { Failure } from '../../../../shared/errors.ts'
import type { Refusals } from '../../refusals.ts'
import type { Context } from '../session.ts'
import { Gate } from './gate.ts'

/** Where devices connect. */
const SYNC_PATH = '/sync'
/** How often a socket hears from us at least; providers close one that is silent for 20 to 30 seconds. */
const PING_EVERY = 8000
/** The socket itself bears more than an update may have, so that an update over the limit is refused in words. */
const SOCKET_LIMIT = 2
const GOING_AWAY = 1001
const CUT_OFF = 4401

/** The path that a request asks for; null where what it sends in its place is none. */
export function pathOf({ url = '/' }: Pick<IncomingMessage, 'url'>): string | null {
  return URL.parse(url, 'http://local')?.pathname ?? null
}

/** Takes an upgrade, if it is one of its own; says whether. */
export type TakeUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean

export interface SocketsOptions {
  readonly hocuspocus: Hocuspocus<Context>
  readonly refusals: Refusals
  readonly limit: number
  /** Whether a page with these headers may connect. */
  readonly isWelcome: (headers: Headers) => boolean
}

type Client = ReturnType<Hocuspocus<Context>['handleConnection']>
interface Held {
  readonly gate: Gate
  readonly client: Client
}

/** The WebSockets of devices and agents. */
export class Sockets {
  readonly #options: SocketsOptions
  readonly #held = new Map<string, Held>()
  readonly #adapter: ReturnType<typeof crossws>
  readonly #pinging: NodeJS.Timeout
  #isStopping = false

  constructor(options: SocketsOptions) {
    this.#options = options
    this.#adapter = crossws({
      serverOptions: { maxPayload: options.limit * SOCKET_LIMIT },
      hooks: {
        upgrade: ({ headers }) => (options.isWelcome(headers) ? undefined : new Response(null, { status: 403 })),
        open: (peer) => this.#open(peer.id, peer.request, peer.websocket as WebSocketLike),
        message: (peer, message) => this.#held.get(peer.id)?.gate.take(message.uint8Array()),
        close: (peer, { code, reason }) => this.#close(peer.id, code ?? 1005, reason ?? ''),
        error: (_peer, error) => {
          this.#options.refusals.note(failureOf(error), NOBODY)
        },
      },
    })
    this.#pinging = setInterval(() => this.#ping(), PING_EVERY)
    this.#pinging.unref()
  }

  get size(): number {
    return this.#held.size
  }

  /** Replicas that are connected now. */
  get replicas(): ReadonlySet<string> {
    return new Set([...this.#held.values()].flatMap(({ gate }) => [...gate.replicas]))
  }

  /** Takes the server's upgrades; those to another path that `elsewhere` does not take are ended. */
  attach(server: Server, elsewhere: TakeUpgrade = () => false): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // Node hears nothing more of this line: one that breaks would end the process.
      socket.on('error', () => socket.destroy())
      const isOurs = pathOf(request) === SYNC_PATH
      if (isOurs && !this.#isStopping) void this.#adapter.handleUpgrade(request, socket, head)
      else if (this.#isStopping || !elsewhere(request, socket, head))
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
    })
  }

  /** Closes all sockets of a user: he comes back with the rights that he has now, or not. */
  disconnect(user: string): void {
    for (const { gate } of this.#held.values()) {
      if (!gate.users.has(user)) continue
      gate.isCut = true
      gate.end(CUT_OFF, 'rights have changed')
    }
  }

  /** Takes no more sockets and no more messages; what came is answered yet. */
  pause(): void {
    this.#isStopping = true
    clearInterval(this.#pinging)
    for (const { gate } of this.#held.values()) gate.isPaused = true
  }

  close(): void {
    for (const { gate } of this.#held.values()) gate.end(GOING_AWAY, 'the server stops')
  }

  #open(id: string, request: Request, socket: WebSocketLike): void {
    const line = {
      feed: (bytes: Uint8Array) => this.#held.get(id)?.client.handleMessage(bytes),
      send: (bytes: Uint8Array) => socket.send(bytes),
      close: (code: number, reason: string) => socket.close(code, reason),
      refused: (failure: Failure, bytes: number) =>
        this.#options.refusals.note(failure, { ...NOBODY, socket: id, user: [...gate.users].join(' '), bytes }),
    }
    const gate: Gate = new Gate(line, id)
    const client = this.#options.hocuspocus.handleConnection(watched(socket, gate), request, { gate })
    this.#held.set(id, { gate, client })
    if (this.#isStopping) gate.end(GOING_AWAY, 'the server stops')
  }

  #close(id: string, code: number, reason: string): void {
    const held = this.#held.get(id)
    this.#held.delete(id)
    if (!held) return
    held.client.handleClose({ code, reason })
  }

  #ping(): void {
    for (const { gate, client } of this.#held.values()) {
      gate.ping()
      // Dead lines are found by crossws, which pings underneath; Hocuspocus would count messages of documents only.
      client.lastMessageReceivedAt = Date.now()
    }
  }
}

const NOBODY = { socket: '', document: '', user: '', replica: '', bytes: 0 }

/** The socket as Hocuspocus has it: the gate sees what goes out. */
function watched(socket: WebSocketLike, gate: Gate): WebSocketLike {
  return {
    send: (data) => {
      socket.send(data)
      if (data instanceof Uint8Array) gate.sent(data)
    },
    close: (code, reason) => socket.close(code, reason),
    get readyState() {
      return socket.readyState
    },
  }
}

/** What the socket's own layer refuses: above all a message over its limit. */
function failureOf(error: Error): Failure {
  return new Failure('update-too-large', { message: error.message }, { cause: error })
}
