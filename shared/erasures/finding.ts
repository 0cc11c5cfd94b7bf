import type { Letter } from '../letters/collections.ts'
import { bytesOf } from '../letters/hashes.ts'
import type { Cut } from '../records/packing/cut.ts'
import { personalOf } from './personal.ts'
import { type AnyRow, cutFor, emptiedBy, type Sought, TOLD_ABOUT } from './scope.ts'

/** A path of a record that is to be removed before the record is cut; the empty one: the record itself. */
export interface Removal {
  readonly collection: string
  readonly id: string
  readonly path: string
}

/** What is to be done to documents. */
export interface Found {
  /** By document, then by `<collection>/<id>`. */
  readonly cuts: ReadonlyMap<string, ReadonlyMap<string, Cut>>
  readonly removals: readonly Removal[]
  /** How many records of each collection. */
  readonly counts: ReadonlyMap<string, number>
  /** SHA-256 of bytes that such records name, and no other record does. */
  readonly hashes: ReadonlySet<string>
}

interface Taken {
  readonly document: string
  readonly collection: string
  readonly row: AnyRow
}

/** Looks through all records for those of a person, in any order. */
export class Finding {
  readonly #sought: Omit<Sought, 'found'>
  readonly #told: Taken[] = []
  readonly #found = new Set<string>()
  readonly #cuts = new Map<string, Map<string, Cut>>()
  readonly #removals: Removal[] = []
  readonly #counts = new Map<string, number>()
  readonly #theirs = new Set<string>()
  readonly #others = new Set<string>()

  constructor(sought: Omit<Sought, 'found'>) {
    this.#sought = sought
  }

  take(document: string, collection: string, row: AnyRow): void {
    if (TOLD_ABOUT.some((name) => name === collection)) this.#told.push({ document, collection, row })
    else this.#decide({ document, collection, row })
  }

  /** To be asked when all records were taken. */
  end(): Found {
    for (const one of this.#told.splice(0)) this.#decide(one)
    const hashes = this.#theirs.difference(this.#others)
    return { cuts: this.#cuts, removals: this.#removals, counts: this.#counts, hashes }
  }

  #decide({ document, collection, row }: Taken): void {
    const cut = cutFor(collection, row, { ...this.#sought, found: this.#found })
    for (const hash of hashesOf(collection, row)) (cut ? this.#theirs : this.#others).add(hash)
    if (!cut) return
    const cuts = this.#cuts.get(document) ?? new Map<string, Cut>()
    this.#cuts.set(document, cuts.set(`${collection}/${row.id}`, cut))
    this.#counts.set(collection, (this.#counts.get(collection) ?? 0) + 1)
    this.#remove(collection, row, cut)
    // What is said of a customer's contact alone leaves what is said about the customer and the orders.
    const isWhole = this.#sought.person.is !== 'contact' || (collection !== 'customers' && collection !== 'orders')
    if (isWhole && Object.keys(cut.fields).length > 0) this.#found.add(`${collection}/${row.id}`)
  }

  #remove(collection: string, row: AnyRow, cut: Cut): void {
    const paths = personalOf(collection)?.gone && !row.gone ? [''] : emptiedBy(collection, row, cut)
    for (const path of paths) this.#removals.push({ collection, id: row.id, path })
  }
}

/** SHA-256 of the bytes that a record names. */
function hashesOf(collection: string, row: AnyRow): readonly string[] {
  const { hash, preview, raw } = row
  if (collection === 'letters' || collection === 'ownLetters') {
    return bytesOf(row as unknown as Letter).map((one) => one.hash)
  }
  const named = collection === 'files' ? [hash, preview] : collection === 'messages' ? [raw] : []
  return named.filter((one) => typeof one === 'string')
}
