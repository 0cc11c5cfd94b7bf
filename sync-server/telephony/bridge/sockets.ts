import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { proxyUpgrade } from 'httpxy'
import type { Logger } from 'pino'
import { Failure } from '../../../shared/errors.ts'
import { pathOf } from '../../sync/connection/line/sockets.ts'
import { type Bridge, BridgeGone } from './bridge.ts'
import { type Seen, speakerIn } from './seen.ts'

/** The bridge answers a socket within so long, ms. */
const ANSWERED_WITHIN = 10_000
const AWAY = 'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

interface PhoneSocketsOptions {
  readonly bridge: Bridge
  readonly seen: Seen
  /** The address that a request comes from. */
  readonly from: (request: IncomingMessage) => string
  readonly log: Logger
}

/** WebSockets of phones, handed on to the bridge (SPEC PH13). */
export class PhoneSockets {
  readonly #options: PhoneSocketsOptions
  readonly #open = new Set<Duplex>()

  constructor(options: PhoneSocketsOptions) {
    this.#options = options
  }

  /** Takes an upgrade; says whether it is one of a phone. */
  take(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if (!pathOf(request)?.startsWith('/phone/')) return false
    this.#open.add(socket)
    socket.once('close', () => this.#open.delete(socket))
    this.#handOn(request, socket, head).catch((err: unknown) => this.#failed(socket, err))
    return true
  }

  /** Ends them all. */
  stop(): void {
    for (const socket of this.#open) socket.destroy()
  }

  async #handOn(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { bridge, seen, from } = this.#options
    const gone = new AbortController()
    socket.once('close', () => gone.abort())
    request.headers['x-forwarded-for'] = from(request)
    request.headers['x-forwarded-host'] = request.headers.host
    delete request.headers.cookie
    // Sent once alone: by then the bridge is known to listen.
    const url = await bridge.reach(listening, gone.signal)
    const options = { xfwd: false, changeOrigin: true, upgradeTimeout: ANSWERED_WITHIN }
    const line = await proxyUpgrade(url, request, socket, head, options)
    socket.once('close', () => line.destroy())
    line.once('close', () => socket.destroy())
    const speaker = speakerIn(request.url ?? '', (name) => request.headers[name]?.toString())
    seen.note(speaker, Date.now())
    socket.on('data', () => seen.note(speaker, Date.now()))
  }

  #failed(socket: Duplex, err: unknown): void {
    const isAway = err instanceof Failure && err.code === 'bridge-away'
    if (isAway && socket.writable) socket.end(AWAY)
    // What the bridge answers in the place of a socket was handed on; a phone that has gone needs no answer.
    else this.#options.log.debug({ err }, 'phone: no socket')
  }
}

/** Gives the address back once something takes connections there. */
function listening(url: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const line = connect(Number(port || 80), hostname.replace(/^\[|\]$/g, ''))
    line.once('connect', () => {
      line.destroy()
      resolve(url)
    })
    line.once('error', (cause) => reject(new BridgeGone('nobody listens', { cause })))
  })
}
