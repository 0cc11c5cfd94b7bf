import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
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
  /** Names of files that are being written. */
  readonly #drafts = new Set<string>()
  #count = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The parcel that was made of exactly this; null where there is none as it was written. Errors of the disk come through. */
  async find(mark: Mark): Promise<Uint8Array<ArrayBuffer> | null> {
    const file = await readFile(join(this.#folder, nameOf(mark.document))).catch(nothingThere)
    const end = file?.indexOf(LINE_FEED) ?? -1
    if (!file || end < 0) return null
    const parcel = file.subarray(end + 1)
    return file.toString('utf8', 0, end) === lineOf(mark, parcel) ? parcel : null
  }

  /** Keeps a parcel in the place of the one that was kept of the document before. Errors of the disk come through. */
  async put(mark: Mark, parcel: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const name = nameOf(mark.document)
    const draft = `${name}.${++this.#count}`
    this.#drafts.add(draft)
    try {
      const path = join(this.#folder, draft)
      await writeFile(path, [`${lineOf(mark, parcel)}\n`, parcel], { mode: 0o600 })
      await rename(path, join(this.#folder, name))
    } finally {
      await rm(join(this.#folder, draft), { force: true })
      this.#drafts.delete(draft)
    }
  }

  /**
   * Removes what is of another maker, or of none of these documents, and what a sudden end has left half written. Errors
   * of the disk come through.
   */
  async tidy(maker: string, documents: Iterable<string>): Promise<void> {
    const beginnings = new Map([...documents].map((one) => [nameOf(one), beginningOf(one, maker)]))
    for (const name of (await readdir(this.#folder).catch(nothingThere)) ?? []) {
      const path = join(this.#folder, name)
      const beginning = beginnings.get(name)
      const stays = this.#drafts.has(name) || (beginning !== undefined && (await beginsWith(path, beginning)))
      if (!stays) await rm(path, { force: true, recursive: true })
    }
  }
}

function nameOf(document: string): string {
  return createHash('sha256').update(document).digest('hex').slice(0, 32)
}

function lineOf({ document, maker, generation, last }: Mark, parcel: Uint8Array): string {
  return JSON.stringify([document, maker, generation, last, crc32(parcel)])
}

/** What the lines of all parcels of a document and maker begin with. */
function beginningOf(document: string, maker: string): string {
  return JSON.stringify([document, maker]).replace(/]$/, ',')
}

async function beginsWith(path: string, beginning: string): Promise<boolean> {
  const expected = Buffer.from(beginning)
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(expected.length), 0, expected.length, 0)
    return buffer.subarray(0, bytesRead).equals(expected)
  } finally {
    await file.close()
  }
}

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
