import { isPath, parseKey } from './key.ts'
import type { Stamp } from './stamp.ts'
import {
  type Creation,
  isObject,
  type Json,
  type JsonObject,
  parseCreation,
  parseJson,
  parseWrite,
  type Write,
} from './value.ts'

/** The texts under a record's keys: all that was ever written about it and is still there. */
export type Texts = Iterable<readonly [key: string, text: unknown]>

/** All writes about one record, read but not yet resolved. */
export interface Writes {
  /** The creation that counts: the earliest, if the same record was made more than once (SPEC R5). */
  readonly creation: Creation | null
  readonly byPath: ReadonlyMap<string, readonly Write[]>
  /** Keys and texts of another form: kept, unread, reported (SPEC R3). */
  readonly odd: readonly string[]
}

/** Sorts a record's texts into its creation and the writes by path. */
export function gather(texts: Texts): Writes {
  let creation: Creation | null = null
  const byPath = new Map<string, Write[]>()
  const odd: string[] = []
  for (const [text, value] of texts) {
    const key = parseKey(text)
    if (key?.path === '') {
      const made = parseCreation(value, key.replica)
      if (made === null) odd.push(text)
      else if (creation === null || made.stamp < creation.stamp) creation = made
      continue
    }
    const write = key && parseWrite(value, key.replica)
    if (key && write) append(byPath, key.path, write)
    else odd.push(text)
  }
  return { creation, byPath, odd }
}

function append(byPath: Map<string, Write[]>, path: string, write: Write): void {
  const others = byPath.get(path)
  if (others) others.push(write)
  else byPath.set(path, [write])
}

/** The write with the highest stamp. */
export function winner(writes: readonly Write[]): Write {
  return writes.reduce((best, write) => (write.stamp > best.stamp ? write : best))
}

/** A value together with the stamp of the write that set it. */
export interface Stamped {
  readonly stamp: Stamp
  readonly value: Json
}

/** A record's values by path, each with its stamp: what reading is, before declarations give it a shape (SPEC R4). */
export class Values {
  readonly #paths = new Map<string, Stamped>()

  constructor(writes: Writes) {
    if (writes.creation) this.#takeCreation(writes.creation)
    for (const [path, all] of writes.byPath) this.#takeWrite(path, winner(all))
  }

  /** The value at a path, by the highest stamp. */
  get(path: string): Stamped | undefined {
    return this.#paths.get(path)
  }

  entries(): IterableIterator<[string, Stamped]> {
    return this.#paths.entries()
  }

  #takeCreation(creation: Creation): void {
    const values = parseJson(creation.json)
    if (isObject(values)) this.#spread(values, creation.stamp)
  }

  #takeWrite(path: string, write: Write): void {
    const value = parseJson(write.json)
    if (value === undefined) return
    const segments = path.split('/').length
    if (segments === 2 && isObject(value)) this.#spreadEntry(path, value, write.stamp)
    else if (segments !== 2) this.#offer(path, value, write.stamp)
  }

  #spread(values: JsonObject, stamp: Stamp): void {
    for (const [name, value] of Object.entries(values)) {
      if (!isPath(name)) continue
      if (isObject(value)) this.#spreadList(name, value, stamp)
      else this.#offer(name, value, stamp)
    }
  }

  #spreadList(list: string, entries: JsonObject, stamp: Stamp): void {
    for (const [entry, values] of Object.entries(entries)) {
      if (isPath(`${list}/${entry}`) && isObject(values)) this.#spreadEntry(`${list}/${entry}`, values, stamp)
    }
  }

  #spreadEntry(path: string, values: JsonObject, stamp: Stamp): void {
    this.#offer(path, true, stamp)
    for (const [name, value] of Object.entries(values)) {
      if (isPath(`${path}/${name}`)) this.#offer(`${path}/${name}`, value, stamp)
    }
  }

  #offer(path: string, value: Json, stamp: Stamp): void {
    const present = this.#paths.get(path)
    if (present === undefined || stamp > present.stamp) this.#paths.set(path, { stamp, value })
  }
}
