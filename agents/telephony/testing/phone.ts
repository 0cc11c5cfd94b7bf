import { randomUUID } from 'node:crypto'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import type { BridgeFrame, PhoneFrame, Report } from '../../../shared/calls/protocol.ts'
import { signatureOf } from '../door/caller/signature.ts'

type Shown = Pick<HeldPhone, 'id' | 'key'>

/** What a simulated phone gets for an answer. */
export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly headers: Headers
}

/** A phone that speaks the protocol. */
export class SimulatedPhone {
  readonly #url: string
  readonly #shown: Shown

  constructor(url: string, shown: Shown) {
    this.#url = url
    this.#shown = shown
  }

  /** With its key shown. */
  ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const { id, key } = this.#shown
    return answered(`${this.#url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${id}.${key}`, ...init.headers },
    })
  }

  report(report: Report | { readonly reports: readonly Report[] }): Promise<Answer> {
    return this.ask('/phone/v1/reports', { method: 'POST', ...json(report) })
  }

  /** Signed; what is changed behind the signature is not signed. */
  signed(path: string, body: unknown, change: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const [time, nonce, text] = [String(Date.now()), randomUUID(), JSON.stringify(body)]
    const { id, key } = this.#shown
    const at = { time: change['x-voronka-time'] ?? time, nonce: change['x-voronka-nonce'] ?? nonce }
    const signature = signatureOf({ method: 'POST', path, ...at, body: new TextEncoder().encode(text) }, key)
    const headers = {
      'x-voronka-phone': id,
      'x-voronka-time': at.time,
      'x-voronka-nonce': at.nonce,
      'x-voronka-signature': signature,
      ...change,
    }
    return answered(`${this.#url}${path}`, { method: 'POST', body: text, headers })
  }

  /** A line that is open; what comes over it, in order. */
  async line(): Promise<PhoneLine> {
    const { id, key } = this.#shown
    const address = `${this.#url.replace('http', 'ws')}/phone/v1/socket`
    // As a page does it, which cannot set headers.
    const socket = new WebSocket(address, ['voronka', `key.${id}.${key}`])
    const line = new PhoneLine(socket)
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve())
      socket.addEventListener('error', () => reject(new Error('the line was refused')))
    })
    return line
  }
}

/** A WebSocket of a phone. */
export class PhoneLine {
  readonly heard: BridgeFrame[] = []
  readonly #socket: WebSocket
  /** The code with which it was closed; null: it is open. */
  closed: number | null = null

  constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.heard.push(JSON.parse(String(data)) as BridgeFrame))
    socket.addEventListener('close', ({ code }) => {
      this.closed = code
    })
  }

  say(frame: PhoneFrame): void {
    this.#socket.send(JSON.stringify(frame))
  }

  sayRaw(text: string): void {
    this.#socket.send(text)
  }

  close(): void {
    this.#socket.close()
  }
}

export const json = (body: unknown) => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

async function answered(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init)
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] }
}
