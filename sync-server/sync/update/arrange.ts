import * as Y from 'yjs'
import { Failure } from '../../../shared/errors.ts'
import { endOf, type NewStruct } from './structs.ts'

type Struct = Y.Item | Y.GC | Y.Skip

/** No device writes two billion times; a struct that says so is made by hand. */
const LAST_CLOCK = 2 ** 31

/**
 * The structs of an update that the document lacks, each behind those that it follows. Failures: update-gap where one
 * follows what neither the document nor the update has, update-odd-key for a struct that no command makes.
 */
export function arrange(doc: Y.Doc, structs: readonly Struct[]): NewStruct[] {
  const queues = queuesOf(doc, structs)
  const arranged = new Arrangement(doc, queues).run()
  const total = [...queues.values()].reduce((sum, queue) => sum + queue.length, 0)
  if (arranged.length < total) throw new Failure('update-gap', { structs: total - arranged.length })
  return arranged
}

function queuesOf(doc: Y.Doc, structs: readonly Struct[]): Map<number, NewStruct[]> {
  const queues = new Map<number, NewStruct[]>()
  const next = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const known = next.get(client) ?? Y.getState(doc.store, client)
    if (endOf(struct) <= known) continue
    if (clock > known || struct instanceof Y.Skip) throw new Failure('update-gap', { client, clock, known })
    if (!(struct instanceof Y.Item) || endOf(struct) > LAST_CLOCK)
      throw new Failure('update-odd-key', { client, clock })
    const queue = queues.get(client) ?? []
    queues.set(client, queue)
    queue.push({ struct, offset: known - clock })
    next.set(client, endOf(struct))
  }
  return queues
}

/** Takes the structs of all clients in such an order that each finds its origin; every struct is looked at twice at most. */
class Arrangement {
  readonly #doc: Y.Doc
  readonly #queues: ReadonlyMap<number, readonly NewStruct[]>
  readonly #taken = new Map<number, number>()
  readonly #ends = new Map<number, number>()
  /** Clients that wait, by the struct end that they wait for. */
  readonly #waiting = new Map<string, number[]>()
  readonly #arranged: NewStruct[] = []

  constructor(doc: Y.Doc, queues: ReadonlyMap<number, readonly NewStruct[]>) {
    this.#doc = doc
    this.#queues = queues
  }

  run(): NewStruct[] {
    const ready = [...this.#queues.keys()]
    for (let client = ready.pop(); client !== undefined; client = ready.pop()) this.#advance(client, ready)
    return this.#arranged
  }

  #advance(client: number, ready: number[]): void {
    const queue = this.#queues.get(client) ?? []
    for (let i = this.#taken.get(client) ?? 0; i < queue.length; i++) {
      const next = queue[i]
      if (!next) return
      const { origin } = next.struct
      if (next.offset === 0 && origin && !this.#isHere(origin)) {
        this.#wait(origin, client)
        return
      }
      this.#taken.set(client, i + 1)
      this.#ends.set(client, endOf(next.struct))
      this.#arranged.push(next)
      ready.push(...this.#woken(client, endOf(next.struct) - 1))
    }
  }

  #isHere({ client, clock }: Y.ID): boolean {
    return clock < (this.#ends.get(client) ?? Y.getState(this.#doc.store, client))
  }

  #wait({ client, clock }: Y.ID, waiter: number): void {
    const place = `${client}:${clock}`
    this.#waiting.set(place, [...(this.#waiting.get(place) ?? []), waiter])
  }

  #woken(client: number, clock: number): readonly number[] {
    const place = `${client}:${clock}`
    const woken = this.#waiting.get(place) ?? []
    this.#waiting.delete(place)
    return woken
  }
}
