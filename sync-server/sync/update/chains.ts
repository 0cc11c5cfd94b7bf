import * as Y from 'yjs'
import { Failure } from '../../../shared/errors.ts'
import { isSegment } from '../../../shared/records/keys/key.ts'
import { lastIdOf, type NewStruct } from './structs.ts'

/** What an update brings to one key of one collection. */
export interface Chain {
  readonly collection: string
  /** The text of the key. */
  readonly key: string
  /** Whether the key stands in the document already. */
  readonly isKnown: boolean
  /** How many values the update has for it, overwritten ones included. */
  values: number
  /** The value that stands at the end; null when the update leaves none. */
  text: string | null
  /** A value was written past the present one: from a copy of the document that lacks it. */
  isParallel: boolean
  /** The last item, as the next must name it. */
  tail: Y.ID | null
}

type Place = Pick<Chain, 'collection' | 'key'>

/**
 * Resolves structs, in the order of `arrange`, to the keys that they write. A `Y.Map` keeps each key's items as a chain;
 * an item that overwrites one carries no key of its own, only the item that it follows. Failure update-odd-key for
 * anything but texts in maps at the root of the document.
 */
export function resolveChains(doc: Y.Doc, structs: readonly NewStruct[]): Chains {
  const chains = new Chains(doc)
  for (const struct of structs) chains.take(struct)
  return chains
}

/** The keys that an update writes. */
export class Chains {
  readonly #doc: Y.Doc
  readonly #chains = new Map<string, Chain>()
  /** The chain that each new struct belongs to, by the id of its last clock. */
  readonly #ends = new Map<string, Chain>()
  readonly #names = new Map<unknown, string>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  all(): IterableIterator<Chain> {
    return this.#chains.values()
  }

  /** Whether the update writes the key that an item of the document belongs to. */
  writes(item: Y.Item): boolean {
    const place = this.#placeOf(item)
    return this.#chains.has(nameOf(place))
  }

  take({ struct, offset }: NewStruct): void {
    const { client, clock } = struct.id
    const origin = offset > 0 ? Y.createID(client, clock + offset - 1) : struct.origin
    if (struct.rightOrigin !== null) throw odd(struct)
    const chain = this.#chainOf(origin ? this.#placeBehind(origin, struct) : placeAtRoot(struct))
    if (!isSame(origin, chain.tail)) chain.isParallel = true
    chain.values += 1
    chain.text = textOf(struct)
    chain.tail = lastIdOf(struct)
    this.#ends.set(idText(chain.tail), chain)
  }

  #chainOf(place: Place): Chain {
    const name = nameOf(place)
    const chain = this.#chains.get(name) ?? this.#start(place)
    this.#chains.set(name, chain)
    return chain
  }

  #start({ collection, key }: Place): Chain {
    const present = this.#doc.share.get(collection)?._map.get(key)
    const tail = present ? lastIdOf(present) : null
    return { collection, key, isKnown: present !== undefined, values: 0, text: null, isParallel: false, tail }
  }

  #placeBehind(origin: Y.ID, struct: Y.Item): Place {
    const chain = this.#ends.get(idText(origin))
    if (chain) return chain
    if (origin.clock >= Y.getState(this.#doc.store, origin.client)) throw odd(struct)
    return this.#placeOf(Y.getItem(this.#doc.store, origin))
  }

  #placeOf(item: Y.Item | Y.GC): Place {
    const { parent, parentSub } = item instanceof Y.Item ? item : { parent: null, parentSub: null }
    if (!(parent instanceof Y.AbstractType) || parent._item !== null || parentSub === null) throw odd(item)
    const collection = this.#names.get(parent) ?? Y.findRootTypeKey(parent)
    this.#names.set(parent, collection)
    return { collection, key: parentSub }
  }
}

/** The place of an item that follows none: it names its map, by a text, and its key. */
function placeAtRoot(struct: Y.Item): Place {
  // Yjs types `parent` without the text that a struct read from an update has there.
  const collection: unknown = struct.parent
  if (typeof collection !== 'string' || !isSegment(collection) || struct.parentSub === null) throw odd(struct)
  return { collection, key: struct.parentSub }
}

/** The text of a value; null for one that was overwritten before it was sent and is no longer there. */
function textOf(struct: Y.Item): string | null {
  const { content } = struct
  if (content instanceof Y.ContentDeleted) return null
  const value: unknown = content instanceof Y.ContentAny && content.arr.length === 1 ? content.arr[0] : undefined
  if (typeof value !== 'string') throw odd(struct)
  return value
}

function odd({ id }: Y.Item | Y.GC): Failure {
  return new Failure('update-odd-key', { client: id.client, clock: id.clock })
}

function isSame(a: Y.ID | null, b: Y.ID | null): boolean {
  return a === null || b === null ? a === b : a.client === b.client && a.clock === b.clock
}

function idText({ client, clock }: Y.ID): string {
  return `${client}:${clock}`
}

function nameOf({ collection, key }: Place): string {
  return `${collection} ${key}`
}
