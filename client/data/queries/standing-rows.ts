import type { Needles } from '../../../shared/columns/needles.ts'
import { Sheaf } from '../../../shared/columns/sheaf.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'

export type AnyRow = Row<Collection> & JsonObject

/** The rows of a collection by id: as objects, or in the sheaf of a document that is not open, which makes them when asked. */
export class StandingRows {
  readonly #rows = new Map<string, AnyRow | Sheaf>()
  /** Those that are objects. */
  readonly #objects = new Map<string, AnyRow>()
  /** How many stand in each sheaf. */
  readonly #sheaves = new Map<Sheaf, number>()
  /** Those that are removed. */
  readonly #gone = new Map<string, AnyRow>()

  get size(): number {
    return this.#rows.size
  }

  has(id: string): boolean {
    return this.#rows.has(id)
  }

  get(id: string): AnyRow | undefined {
    const found = this.#rows.get(id)
    return found && rowIn(found, id)
  }

  /** Whether the row of an id stands in that sheaf. */
  isIn(sheaf: Sheaf, id: string): boolean {
    return this.#rows.get(id) === sheaf
  }

  /** The row where it is an object, or one of some texts stands in it as JSON writes it: of a sheaf the others are not made. */
  ifNaming(id: string, needles: readonly string[]): AnyRow | null {
    const found = this.#rows.get(id)
    if (found === undefined) return null
    return (found instanceof Sheaf ? found.rowNaming(id, needles) : found) as AnyRow | null
  }

  set(id: string, row: AnyRow): void {
    this.#leaveSheaf(id)
    this.#rows.set(id, row)
    this.#objects.set(id, row)
    if (row.gone) this.#gone.set(id, row)
    else this.#gone.delete(id)
  }

  delete(id: string): void {
    this.#leaveSheaf(id)
    this.#rows.delete(id)
    this.#objects.delete(id)
    this.#gone.delete(id)
  }

  /** All rows of a sheaf, in the place of what stood under their ids. */
  stand(sheaf: Sheaf): void {
    for (const id of sheaf.ids) {
      this.#leaveSheaf(id)
      this.#rows.set(id, sheaf)
      this.#objects.delete(id)
      this.#gone.delete(id)
    }
    if (sheaf.ids.length > 0) this.#sheaves.set(sheaf, sheaf.ids.length)
    for (const row of sheaf.goneRows()) this.set(row.id, row as AnyRow)
  }

  keys(): IterableIterator<string> {
    return this.#rows.keys()
  }

  *values(): Generator<AnyRow> {
    for (const [id, found] of this.#rows) {
      const row = rowIn(found, id)
      if (row) yield row
    }
  }

  /** At least those in which one of some texts stands, each as JSON writes it: of a sheaf the others are not made. */
  *naming(needles: readonly string[]): Generator<AnyRow> {
    for (const id of this.#rows.keys()) {
      const row = this.ifNaming(id, needles)
      if (row) yield row
    }
  }

  /** The same, quicker where there are many rows: those of a document that is not open are looked through as a whole. */
  *holding(needles: Needles): Generator<AnyRow> {
    yield* this.#objects.values()
    for (const sheaf of this.#sheaves.keys())
      yield* sheaf.holding(needles, (id) => this.#rows.get(id) === sheaf) as Generator<AnyRow>
  }

  /** Those that are removed. */
  gone(): IterableIterator<AnyRow> {
    return this.#gone.values()
  }

  #leaveSheaf(id: string): void {
    const sheaf = this.#rows.get(id)
    if (!(sheaf instanceof Sheaf)) return
    const others = (this.#sheaves.get(sheaf) ?? 0) - 1
    if (others > 0) this.#sheaves.set(sheaf, others)
    else this.#sheaves.delete(sheaf)
  }
}

function rowIn(found: AnyRow | Sheaf, id: string): AnyRow | undefined {
  return found instanceof Sheaf ? ((found.row(id) as AnyRow | null) ?? undefined) : found
}
