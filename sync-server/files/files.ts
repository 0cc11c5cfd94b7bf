import { join } from 'node:path'
import type { Logger } from 'pino'
import { Failure } from '../../shared/errors.ts'
import { type FileRecord, files } from '../../shared/files/collections.ts'
import type { Author } from '../sync/author.ts'
import { BLOBS, Blobs, hashOf } from './blobs.ts'
import { typeOf } from './sniff.ts'
import { Uploads, type UploadsOptions } from './uploads.ts'

/** The bytes of a file, or those of its preview. */
export type Part = 'file' | 'preview'

/** Where uploads are taken. */
export const UPLOADS = '/api/uploads'

/** So often leftovers are looked for, ms. */
const SWEEPS = 6 * 3600_000

interface FilesOptions extends Pick<UploadsOptions, 'limit' | 'roomIn'> {
  /** The data folder. */
  readonly data: string
  readonly author: Author
  readonly log: Logger
}

/** The files of a company: their bytes on the disk, and what is on its way. */
export class Files {
  readonly limit: number
  readonly blobs: Blobs
  readonly uploads: Uploads
  readonly #author: Author
  readonly #log: Logger
  #timer: NodeJS.Timeout | null = null

  constructor({ data, limit, author, log, ...rest }: FilesOptions) {
    const folder = join(data, BLOBS)
    this.limit = limit
    this.blobs = new Blobs(folder)
    this.uploads = new Uploads({ folder, path: UPLOADS, limit, ...rest })
    this.#author = author
    this.#log = log
  }

  /** Sweeps leftovers now and from time to time, until `stop`. */
  begin(): void {
    this.#timer = setInterval(() => void this.#sweep(), SWEEPS).unref()
    void this.#sweep()
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  /** The record of a file, a removed one too. Failures: record-missing, document-unknown. */
  async record(id: string): Promise<FileRecord> {
    const record = await this.#author.write((tx) => tx.find(files, id))
    if (!record) throw new Failure('record-missing', { id })
    return record
  }

  /**
   * Puts what was uploaded under the hash that the record names, unless that stands already, and says on the record that
   * all of it is here (SPEC W3 to W5). Gives whether it is. Failures: upload-unknown, file-differs: the upload is gone then.
   */
  async settle(record: FileRecord, part: Part, upload: { readonly id: string; readonly owner: string } | null) {
    const hash = hashIn(record, part)
    if ((await this.blobs.sizeOf(hash)) === null) {
      const path = upload && (await this.uploads.whole(upload.id, upload.owner))
      if (path === null) return false
      if ((await hashOf(path)) !== hash) {
        await this.#drop(upload)
        throw new Failure('file-differs')
      }
      await this.blobs.take(path, hash)
    }
    await this.#drop(upload)
    if (part === 'file') await this.#note(record, hash)
    return true
  }

  /** Says on a record that all of the file is here, where that is so and not said: a device has brought it after a restore. */
  async noteHere(record: FileRecord): Promise<void> {
    const { stored, hash } = record
    if (stored === null && hash && (await this.blobs.sizeOf(hash)) !== null) await this.#note(record, hash)
  }

  async #drop(upload: { readonly id: string } | null): Promise<void> {
    if (upload) await this.uploads.drop(upload.id)
  }

  /** What the device took the file for is put right by its bytes. */
  async #note({ id, stored, type }: FileRecord, hash: string): Promise<void> {
    if (stored !== null) return
    const [told, at] = [await typeOf(this.blobs.pathOf(hash)), Date.now()]
    await this.#author.write((tx) => tx.set(files, id, { stored: at, ...(told !== type && { type: told }) }))
  }

  async #sweep(): Promise<void> {
    try {
      const count = await this.uploads.sweep()
      if (count > 0) this.#log.info({ count }, 'files: uploads that were never ended are gone')
    } catch (err) {
      this.#log.warn({ err }, 'files: leftovers were not swept')
    }
  }
}

/** The hash of a part of a file. Failure file-not-here where the record names none. */
export function hashIn({ hash, preview }: FileRecord, part: Part): string {
  const named = part === 'file' ? hash : preview
  if (!named) throw new Failure('file-not-here')
  return named
}
