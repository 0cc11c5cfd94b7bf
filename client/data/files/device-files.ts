import { Failure } from '../../../shared/errors.ts'
import type { FileRecord } from '../../../shared/files/collections.ts'
import { LARGEST_FILE_MB, megabytes } from '../../../shared/files/limits.ts'
import { cleanName } from '../../../shared/files/name.ts'
import type { KeptFiles } from './kept-files.ts'
import { LetterBytes } from './letter-bytes.ts'
import { hashOf, typeOf } from './look.ts'
import { type GivenFile, hashOfPart, type Part, type Queued, type SendingFailure } from './queued.ts'
import { Sending, type SendingGround } from './sending.ts'
import { ServerFiles } from './server-files.ts'

/** What files of this device stand on. */
export interface FilesGround extends Omit<SendingGround, 'kept' | 'server'> {
  readonly kept: KeptFiles
  /** The server's address. */
  readonly url: string
  /** By what a device speaks that is to be wiped, `<replica>:<key>`; null: its session. */
  readonly wiping: string | null
  /** The greatest file that the server has said to take, bytes; null: it has not. */
  readonly limit: { get(): number | null; set(bytes: number): void }
  record(id: string): FileRecord | null
}

/** How it is with the bytes of a file on this device. */
export interface FileState {
  /** They are here, and open without a network. */
  readonly isHere: boolean
  /** On its way: bytes that are on the server, or why it is not tried any more; null: this device sends nothing of it. */
  readonly sending: { readonly sent: number | null; readonly failed: SendingFailure | null } | null
}

/** Files that are on this device alone, without those that were removed. */
export interface UnsentFiles {
  /** They go by themselves. */
  readonly waiting: number
  /** They are not tried any more until somebody says so. */
  readonly failed: number
}

/** The bytes of files as this device has them: added, sent, fetched (SPEC.md). */
export class DeviceFiles {
  readonly letters: LetterBytes
  readonly #ground: FilesGround
  readonly #server: ServerFiles
  readonly #sending: Sending

  constructor(ground: FilesGround) {
    this.#ground = ground
    this.#server = new ServerFiles(ground.url, ground.wiping)
    this.letters = new LetterBytes(ground.kept, this.#server)
    this.#sending = new Sending({ ...ground, server: this.#server })
  }

  /** Files that the server does not have yet. */
  unsent(): Queued[] {
    return this.#ground.kept.queue()
  }

  unsentCount(): UnsentFiles {
    const left = this.unsent().filter(({ id }) => !this.#ground.isGone(id))
    const failed = left.filter((one) => one.failed !== null).length
    return { waiting: left.length - failed, failed }
  }

  /**
   * Keeps a file on this device until it is sent; its record is still to be made, under `id`. Failures: file-empty,
   * file-too-large, device-storage-full; then nothing is kept.
   */
  async add(id: string, given: GivenFile): Promise<Queued> {
    const { bytes, preview, about, width, height, paper } = given
    const most = await this.#most()
    if (bytes.size === 0) throw new Failure('file-empty')
    if (bytes.size > most) throw new Failure('file-too-large', { size: megabytes(bytes.size), most: megabytes(most) })
    const [hash, type] = [await hashOf(bytes), await typeOf(bytes)]
    const known = { id, about, name: cleanName(given.name), size: bytes.size, type, hash, width, height, paper }
    const queued: Queued = { ...known, preview: preview && (await hashOf(preview)), uploads: {}, failed: null }
    await this.#ground.kept.add(queued, bytes, preview)
    return queued
  }

  /** The record of a file was made: it may go. */
  wake(): void {
    this.#sending.wake()
  }

  /** It comes to be tried again, whatever it failed of. */
  async retry(id: string): Promise<void> {
    const queued = this.#ground.kept.queued(id)
    if (queued) await this.#ground.kept.put({ ...queued, failed: null })
    this.wake()
  }

  state({ id, hash }: FileRecord): FileState {
    const queued = this.#ground.kept.queued(id)
    const sending = queued && { sent: this.#sending.sent(id), failed: queued.failed }
    return { isHere: hash !== null && this.#ground.kept.has(hash), sending }
  }

  /** The bytes of a file or of its preview: what is here, else fetched and kept. Failures: record-missing, file-not-here, file-differs, server-unreachable. */
  async open(id: string, part: Part): Promise<Blob> {
    const { record, kept } = this.#ground
    const found = record(id)
    if (!found) throw new Failure('record-missing')
    const hash = hashOfPart({ hash: found.hash ?? '', preview: found.preview }, part)
    if (!hash) throw new Failure('file-not-here')
    const here = await kept.get(hash)
    if (here) return here
    const bytes = await this.#server.fetch(id, part)
    if ((await hashOf(bytes)) !== hash) throw new Failure('file-differs')
    await kept.keep(hash, bytes)
    this.#ground.changed()
    return bytes
  }

  /** Lets go of bytes that the server has no more. Failures: server-unreachable, device-storage-full. */
  async dropGone(): Promise<void> {
    const { kept } = this.#ground
    const gone = await this.#server.gone(kept.fetched())
    if (gone.length > 0) await kept.drop(gone)
    this.#ground.changed()
  }

  /** The greatest file that is taken, bytes: as the server says, or said last. */
  async #most(): Promise<number> {
    const { isOnline, limit } = this.#ground
    try {
      const told = isOnline() ? await this.#server.limit() : null
      if (told !== null) limit.set(told)
    } catch (error) {
      // The line may just have gone; what does not fit is refused by the server then.
      if (!(error instanceof Failure)) throw error
    }
    return limit.get() ?? LARGEST_FILE_MB * 1024 * 1024
  }

  async close(): Promise<void> {
    await this.#sending.close()
    await this.#ground.kept.close()
  }
}
