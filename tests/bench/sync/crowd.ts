import { createHistogram, type Histogram } from 'node:perf_hooks'
import { setTimeout as after, setImmediate as nextTurn } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Contender, Line } from './contenders.ts'
import type { Edit, Script } from './edits.ts'

/** What was seen of the edits of one measurement. */
export interface Seen {
  /** From the first edit until all clients had seen all, ms. */
  readonly ms: number
  /** From an edit until another client saw it, µs: of each edit, by each other client. */
  readonly delays: Histogram
  /** How many of those never came: edits that some client had not seen when all had been waited for. */
  readonly missing: number
}

/** What a share of the edits, from 0 to 1, was seen within by the others, ms. */
export function seenWithin({ delays }: Seen, share: number): number {
  return delays.percentile(share * 100) / 1000
}

const PATIENCE_MS = 60_000

/** Clients on one document of one server, all in this thread. */
export class Crowd {
  readonly #script: Script
  readonly #clients: Client[]
  /** How many edits of each client are made. */
  #made = 0
  #watch: Watch

  private constructor(script: Script, clients: Client[]) {
    this.#script = script
    this.#clients = clients
    this.#watch = new Watch(script.edits, 0, 0)
    for (const client of clients) client.map.observe((event) => this.#watch.see(client, event))
  }

  /** Connects as many clients as the script has; the first brings the orders, and all see them before this ends. */
  static async gather(contender: Contender, script: Script): Promise<Crowd> {
    const clients = script.edits.map((_, i) => new Client(contender, script.document, i))
    await Promise.all(clients.map((client) => client.line.synced))
    for (const edit of script.seed) clients[0]?.put(edit)
    await until(() => clients.every((client) => script.seed.every(({ key }) => client.map.has(key))))
    return new Crowd(script, clients)
  }

  /** Each client writes its next edit in each turn of the event loop, as fast as they come. */
  async flood(): Promise<Seen> {
    const edits = this.#next()
    const started = performance.now()
    for (let i = 0; i < edits.length; i++) {
      this.#write(edits[i])
      if (i % this.#clients.length === 0) await nextTurn()
    }
    return this.#end(started)
  }

  /**
   * Writes so many edits per second, the clients in turns, however long they take: the next `perClient` of each client, else all
   * that are left.
   */
  async steady(perSecond: number, perClient?: number): Promise<Seen> {
    const edits = this.#next(perClient)
    const started = performance.now()
    for (let i = 0; i < edits.length; ) {
      const due = Math.min(edits.length, ((performance.now() - started) * perSecond) / 1000)
      while (i < due) this.#write(edits[i++])
      await after(1)
    }
    return this.#end(started)
  }

  leave(): void {
    for (const client of this.#clients) client.close()
  }

  /** The next edits, the clients in turns; from now on these are watched. */
  #next(perClient = Number.POSITIVE_INFINITY): (readonly [client: number, number: number])[] {
    const from = this.#made
    const to = Math.min(from + perClient, this.#script.edits[0]?.length ?? 0)
    this.#made = to
    this.#watch = new Watch(this.#script.edits, from, to)
    return Array.from({ length: to - from }, (_, i) =>
      this.#clients.map(({ index }) => [index, from + i] as const),
    ).flat()
  }

  #write(edit: readonly [client: number, number: number] | undefined): void {
    const [index = 0, number = 0] = edit ?? []
    const text = this.#script.edits[index]?.[number]
    if (!text) throw new RangeError(`Client ${index} has no edit ${number}`)
    this.#watch.sent(index, number)
    this.#clients[index]?.put(text)
  }

  async #end(started: number): Promise<Seen> {
    await Promise.race([this.#watch.all, after(PATIENCE_MS, undefined, { ref: false })])
    const { last, delays, left } = this.#watch
    return { ms: last - started, delays, missing: left }
  }
}

/** A client with a copy of the document of its own. */
export class Client {
  readonly index: number
  readonly map: Y.Map<unknown>
  readonly line: Line
  readonly #doc = new Y.Doc()

  constructor(contender: Contender, document: string, index: number) {
    this.index = index
    this.map = this.#doc.getMap('orders')
    this.line = contender.connect(index, document, this.#doc)
  }

  putAll(edits: readonly Edit[]): void {
    this.#doc.transact(() => {
      for (const edit of edits) this.put(edit)
    })
  }

  put({ key, text }: Edit): void {
    this.map.set(key, text)
  }

  close(): void {
    this.line.close()
    this.#doc.destroy()
  }
}

/** Notes when each client sees the edits from `from` to before `to` of each other. */
class Watch {
  readonly delays = createHistogram()
  readonly all: Promise<void>
  last = 0
  /** How many edits are still to be seen, each counted by each other client. */
  left: number
  readonly #index = new Map<unknown, readonly [client: number, number: number]>()
  readonly #sentAt: number[][]
  /** By who sees and who wrote: how many edits were seen. A client's edits come in order, overwritten ones too. */
  readonly #upTo: number[][]
  readonly #done: () => void

  constructor(edits: Script['edits'], from: number, to: number) {
    this.#sentAt = edits.map(() => [])
    this.#upTo = edits.map(() => edits.map(() => from))
    this.left = edits.length * (to - from) * (edits.length - 1)
    for (const [client, own] of edits.entries()) {
      for (let i = from; i < to; i++) this.#index.set(own[i]?.text, [client, i])
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    this.all = promise
    this.#done = resolve
  }

  sent(client: number, number: number): void {
    const own = this.#sentAt[client]
    if (own) own[number] = performance.now()
  }

  see(by: Client, event: Y.YMapEvent<unknown>): void {
    if (event.transaction.local) return
    const now = performance.now()
    for (const key of event.keysChanged) {
      const [client, number] = this.#index.get(by.map.get(key)) ?? []
      if (client !== undefined && number !== undefined) this.#note(by.index, client, number, now)
    }
  }

  #note(by: number, client: number, number: number, now: number): void {
    const counts = this.#upTo[by]
    if (!counts) return
    for (let i = counts[client] ?? 0; i <= number; i++) {
      this.delays.record(Math.max(1, Math.round((now - (this.#sentAt[client]?.[i] ?? Number.NaN)) * 1000)))
      counts[client] = i + 1
      if (--this.left === 0) this.#done()
    }
    this.last = now
  }
}

/** Waits until it is true. Error when it is not after a minute. */
export async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error('The clients did not come to the same state')
    await after(5)
  }
}
