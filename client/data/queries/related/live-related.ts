import { BASES, type Basis, type BasisCollection, formatBasis, parseBasis } from '../../../../shared/basis/basis.ts'
import { Needles } from '../../../../shared/columns/needles.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import type { AnyRow } from '../standing-rows.ts'
import type { RelatedAnswer, RelatedQuery, RelatedRow } from './query.ts'

/** Nobody makes a longer chain: records that are each other's basis end here, too. */
const MOST_UP = 10
const MOST_DOWN = 3
/** So many are told of. */
const MOST = 100

/** The chain around a record, looked for again when something of it has changed. */
export class LiveRelated {
  readonly #directory: Directory
  readonly #query: RelatedQuery
  /** What stands in it, `<collection>/<id>`. */
  #known: ReadonlySet<string> = new Set()

  constructor(directory: Directory, query: RelatedQuery) {
    this.#directory = directory
    this.#query = query
  }

  /** Whether what has changed touches it. */
  take(changed: ItemsChanged): boolean {
    return BASES.some((collection) => {
      const ids = changed.get(collection)
      return ids === 'all' || [...(ids ?? [])].some((id) => this.#concerns({ collection, id }))
    })
  }

  answer(): RelatedAnswer {
    const { collection, id } = this.#query
    const own = { collection, id }
    const up = this.#up(own)
    const down = this.#down(own)
    const rows = [...up.toReversed(), ...down].slice(0, MOST)
    const all = [own, ...rows]
    // What is named and not here yet belongs to it when it comes.
    const named = all.flatMap((one) => this.#basisOf(one) ?? [])
    this.#known = new Set([...all, ...named].map(formatBasis))
    return { what: 'related', rows }
  }

  #concerns(one: Basis): boolean {
    if (this.#known.has(formatBasis(one))) return true
    const from = basisOf(one.collection, this.#directory.row(one.collection, one.id))
    return from !== null && this.#known.has(formatBasis(from))
  }

  #up(own: Basis): RelatedRow[] {
    const found: RelatedRow[] = []
    const seen = new Set([formatBasis(own)])
    for (let at = this.#basisOf(own); at !== null && found.length < MOST_UP; at = this.#basisOf(at)) {
      const row = seen.has(formatBasis(at)) ? null : this.#row(at, -found.length - 1)
      if (row === null) break
      seen.add(formatBasis(at))
      found.push(row)
    }
    return found
  }

  #down(own: Basis): RelatedRow[] {
    const found: RelatedRow[] = []
    const seen = new Set([formatBasis(own)])
    let level: readonly Basis[] = [own]
    for (let step = 1; step <= MOST_DOWN && level.length > 0; step++) {
      level = this.#madeFrom(level).filter((one) => !seen.has(formatBasis(one)))
      for (const one of level) seen.add(formatBasis(one))
      found.push(...level.flatMap((one) => this.#row(one, step) ?? []))
    }
    return found
  }

  /** What was made from any of some records, the latest first. */
  #madeFrom(level: readonly Basis[]): Basis[] {
    const from = new Set(level.map(formatBasis))
    // Invoices and jobs name their order by its id alone.
    const orders = level.flatMap(({ collection, id }) => (collection === 'orders' ? [`"${id}"`] : []))
    const needles = new Needles([...from, ...orders])
    const found = BASES.flatMap((collection) =>
      [...this.#directory.rows(collection).holding(needles)].flatMap((row) => {
        const basis = row.gone ? null : basisOf(collection, row)
        return basis !== null && from.has(formatBasis(basis)) ? [{ collection, id: row.id, at: row.madeAt }] : []
      }),
    )
    return found.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
  }

  #basisOf({ collection, id }: Basis): Basis | null {
    return basisOf(collection, this.#directory.row(collection, id))
  }

  #row({ collection, id }: Basis, step: number): RelatedRow | null {
    const item = this.#directory.item(collection, id)
    return item && { id, collection, item: item as unknown as JsonObject, step }
  }
}

/** What a record says that it was made from: its basis, else the order that it is for. */
function basisOf(collection: BasisCollection, row: AnyRow | null): Basis | null {
  const { basis = null, order = null } = (row ?? {}) as {
    readonly basis?: string | null
    readonly order?: string | null
  }
  const named = parseBasis(basis)
  if (named !== null || collection === 'orders' || order === null) return named
  return { collection: 'orders', id: order }
}
