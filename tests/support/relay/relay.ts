import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { seeded } from '../random.ts'
import { Stream } from './stream.ts'

/** What went through a relay since it was started. */
export interface RelayStats {
  /** Lines that are open now. */
  readonly open: number
  /** Lines that were taken, open or not. */
  readonly taken: number
  readonly refused: number
  /** Bytes from the clients to the target, and back, as they were handed on. */
  readonly up: number
  readonly down: number
  /** Chunks in which a byte was changed. */
  readonly garbled: number
  readonly cuts: number
}

/** A line between a device and its server that tests can spoil. All of it holds for open and for later lines. */
export interface Relay {
  /** Where the clients connect, on 127.0.0.1. */
  readonly port: number
  readonly stats: RelayStats
  /** Drops all lines and refuses new ones until `restore`. */
  cut(): void
  /** Leaves lines open but lets nothing through, as a dead network does; `restore` sends what was held. */
  freeze(): void
  /** Leads to another loopback server from now on: drops all lines, which then come again. */
  lead(target: number): void
  /** Undoes `cut`, `freeze` and a `cutAfter` that has not come about. Delay and garbling stay as they are. */
  restore(): void
  /** Cuts once `bytes` more have gone through, both ways together, be it amid a message. Resolves at the cut. */
  cutAfter(bytes: number): Promise<void>
  /** Holds every chunk for `ms`, each way; order is kept. 0 ends it. */
  delay(ms: number): void
  /** Changes one byte of a chunk with this probability; the choice follows from the relay's seed. 0 ends it. */
  garble(probability: number): void
  /** Later lines lead to another loopback server; those that are open are dropped. */
  aim(target: number): void
  /** Drops all lines and stops listening. */
  close(): Promise<void>
}

/**
 * Starts a relay in front of a loopback server. Playwright's `setOffline` does not reach a SharedWorker's WebSocket,
 * so each test device has a relay of its own instead.
 */
export async function startRelay({ target, seed = 1 }: { target: number; seed?: number }): Promise<Relay> {
  const relay = new LoopbackRelay(target, seed)
  await relay.listen()
  return relay
}

interface Line {
  readonly client: Socket
  readonly target: Socket
  readonly streams: readonly Stream[]
}

class LoopbackRelay implements Relay {
  readonly stats = { open: 0, taken: 0, refused: 0, up: 0, down: 0, garbled: 0, cuts: 0 }
  #target: number
  readonly #random: () => number
  readonly #server: Server
  readonly #lines = new Set<Line>()
  #state: 'through' | 'cut' | 'frozen' = 'through'
  #delay = 0
  #garble = 0
  #budget: { left: number; spent: () => void } | undefined

  constructor(target: number, seed: number) {
    this.#target = target
    this.#random = seeded(seed)
    this.#server = createServer({ allowHalfOpen: true }, (client) => this.#take(client))
  }

  get port(): number {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the relay is not listening')
    return address.port
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  cut(): void {
    this.#state = 'cut'
    this.stats.cuts += 1
    for (const line of this.#lines) this.#drop(line)
    const budget = this.#budget
    this.#budget = undefined
    budget?.spent()
  }

  freeze(): void {
    this.#state = 'frozen'
    for (const { streams } of this.#lines) for (const stream of streams) stream.hold()
  }

  lead(target: number): void {
    this.#target = target
    for (const line of this.#lines) this.#drop(line)
  }

  restore(): void {
    this.#state = 'through'
    this.#budget = undefined
    for (const { streams } of this.#lines) for (const stream of streams) stream.release()
  }

  cutAfter(bytes: number): Promise<void> {
    return new Promise((resolve) => {
      this.#budget = { left: bytes, spent: resolve }
    })
  }

  aim(target: number): void {
    this.#target = target
    for (const line of this.#lines) this.#drop(line)
  }

  delay(ms: number): void {
    this.#delay = ms
  }

  garble(probability: number): void {
    this.#garble = probability
  }

  async close(): Promise<void> {
    for (const line of this.#lines) this.#drop(line)
    const closed = once(this.#server, 'close')
    this.#server.close()
    await closed
  }

  #take(client: Socket): void {
    if (this.#state === 'cut') {
      this.stats.refused += 1
      client.resetAndDestroy()
      return
    }
    const target = connect({ port: this.#target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    client.setNoDelay(true)
    const line: Line = {
      client,
      target,
      streams: [this.#stream(client, target, 'up'), this.#stream(target, client, 'down')],
    }
    this.#lines.add(line)
    this.stats.taken += 1
    this.stats.open = this.#lines.size
    for (const socket of [client, target]) {
      // A reset from either side is what tests cause on purpose; the other side is told by a reset of its own.
      socket.on('error', () => this.#drop(line))
      socket.on('close', (failed) => failed || this.#finish(line))
    }
  }

  #stream(from: Socket, to: Socket, way: 'up' | 'down'): Stream {
    const stream = new Stream(
      from,
      to,
      () => this.#delay,
      (chunk) => this.#pass(chunk, way, to),
    )
    if (this.#state === 'frozen') stream.hold()
    return stream
  }

  #pass(chunk: Buffer, way: 'up' | 'down', to: Socket): void {
    const budget = this.#budget
    const part = budget ? chunk.subarray(0, budget.left) : chunk
    this.stats[way] += part.length
    if (!budget) {
      to.write(this.#spoil(part))
      return
    }
    budget.left -= part.length
    // The cut waits until the last bytes have left: a reset would overtake them.
    to.write(this.#spoil(part), () => {
      if (budget.left <= 0 && this.#budget === budget) this.cut()
    })
  }

  #spoil(chunk: Buffer): Buffer {
    if (chunk.length === 0 || this.#random() >= this.#garble) return chunk
    const spoiled = Buffer.from(chunk)
    const at = Math.floor(this.#random() * spoiled.length)
    spoiled[at] = (spoiled[at] ?? 0) ^ (1 + Math.floor(this.#random() * 255))
    this.stats.garbled += 1
    return spoiled
  }

  #drop(line: Line): void {
    for (const stream of line.streams) stream.stop()
    line.client.resetAndDestroy()
    line.target.resetAndDestroy()
    this.#forget(line)
  }

  #finish(line: Line): void {
    if (line.client.destroyed && line.target.destroyed) this.#forget(line)
  }

  #forget(line: Line): void {
    this.#lines.delete(line)
    this.stats.open = this.#lines.size
  }
}
