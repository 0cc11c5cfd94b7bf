import { parsePack } from '../declarations/pack.ts'
import {
  type Creation,
  isObject,
  type Json,
  type JsonObject,
  parseCreation,
  parseJson,
  parseWrite,
  type Write,
} from '../declarations/value.ts'
import { isId, type Key, parseKey } from '../keys/key.ts'

/** The texts under a record's keys: all that was ever written about it and is still there. */
export type Texts = Iterable<readonly [key: string, text: unknown]>

export interface ValuedWrite extends Write {
  readonly value: Json
}
export interface ValuedCreation extends Creation {
  readonly values: JsonObject
}

/** All writes about one record, read but not yet resolved. */
export interface Writes {
  /** The creation that counts: the earliest, if the same record was made more than once (SPEC R5). */
  readonly creation: ValuedCreation | null
  readonly byPath: ReadonlyMap<string, readonly ValuedWrite[]>
  /** Keys and texts of another form: kept, unread, reported (SPEC R3). */
  readonly odd: readonly string[]
}

/** Sorts a record's texts into its creation and the writes by path. */
export function gather(texts: Texts): Writes {
  const gathering = new Gathering()
  for (const [key, held] of texts) gathering.take(key, held)
  return gathering
}

class Gathering implements Writes {
  creation: ValuedCreation | null = null
  readonly byPath = new Map<string, ValuedWrite[]>()
  readonly odd: string[] = []

  take(text: string, held: unknown): void {
    const key = parseKey(text)
    const isTaken = key ? this.#takeSingle(key, held) : isId(text) && this.#takePack(held)
    if (!isTaken) this.odd.push(text)
  }

  #takeSingle({ path, replica }: Key, held: unknown): boolean {
    if (path === '') return this.#takeCreation(valued(parseCreation(held, replica)))
    return this.#takeWrite(path, parseWrite(held, replica))
  }

  /** A pack is read as its writes would be under keys of their own. */
  #takePack(held: unknown): boolean {
    const pack = parsePack(held)
    if (!pack) return false
    this.#takeCreation(valued(pack.creation))
    for (const [path, write] of pack.writes) this.#takeWrite(path, write)
    return true
  }

  #takeCreation(creation: ValuedCreation | null): boolean {
    if (creation && (this.creation === null || creation.stamp < this.creation.stamp)) this.creation = creation
    return creation !== null
  }

  #takeWrite(path: string, write: Write | null): boolean {
    const value = write ? parseJson(write.json) : undefined
    if (!write || value === undefined) return false
    const { stamp, seen, json } = write
    this.#append(path, { stamp, seen, json, value })
    return true
  }

  /** A write that stands both in the pack and under its own key is one, having seen what either says. */
  #append(path: string, write: ValuedWrite): void {
    const others = this.byPath.get(path)
    if (!others) {
      this.byPath.set(path, [write])
      return
    }
    const same = others.findIndex(({ stamp }) => stamp === write.stamp)
    const known = others[same]
    if (known) others[same] = { ...write, seen: [...known.seen, ...write.seen] }
    else others.push(write)
  }
}

function valued(creation: Creation | null): ValuedCreation | null {
  const values = creation ? parseJson(creation.json) : undefined
  return creation && isObject(values) ? { ...creation, values } : null
}
