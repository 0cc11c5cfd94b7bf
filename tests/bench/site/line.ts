import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** What was answered. */
export interface Answer {
  readonly status: number
  /** Head and body as they came. */
  readonly bytes: Buffer
}

const END_OF_HEAD = '\r\n\r\n'
const END_OF_CHUNKS = Buffer.from('0\r\n\r\n')

/** A line of HTTP/1.1 that stays open: one question at a time. It does as little as it can, so that the servers are what is measured. */
export class HttpLine {
  readonly #socket: Socket
  #held: Buffer = Buffer.alloc(0)
  #asked: PromiseWithResolvers<Answer> | null = null

  private constructor(socket: Socket) {
    this.#socket = socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', (error) => this.#asked?.reject(error))
    socket.on('close', () => this.#asked?.reject(new Error('The server hung up')))
  }

  static async to(port: number): Promise<HttpLine> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new HttpLine(socket)
  }

  ask(request: string): Promise<Answer> {
    this.#asked = Promise.withResolvers()
    this.#socket.write(request)
    return this.#asked.promise
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    const head = this.#held.indexOf(END_OF_HEAD)
    if (head < 0 || !isWhole(this.#held, head)) return
    const answer = { status: Number(this.#held.toString('latin1', 9, 12)), bytes: this.#held }
    this.#held = Buffer.alloc(0)
    this.#asked?.resolve(answer)
  }
}

function isWhole(held: Buffer, head: number): boolean {
  const said = /\r\ncontent-length: (\d+)/i.exec(held.toString('latin1', 0, head))?.[1]
  if (said !== undefined) return held.length >= head + END_OF_HEAD.length + Number(said)
  return held.subarray(-END_OF_CHUNKS.length).equals(END_OF_CHUNKS)
}

/** A request as it goes over the line, by a browser of its own network behind the proxy. */
export function request(path: string, more: { from: number; cookie?: string; form?: string }): string {
  const { from, cookie, form } = more
  const network = `10.${(from >> 16) & 255}.${(from >> 8) & 255}.${from & 255}`
  const lines = [
    `${form === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`,
    'Host: shop.example',
    'Accept-Encoding: gzip',
    `X-Forwarded-For: ${network}`,
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
    ...(form === undefined
      ? []
      : ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${Buffer.byteLength(form)}`]),
  ]
  return `${lines.join('\r\n')}\r\n\r\n${form ?? ''}`
}
