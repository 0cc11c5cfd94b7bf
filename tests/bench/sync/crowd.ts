import { setTimeout as after, setImmediate as nextTurn } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Contender, Line } from './contenders.ts'
import type { Edit, Script } from './edits.ts'

/** What was seen of the edits of one measurement. */
export interface Seen {
  /** From the first edit until all clients had seen all, ms. */
  readonly ms: number
  /** From an edit until another client saw it, ms: of each edit, by each other client. */
  readonly delays: readonly number[]
}

const PATIENCE_MS = 60_000

/** Clients on one document of one server, all in this thread. */
export class Crowd {
  readonly #script: Script
  readonly #clients: Client[]
  readonly #watch: Watch

  private constructor(script: Script, clients: Client[], watch: Watch) {
    this.#script = script
    this.#clients = clients
    this.#watch = watch
  }

  /** Connects as many clients as the script has; the first brings the orders, and all see them before this ends. */
  static async gather(contender: Contender, script: Script): Promise<Crowd> {
    const watch = new Watch(script.edits)
    const clients = script.edits.map((_, i) => new Client(contender, script.document, i))
    await Promise.all(clients.map((client) => client.line.synced))
    for (const edit of script.seed) clients[0]?.put(edit)
    await until(() => clients.every((client) => script.seed.every(({ key }) => client.map.has(key))))
    for (const client of clients) client.map.observe((event) => watch.see(client, event))
    return new Crowd(script, clients, watch)
  }

  /** Each client writes its next edit in each turn of the event loop, as fast as they come. */
  async flood(): Promise<Seen> {
    const edits = this.#inTurns()
    const started = performance.now()
    for (let i = 0; i < edits.length; i++) {
      this.#write(edits[i])
      if (i % this.#clients.length === 0) await nextTurn()
    }
    return this.#end(started)
  }

  /** Writes so many edits per second, the clients in turns, however long they take. */
  async steady(perSecond: number): Promise<Seen> {
    const edits = this.#inTurns()
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

  #inTurns(): (readonly [client: number, number: number])[] {
    const perClient = this.#script.edits[0]?.length ?? 0
    return Array.from({ length: perClient }, (_, number) =>
      this.#clients.map(({ index }) => [index, number] as const),
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
    await within(this.#watch.all, `${this.#script.document}: not every edit was seen by all`)
    return { ms: this.#watch.last - started, delays: this.#watch.delays }
  }
}

class Client {
  readonly index: number
  readonly map: Y.Map<unknown>
  readonly line: Line
  readonly #doc = new Y.Doc()

  constructor(contender: Contender, document: string, index: number) {
    this.index = index
    this.map = this.#doc.getMap('orders')
    this.line = contender.connect(index, document, this.#doc)
  }

  put({ key, text }: Edit): void {
    this.map.set(key, text)
  }

  close(): void {
    this.line.close()
    this.#doc.destroy()
  }
}

/** Notes when each edit is seen by each client. */
class Watch {
  readonly delays: number[] = []
  readonly all: Promise<void>
  last = 0
  readonly #index = new Map<unknown, readonly [client: number, number: number]>()
  readonly #sentAt: number[][]
  /** By who sees and who wrote: how many edits were seen. A client's edits come in order, overwritten ones too. */
  readonly #upTo: number[][]
  readonly #done: () => void
  #left: number

  constructor(edits: Script['edits']) {
    this.#sentAt = edits.map(() => [])
    this.#upTo = edits.map(() => edits.map(() => 0))
    this.#left = edits.flat().length * (edits.length - 1)
    for (const [client, own] of edits.entries()) {
      for (const [number, { text }] of own.entries()) this.#index.set(text, [client, number])
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
      this.delays.push(now - (this.#sentAt[client]?.[i] ?? Number.NaN))
      counts[client] = i + 1
      if (--this.#left === 0) this.#done()
    }
    this.last = now
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error('The clients did not come to the same state')
    await after(5)
  }
}

async function within(promise: Promise<void>, what: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(what)), PATIENCE_MS)
  })
  await Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
