import { rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import { Failure } from '../../shared/errors.ts'
import { megabytes } from '../../shared/files/limits.ts'
import { ARRIVING } from './blobs.ts'

/** An upload that was begun and not ended is kept for so long, ms: a tablet may be away for a week. */
const KEPT = 8 * 24 * 3600_000
/** So much of the disk stays free of files, bytes: the journal must go on. */
const RESERVE = 256 * 1024 * 1024

export interface UploadsOptions {
  /** That of the blobs. */
  readonly folder: string
  /** The path under which uploads are taken. */
  readonly path: string
  /** The greatest file that is taken, bytes. */
  readonly limit: number
  /** Bytes that the disk of a folder has room for. */
  readonly roomIn?: (folder: string) => Promise<number>
}

/** Uploads that can be gone on with (SPEC W2), by the tus protocol. Each belongs to the account that began it. */
export class Uploads {
  readonly #options: UploadsOptions
  readonly #store: FileStore
  readonly #server: Server
  readonly #owners = new WeakMap<Request, string>()

  constructor(options: UploadsOptions) {
    this.#options = options
    this.#store = new FileStore({ directory: join(options.folder, ARRIVING), expirationPeriodInMilliseconds: KEPT })
    this.#server = new Server({
      path: options.path,
      datastore: this.#store,
      maxSize: options.limit,
      relativeLocation: true,
      allowedOrigins: [],
      onUploadCreate: async (request) => ({ metadata: { owner: this.#owners.get(request as Request) ?? '' } }),
    })
  }

  /**
   * Answers a request of the protocol by the account. Failures before a byte is read: file-too-large, file-no-room,
   * request-shape for a length that is not told.
   */
  async begin(request: Request, owner: string): Promise<Response> {
    await this.checkRoom(Number(request.headers.get('upload-length') ?? Number.NaN), 'upload-length')
    this.#owners.set(request, owner)
    return await this.#server.handleWeb(request)
  }

  /** Failures of so many bytes before one is read (SPEC W6): file-too-large, file-no-room, request-shape for no length. */
  async checkRoom(length: number, field: string): Promise<void> {
    const { limit, folder, roomIn = freeIn } = this.#options
    if (!Number.isSafeInteger(length) || length < 0) throw new Failure('request-shape', { field })
    if (length > limit) throw new Failure('file-too-large', { size: megabytes(length), most: megabytes(limit) })
    if ((await roomIn(folder)) < length + RESERVE) throw new Failure('file-no-room')
  }

  /** Says what is taken: the greatest file among it. */
  async tell(request: Request): Promise<Response> {
    return await this.#server.handleWeb(request)
  }

  /** Goes on with an upload of the account, or ends it. Failure upload-unknown. */
  async goOn(request: Request, id: string, owner: string): Promise<Response> {
    await this.#owned(id, owner)
    return await this.#server.handleWeb(request)
  }

  /** Where all bytes of an upload of the account stand; null while some are missing. Failure upload-unknown. */
  async whole(id: string, owner: string): Promise<string | null> {
    const { offset, size, storage } = await this.#owned(id, owner)
    return offset === size ? (storage?.path ?? null) : null
  }

  /** Drops what is left of an upload. */
  async drop(id: string): Promise<void> {
    for (const name of [id, `${id}.json`]) await rm(join(this.#options.folder, ARRIVING, name), { force: true })
  }

  /** Drops what was begun long ago and never ended (SPEC W7); gives how many that were. */
  async sweep(): Promise<number> {
    return await this.#store.deleteExpired()
  }

  async #owned(id: string, owner: string): Promise<Upload> {
    const upload = /^[0-9a-f]{32}$/.test(id) ? await this.#find(id) : null
    if (upload?.metadata?.owner !== owner) throw new Failure('upload-unknown')
    return upload
  }

  async #find(id: string): Promise<Upload | null> {
    try {
      return await this.#store.getUpload(id)
    } catch (error) {
      // The library throws what it would answer.
      if (typeof error === 'object' && error !== null && 'status_code' in error) return null
      throw error
    }
  }
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
