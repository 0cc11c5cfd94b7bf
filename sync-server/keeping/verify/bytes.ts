import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { files } from '../../../shared/files/collections.ts'
import { isHash } from '../../../shared/files/hash.ts'
import { letters, ownLetters } from '../../../shared/letters/collections.ts'
import { bytesOf } from '../../../shared/letters/hashes.ts'
import { messages } from '../../../shared/messages/collections.ts'
import { BLOBS, blobPath } from '../../files/blobs.ts'
import { sumOf } from '../disk.ts'
import { rowsIn, type StoredCopy } from '../reading.ts'
import type { Problem } from './problem.ts'

/** The bytes of files beside their records; each is read once, however many records name it. */
export class Bytes {
  readonly #folder: string
  readonly #looked = new Map<string, 'noBytes' | 'otherBytes' | null>()

  /** `data`: the folder that they stand in as in a data folder. */
  constructor(data: string) {
    this.#folder = join(data, BLOBS)
  }

  /** Files of a document that the server says to have, letters, and messages on their way into Sent, of which it has other bytes or none. */
  wrong(copy: StoredCopy): Problem[] {
    const ofFiles = rowsIn(copy, files).flatMap(({ id, hash, stored }) =>
      stored === null ? [] : this.#told(copy, files.name, id, { path: 'hash', hash }),
    )
    const ofLetters = [letters, ownLetters].flatMap((collection) =>
      rowsIn(copy, collection).flatMap((letter) =>
        bytesOf(letter).flatMap((named) => this.#told(copy, collection.name, letter.id, named)),
      ),
    )
    const ofMessages = rowsIn(copy, messages).flatMap(({ id, raw }) =>
      raw === null ? [] : this.#told(copy, messages.name, id, { path: 'raw', hash: raw }),
    )
    return [...ofFiles, ...ofLetters, ...ofMessages]
  }

  #told(
    { name: document }: StoredCopy,
    collection: string,
    record: string,
    { path, hash }: { readonly path: string; readonly hash: string | null },
  ): Problem[] {
    const what = this.#look(hash)
    return what === null ? [] : [{ what, document, collection, record, field: path }]
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
