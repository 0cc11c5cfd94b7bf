import { collectionNamed } from '../../../shared/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { fieldAt, own } from '../../../shared/records/declarations/collection.ts'
import { isObject, parseCreation, parseJson, parseWrite } from '../../../shared/records/declarations/value.ts'
import { type Key, parseKey } from '../../../shared/records/keys/key.ts'
import { replicaOf } from '../../../shared/records/keys/stamp.ts'
import type { Opened } from '../documents/opened.ts'
import type { Brought } from './brought.ts'
import type { Chain } from './chains.ts'
import { carriesServerField, FactIndex, isFact, isInsideFact, isServers } from './facts.ts'

/** The rules of ARCHITECTURE §5 for what one replica writes into one document. */
export class Rules {
  readonly #open: Opened
  readonly #replica: string

  constructor(open: Opened, replica: string) {
    this.#open = open
    this.#replica = replica
  }

  /** Checks every key that an update writes; gives what is written. */
  check(chains: readonly Chain[]): Brought[] {
    const brought = chains.map((chain) => this.#read(chain))
    const facts = new FactIndex(brought)
    for (const one of brought) {
      const collection = collectionNamed(one.collection)
      if (collection) this.#checkDeclared(collection, one, facts)
    }
    return brought
  }

  #read(chain: Chain): Brought {
    const key = parseKey(chain.key)
    if (!key) throw failure('update-odd-key', chain)
    if (key.replica !== this.#replica) throw failure('update-foreign-replica', chain)
    if (this.#isWrittenOnce(chain, key) && (chain.isKnown || chain.values > 1)) throw failure('update-rewrites', chain)
    if (chain.isParallel) throw failure('update-parallel', chain)
    if (chain.text === null) throw failure('update-deletes', chain)
    const written = (key.path === '' ? parseCreation : parseWrite)(chain.text, key.replica)
    const value = written ? parseJson(written.json) : undefined
    if (!written || value === undefined) throw failure('update-odd-key', chain)
    if (key.path === '' && !isObject(value)) throw failure('update-odd-key', chain)
    return { collection: chain.collection, key, stamp: written.stamp, json: written.json, value }
  }

  #isWrittenOnce({ collection }: Chain, { path }: Key): boolean {
    const declared = collectionNamed(collection)
    return path === '' || (declared !== undefined && isFact(declared, path))
  }

  #checkDeclared(collection: Collection, brought: Brought, facts: FactIndex): void {
    const { path } = brought.key
    if (!this.#isAtHome(collection, brought.key.id)) throw failure('update-odd-key', brought)
    const isServersField = fieldAt(collection, path)?.server || carriesServerField(collection, path, brought.value)
    if (isServersField || isServers(collection)) {
      throw failure('update-server-field', brought)
    }
    if (path === '' && this.#hasMade(collection, brought.key)) throw failure('update-rewrites', brought)
    if (isInsideFact(collection, path)) throw failure('update-rewrites', brought)
    if (isFact(collection, path) && (facts.isMade(brought) || this.#stands(collection, brought.key))) {
      throw failure('update-rewrites', brought)
    }
  }

  /** Whether records of the collection with this id belong into this document. */
  #isAtHome(collection: Collection, id: string): boolean {
    const { name, known } = this.#open
    if (collection.family !== known.family) return false
    try {
      return documentOf(known.company, known.family, id) === name
    } catch (error) {
      if (error instanceof RangeError) return false
      throw error
    }
  }

  /** Whether the replica has made the record already: in a packed document that stands under another key. */
  #hasMade(collection: Collection, { id, replica }: Key): boolean {
    const { creation } = this.#open.records(collection).writes(id)
    return creation !== null && replicaOf(creation.stamp) === replica
  }

  /** Whether anybody has made the fact already. */
  #stands(collection: Collection, { id, path }: Key): boolean {
    const { byPath, creation } = this.#open.records(collection).writes(id)
    const [list = '', entry = ''] = path.split('/')
    const values = creation ? parseJson(creation.json) : undefined
    const entries = isObject(values) ? own(values, list) : undefined
    return byPath.has(path) || (isObject(entries) && Object.hasOwn(entries, entry))
  }
}

function failure(
  code:
    | 'update-odd-key'
    | 'update-foreign-replica'
    | 'update-rewrites'
    | 'update-parallel'
    | 'update-deletes'
    | 'update-server-field',
  { collection, key }: { readonly collection: string; readonly key: string | Key },
): Failure {
  const text = typeof key === 'string' ? key : `${key.id}/${key.path}#${key.replica}`
  return new Failure(code, { collection: collection.slice(0, 80), key: text.slice(0, 200) })
}
