import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type FileRecord, files } from '../../../shared/files/collections.ts'
import { isHash } from '../../../shared/files/hash.ts'
import { BLOBS, blobPath } from '../../files/blobs.ts'
import { sumOf } from '../disk.ts'
import type { StoredCopy } from '../reading.ts'
import type { Problem } from './problem.ts'

/** The bytes of files beside their records; each is read once, however many records name it. */
export class Bytes {
  readonly #folder: string
  readonly #looked = new Map<string, 'noBytes' | 'otherBytes' | null>()

  /** `data`: the folder that they stand in as in a data folder. */
  constructor(data: string) {
    this.#folder = join(data, BLOBS)
  }

  /** Files of a document that the server says to have, and of which it has other bytes or none. */
  wrong({ name: document, sets }: StoredCopy): Problem[] {
    const set = sets.find(({ collection }) => collection.name === files.name)
    // The set is of that collection, as its name says.
    const rows = [...(set?.rows() ?? [])] as unknown as FileRecord[]
    return rows.flatMap(({ id: record, hash, stored }) => {
      const what = stored === null ? null : this.#look(hash)
      return what === null ? [] : [{ what, document, collection: files.name, record, field: 'hash' }]
    })
  }

  #look(hash: string | null): 'noBytes' | 'otherBytes' | null {
    if (!isHash(hash)) return 'noBytes'
    const known = this.#looked.get(hash)
    if (known !== undefined) return known
    const path = join(this.#folder, blobPath(hash))
    const found = existsSync(path) ? 'otherBytes' : 'noBytes'
    const told = found === 'otherBytes' && sumOf(path).sha256 === hash ? null : found
    this.#looked.set(hash, told)
    return told
  }
}
