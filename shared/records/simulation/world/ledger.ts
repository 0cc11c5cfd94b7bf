import { parseJson } from '../../declarations/value.ts'
import type { Device, Held } from './device.ts'
import { compareStamps } from './reference.ts'

/** A write as it happened, with what its writer had on the path: a vector clock, apart from what the write itself says. */
interface Event {
  readonly replica: string
  /** Counts the replica's writes to the path, from 0. */
  readonly seq: number
  readonly text: string
  /** By replica, the last of its writes to the path that the writer had. */
  readonly had: ReadonlyMap<string, number>
}

/** A value that lost its path, as vector clocks see it. */
export interface Lost {
  readonly path: string
  readonly text: string
  /** Nobody who wrote later had it. */
  readonly apart: boolean
}

/** Everything that was ever written to paths, by whom and knowing what. */
export class Ledger {
  /** By document, collection, record and path; then by replica. */
  readonly #events = new Map<string, Map<string, Event[]>>()

  /** Notes a write that the device is about to make. */
  note({ name }: Device, held: Held, collection: string, key: string, text: string): void {
    const path = key.slice(0, key.lastIndexOf('#'))
    const address = `${held.name} ${collection} ${path}`
    const byReplica = this.#events.get(address) ?? new Map<string, Event[]>()
    this.#events.set(address, byReplica)
    const own = byReplica.get(name) ?? []
    const had = new Map(this.#visible(held, collection, path).map((event) => [event.replica, event.seq]))
    byReplica.set(name, [...own, { replica: name, seq: own.length, text, had }])
  }

  /** Paths of a record that were ever written, whoever has them. */
  paths(held: Held, collection: string, id: string): string[] {
    const start = `${held.name} ${collection} ${id}/`
    return [...this.#events.keys()].flatMap((address) =>
      address.startsWith(start) ? [address.slice(start.length)] : [],
    )
  }

  /** The text that must win a path on a device. */
  winner(held: Held, collection: string, id: string, path: string): string | undefined {
    return this.#byStamp(held, collection, `${id}/${path}`)[0]?.text
  }

  /** The values that lost a path on a device, the latest first. */
  lost(held: Held, collection: string, id: string, path: string): Lost[] {
    const [winner, ...others] = this.#byStamp(held, collection, `${id}/${path}`)
    return others.map((event, i) => {
      const wasSeen = [winner, ...others.slice(0, i)].some(
        (later) => (later?.had.get(event.replica) ?? -1) >= event.seq,
      )
      const isEqual = winner !== undefined && jsonIn(winner.text) === jsonIn(event.text)
      return { path, text: event.text, apart: !wasSeen && !isEqual }
    })
  }

  #byStamp(held: Held, collection: string, path: string): Event[] {
    return this.#visible(held, collection, path).sort((a, b) => compareStamps(stampIn(b.text), stampIn(a.text)))
  }

  /** The last write to a path of each replica, as far as the device has them. */
  #visible({ name, doc }: Held, collection: string, path: string): Event[] {
    const byReplica = this.#events.get(`${name} ${collection} ${path}`) ?? new Map<string, Event[]>()
    const map = doc.getMap(collection)
    return [...byReplica].flatMap(([replica, events]) => {
      const text = map.get(`${path}#${replica}`)
      return events.filter((event) => event.text === text).slice(-1)
    })
  }
}

function stampIn(text: string): string {
  return text.split(/[, ]/)[0] ?? ''
}

/** The value of a write's text, as JSON. */
export function jsonIn(text: string): string {
  return JSON.stringify(parseJson(text.slice(text.indexOf(' ') + 1)))
}
