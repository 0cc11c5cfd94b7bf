import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync } from 'node:fs'
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isHash } from '../../shared/files/hash.ts'

/** In a data folder: the bytes of files, by their hash. */
export const BLOBS = 'files'
/** In that folder: what is on its way. */
export const ARRIVING = 'arriving'

/** Where the bytes of a hash stand in the folder: `ab/cd/abcd…`. Throws RangeError for what is no hash. */
export function blobPath(hash: string): string {
  if (!isHash(hash)) throw new RangeError(`${hash} is no hash`)
  return join(hash.slice(0, 2), hash.slice(2, 4), hash)
}

/** The bytes of files on the disk, each once, by their SHA-256 (SPEC W1). */
export class Blobs {
  readonly folder: string

  /** `folder`: that of the blobs; it is made. */
  constructor(folder: string) {
    this.folder = folder
    mkdirSync(join(folder, ARRIVING), { recursive: true, mode: 0o700 })
  }

  pathOf(hash: string): string {
    return join(this.folder, blobPath(hash))
  }

  /** How many bytes stand under the hash; null: none do. */
  async sizeOf(hash: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(hash))).size
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  /** Takes a file of the same disk in under its hash, on the disk before it bears the name; it is gone from where it was. */
  async take(path: string, hash: string): Promise<void> {
    const to = this.pathOf(hash)
    const folder = dirname(to)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await synced(path)
    await rename(path, to)
    for (const made of [folder, dirname(folder), this.folder]) await synced(made)
  }

  /** Puts bytes that were made here, unless they stand already; gives their hash. */
  async put(bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex')
    if ((await this.sizeOf(hash)) !== null) return hash
    const path = join(this.folder, ARRIVING, randomUUID())
    await writeFile(path, bytes, { mode: 0o600 })
    await this.take(path, hash)
    return hash
  }

  async remove(hash: string): Promise<void> {
    await rm(this.pathOf(hash), { force: true })
  }
}

/** The SHA-256 of a file, read piece by piece: others are served between. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), hash)
  return hash.digest('hex')
}

async function synced(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
