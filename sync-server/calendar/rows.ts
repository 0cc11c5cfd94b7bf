import { gunzipSync } from 'node:zlib'
import { collectionsOf } from '../../shared/columns/columns.ts'
import { readKept } from '../../shared/columns/kept.ts'
import { readParcel } from '../../shared/columns/parcel.ts'
import type { Sheaf } from '../../shared/columns/sheaf.ts'
import { parseDocument } from '../../shared/documents/documents.ts'
import { Failure } from '../../shared/errors.ts'
import type { Collection, Row } from '../../shared/records/declarations/collection.ts'
import type { Parcels } from '../sync/parcels/parcels.ts'

/** Reads documents as their parcels have them: made beside the server's own thread, and kept while nothing is written. */
export class Rows {
  readonly #parcels: Pick<Parcels, 'maker' | 'of'>

  constructor(parcels: Pick<Parcels, 'maker' | 'of'>) {
    this.#parcels = parcels
  }

  /** The rows of some collections of a document, all of one family. Failure document-damaged. */
  async of<C extends Collection>(document: string, collections: readonly C[]): Promise<Row<C>[][]> {
    const sheaves = await this.#sheaves(document)
    // A sheaf under a collection's name was made of its rows.
    const rowsOf = (one: C) => sheaves.find(({ collection }) => collection.name === one.name) as Sheaf<C> | undefined
    return collections.map((one) => [...(rowsOf(one)?.rows() ?? [])])
  }

  async #sheaves(document: string): Promise<readonly Sheaf[]> {
    const { maker } = this.#parcels
    const packed = await this.#parcels.of(document)
    if (packed === null) return []
    const parcel = readParcel(new Uint8Array(gunzipSync(packed)), { document, maker })
    const made = { by: maker, upTo: parcel?.journal ?? 0 }
    const family = parseDocument(document, Date.now())?.family
    const columns = parcel && readKept({ ...made, block: parcel.block, sum: parcel.sum }, made, collectionsOf(family))
    if (columns === null || typeof columns === 'string') throw new Failure('document-damaged', { document })
    return columns.sheaves
  }
}
