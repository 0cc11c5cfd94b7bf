import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Standing } from '../../storage/storage.ts'

/** What a kept parcel is of: made of anything else, it is another one. */
export interface Mark extends Standing {
  readonly document: string
  readonly maker: string
}

const LINE_FEED = 0x0a

/**
 * Parcels that were made, a file for each document: its mark and the sum of what follows in a line, then the parcel. They
 * can be made anew at any time, so nothing is said where one is spoiled or missing; a backup leaves them out.
 */
export class KeptParcels {
  readonly #folder: string
  #count = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The parcel that was made of exactly this; null where there is none as it was written. */
  async find(mark: Mark): Promise<Uint8Array | null> {
    const file = await readFile(this.#path(mark)).catch(nothingThere)
    const end = file?.indexOf(LINE_FEED) ?? -1
    if (!file || end < 0) return null
    const parcel = file.subarray(end + 1)
    return file.toString('utf8', 0, end) === lineOf(mark, parcel) ? parcel : null
  }

  /** Keeps a parcel in the place of the one that was kept of the document before. Errors of the disk come through. */
  async put(mark: Mark, parcel: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const path = this.#path(mark)
    const draft = `${path}.${++this.#count}`
    await writeFile(draft, [`${lineOf(mark, parcel)}\n`, parcel], { mode: 0o600 })
    await rename(draft, path)
  }

  #path({ document }: Mark): string {
    return join(this.#folder, createHash('sha256').update(document).digest('hex').slice(0, 32))
  }
}

function lineOf({ document, maker, generation, last }: Mark, parcel: Uint8Array): string {
  return JSON.stringify([document, maker, generation, last, crc32(parcel)])
}

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
