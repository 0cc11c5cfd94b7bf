import type { Socket } from 'node:net'

interface Waiting {
  /** Null stands for the end of the stream. */
  readonly chunk: Buffer | null
  readonly due: number
}

/** One way of a relayed line: takes chunks from one socket, holds them for the delay, hands them on in order. */
export class Stream {
  readonly #from: Socket
  readonly #to: Socket
  readonly #delay: () => number
  readonly #pass: (chunk: Buffer) => void
  readonly #queue: Waiting[] = []
  #timer: NodeJS.Timeout | undefined
  #held = false

  constructor(from: Socket, to: Socket, delay: () => number, pass: (chunk: Buffer) => void) {
    this.#from = from
    this.#to = to
    this.#delay = delay
    this.#pass = pass
    from.on('data', (chunk: Buffer) => this.#take(chunk))
    from.on('end', () => this.#take(null))
    to.on('drain', () => this.#resume())
  }

  /** Lets nothing through until `release`; what comes meanwhile waits, in the sockets' own buffers too. */
  hold(): void {
    this.#held = true
    this.#from.pause()
  }

  /** Ends `hold`. */
  release(): void {
    this.#held = false
    this.#resume()
    this.#flush()
  }

  /** Forgets what waits: the line is dropped. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#queue.length = 0
  }

  #resume(): void {
    if (!this.#held) this.#from.resume()
  }

  #take(chunk: Buffer | null): void {
    this.#queue.push({ chunk, due: performance.now() + this.#delay() })
    this.#flush()
  }

  #flush(): void {
    clearTimeout(this.#timer)
    for (let next = this.#queue[0]; next && !this.#held; next = this.#queue[0]) {
      const wait = next.due - performance.now()
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#flush(), wait)
        return
      }
      this.#queue.shift()
      if (next.chunk) this.#pass(next.chunk)
      else this.#to.end()
    }
    if (this.#to.writableNeedDrain) this.#from.pause()
  }
}
