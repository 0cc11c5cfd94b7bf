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
import { parseKey } from '../keys/key.ts'

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
  const creations: ValuedCreation[] = []
  const byPath = new Map<string, ValuedWrite[]>()
  const odd: string[] = []
  for (const [text, held] of texts) {
    const key = parseKey(text)
    const made = key?.path === '' ? readCreation(held, key.replica) : null
    const write = key && key.path !== '' ? readWrite(held, key.replica) : null
    if (made) creations.push(made)
    else if (key && write) append(byPath, key.path, write)
    else odd.push(text)
  }
  return { creation: earliest(creations), byPath, odd }
}

function earliest(creations: readonly ValuedCreation[]): ValuedCreation | null {
  const [first = null, ...others] = creations
  return others.reduce((best, one) => (best && best.stamp < one.stamp ? best : one), first)
}

function readCreation(held: unknown, replica: string): ValuedCreation | null {
  const creation = parseCreation(held, replica)
  const values = creation ? parseJson(creation.json) : undefined
  return creation && isObject(values) ? { ...creation, values } : null
}

function readWrite(held: unknown, replica: string): ValuedWrite | null {
  const write = parseWrite(held, replica)
  const value = write ? parseJson(write.json) : undefined
  return write && value !== undefined ? { stamp: write.stamp, seen: write.seen, json: write.json, value } : null
}

function append(byPath: Map<string, ValuedWrite[]>, path: string, write: ValuedWrite): void {
  const others = byPath.get(path)
  if (others) others.push(write)
  else byPath.set(path, [write])
}
