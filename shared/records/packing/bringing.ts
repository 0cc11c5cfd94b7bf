import type * as Y from 'yjs'
import { parsePack } from '../declarations/pack.ts'
import { parseCreation, parseWrite, type Write } from '../declarations/value.ts'
import { formatKey, idInKey, parseKey } from '../keys/key.ts'
import { readingOf, replicaOf, restamped, type Stamp } from '../keys/stamp.ts'
import { gather, type Writes } from '../reading/merge.ts'
import { wasSeen } from '../reading/overwritten.ts'
import { isEntryPath } from '../reading/values.ts'
import { CUTS, spared } from './cut.ts'
import { GENERATION } from './generation.ts'
import type { KeptText } from './holding.ts'

type Texts = (readonly [key: string, text: unknown])[]

/** Under which names a device has written: the present one, and those that the server did not know any more. */
export interface Names {
  readonly present: string
  readonly former: readonly string[]
}

/**
 * What a device has written into one copy of a document and another copy does not know (SPEC R19), by itself or packed,
 * all of it under the device's present name. What was cut out of a record there is not brought.
 */
export function textsToBring(from: Y.Doc, into: Y.Doc, names: Names): KeptText[] {
  const own = new Set([names.present, ...names.former])
  const collections = [...from.share.keys()].filter((name) => name !== GENERATION && name !== CUTS)
  return collections.flatMap((collection) => {
    const texts = ownTexts(from.getMap(collection), own).map(([key, text]) => ({ collection, key, text }))
    const there = new Known(into.getMap(collection), own)
    // Who has seen it may have seen it under its former name.
    const unknown = texts.filter((one) => !there.has(one) && !there.has(underName(one, names)))
    return unknown.flatMap((one) => spared(underName(one, names), into) ?? [])
  })
}

/** A text that was written under a former name, as the present one's: its stamp keeps its reading. */
export function underName<T extends KeptText>(one: T, { present, former }: Names): T {
  const key = parseKey(one.key)
  if (!key || !former.includes(key.replica)) return one
  const stamp = /^[^ ,]*/.exec(one.text)?.[0] ?? ''
  const text = restamped(stamp, present) + one.text.slice(stamp.length)
  return { ...one, key: formatKey(key.id, key.path, present), text }
}

/** The texts of these replicas under keys of their own, the last of each key. */
function ownTexts(map: Y.Map<unknown>, own: ReadonlySet<string>): [key: string, text: string][] {
  const found = new Map<string, string>()
  const take = (key: string, text: string) => {
    if (text > (found.get(key) ?? '')) found.set(key, text)
  }
  for (const [key, held] of map.entries()) {
    const parsed = parseKey(key)
    if (parsed && typeof held === 'string' && own.has(parsed.replica)) take(key, held)
    if (!parsed)
      for (const [packedKey, text] of packedTexts(key, held)) if (own.has(replicaIn(packedKey))) take(packedKey, text)
  }
  return [...found]
}

function packedTexts(id: string, held: unknown): [key: string, text: string][] {
  const pack = parsePack(held)
  if (!pack) return []
  const { creation } = pack
  const made = creation
    ? [[keyOf(id, '', creation.stamp), `${creation.stamp} ${creation.version} ${creation.json}`]]
    : []
  return [...made, ...pack.writes.map(([path, write]) => [keyOf(id, path, write.stamp), textOf(write)])] as [
    string,
    string,
  ][]
}

function textOf({ stamp, seen, json }: Write): string {
  return `${[stamp, ...seen].join(',')} ${json}`
}

function keyOf(id: string, path: string, stamp: Stamp): string {
  return formatKey(id, path, replicaOf(stamp))
}

function replicaIn(key: string): string {
  return parseKey(key)?.replica ?? ''
}

/** What a collection of a copy knows of a device's writes: those that it has, and those that nobody who read it would miss. */
export class Known {
  readonly #texts: ReadonlyMap<string, Texts>
  readonly #own: ReadonlySet<string>
  readonly #writes = new Map<string, Writes>()

  /** `own` are all names of one device: what it wrote may stand under another of them. */
  constructor(map: Y.Map<unknown>, own: ReadonlySet<string> = new Set()) {
    this.#texts = Map.groupBy(map.entries(), ([key]) => idInKey(key))
    this.#own = own
  }

  /** A text of another form than a write's is none that could be known; nobody could bring it either. */
  has({ key, text }: KeptText): boolean {
    const parsed = parseKey(key)
    if (!parsed) return true
    const { id, path, replica } = parsed
    return path === ''
      ? this.#hasCreation(id, parseCreation(text, replica))
      : this.#hasWrite(id, path, parseWrite(text, replica))
  }

  /** Of several creations the earliest counts, and a later one changes nothing. */
  #hasCreation(id: string, creation: { readonly stamp: Stamp } | null): boolean {
    const there = this.#of(id).creation
    return creation === null || (there !== null && there.stamp <= creation.stamp)
  }

  /** An entry that was written whole counts beside others on its path: that somebody saw it makes it no less. */
  #hasWrite(id: string, path: string, write: Write | null): boolean {
    const there = this.#of(id).byPath.get(path) ?? []
    if (write === null || there.some((one) => this.#isSame(one, write))) return true
    return !isEntryPath(path) && wasSeen(write.stamp, there)
  }

  /** One write, or the same one that came under another name of its device. */
  #isSame({ stamp, json }: Write, own: Write): boolean {
    if (stamp === own.stamp) return true
    return this.#own.has(replicaOf(stamp)) && readingOf(stamp) === readingOf(own.stamp) && json === own.json
  }

  #of(id: string): Writes {
    const known = this.#writes.get(id)
    const writes = known ?? gather(this.#texts.get(id) ?? [])
    if (!known) this.#writes.set(id, writes)
    return writes
  }
}
