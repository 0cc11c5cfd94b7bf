import { Failure } from '../../../shared/errors.ts'
import { type Database, type Disk, DiskRefusal, type Step } from '../disk/disk.ts'
import { hashOfPart, PARTS, type Queued } from './queued.ts'

/** So many bytes of what the server has are kept for work without a network (SPEC Q4). */
const ROOM = 500 * 1024 * 1024

/** What is known of bytes that are here. */
interface Note {
  readonly size: number
  /** When they were wanted last, ms since 1970. */
  readonly used: number
}

/**
 * ```
 * bytes  hash → Blob      of files, and of previews
 * notes  hash → Note
 * queue  id → Queued      files that the server does not have yet
 * ```
 */
const STORES = ['bytes', 'notes', 'queue'] as const

/** The bytes of files on this device, in a database beside the account's others: `<company>/<user>/files`. */
export class KeptFiles {
  readonly #disk: Disk
  readonly #name: string
  readonly #now: () => number
  readonly #room: number
  readonly #notes = new Map<string, Note>()
  readonly #queue = new Map<string, Queued>()
  #database: Promise<Database> | null = null

  private constructor(disk: Disk, name: string, now: () => number, room: number) {
    this.#disk = disk
    this.#name = name
    this.#now = now
    this.#room = room
  }

  /**
   * Reads what is kept under the account's name; rejects with a DiskRefusal where the disk gives nothing. `now`: ms since 1970;
   * `room`: so many bytes of what the server has are kept.
   */
  static async open(disk: Disk, account: string, now: () => number, room = ROOM): Promise<KeptFiles> {
    const kept = new KeptFiles(disk, `${account}/files`, now, room)
    const database = await kept.#opened()
    for (const [hash, note] of await database.all('notes')) kept.#notes.set(String(hash), note as Note)
    for (const [id, queued] of await database.all('queue')) kept.#queue.set(String(id), queued as Queued)
    return kept
  }

  /** Files that wait to be sent, the first added first. */
  queue(): Queued[] {
    return [...this.#queue.values()]
  }

  queued(id: string): Queued | null {
    return this.#queue.get(id) ?? null
  }

  has(hash: string): boolean {
    return this.#notes.has(hash)
  }

  /** Keeps a file and its preview until they are sent, both or none. Failure device-storage-full: then nothing is kept. */
  async add(queued: Queued, bytes: Blob, preview: Blob | null): Promise<void> {
    const put: Step = { store: 'queue', put: queued, key: queued.id }
    const small = preview && queued.preview !== null ? this.#steps(queued.preview, preview) : []
    await this.#write([...this.#steps(queued.hash, bytes), ...small, put])
    this.#queue.set(queued.id, queued)
    this.#note(queued.hash, bytes.size)
    if (preview && queued.preview !== null) this.#note(queued.preview, preview.size)
  }

  /** Puts what has become of a file that waits. */
  async put(queued: Queued): Promise<void> {
    this.#queue.set(queued.id, queued)
    await this.#write([{ store: 'queue', put: queued, key: queued.id }])
  }

  /** The server has it: its bytes stay as those of any other file do. */
  async sent(id: string): Promise<void> {
    this.#queue.delete(id)
    await this.#tryWrite([{ store: 'queue', remove: id }])
    await this.#makeRoom()
  }

  /** The bytes of a hash; null where they are not here. */
  async get(hash: string): Promise<Blob | null> {
    const note = this.#notes.get(hash)
    if (!note) return null
    const bytes = await (await this.#opened()).get('bytes', hash)
    if (!(bytes instanceof Blob)) return null
    await this.#tryWrite([{ store: 'notes', put: this.#note(hash, bytes.size), key: hash }])
    return bytes
  }

  /** Keeps what was fetched, if there is room for it: it can be fetched again. */
  async keep(hash: string, bytes: Blob): Promise<void> {
    if (bytes.size > this.#room / 2) return
    if (await this.#tryWrite(this.#steps(hash, bytes))) this.#note(hash, bytes.size)
    await this.#makeRoom()
  }

  /** SHA-256 of what can be fetched again: it does not wait to be sent. */
  fetched(): readonly string[] {
    const unsent = this.#unsent()
    return [...this.#notes.keys()].filter((hash) => !unsent.has(hash))
  }

  /** Lets bytes go, but for those that wait to be sent. Failure device-storage-full. */
  async drop(hashes: readonly string[]): Promise<void> {
    const unsent = this.#unsent()
    const gone = hashes.filter((hash) => !unsent.has(hash))
    await this.#write(gone.flatMap((hash) => ['bytes', 'notes'].map((store) => ({ store, remove: hash }))))
    for (const hash of gone) this.#notes.delete(hash)
  }

  async close(): Promise<void> {
    const database = await this.#database?.catch(() => null)
    database?.close()
  }

  #note(hash: string, size: number): Note {
    const note = { size, used: this.#now() }
    this.#notes.delete(hash)
    this.#notes.set(hash, note)
    return note
  }

  #steps(hash: string, bytes: Blob): Step[] {
    const note: Note = { size: bytes.size, used: this.#now() }
    return [
      { store: 'bytes', put: bytes, key: hash },
      { store: 'notes', put: note, key: hash },
    ]
  }

  #unsent(): ReadonlySet<string | null> {
    return new Set(this.queue().flatMap((one) => PARTS.map((part) => hashOfPart(one, part))))
  }

  /** What was wanted longest ago goes; what the server does not have never does. */
  async #makeRoom(): Promise<void> {
    const unsent = this.#unsent()
    const all = [...this.#notes].sort(([, a], [, b]) => a.used - b.used)
    let over = all.reduce((sum, [, { size }]) => sum + size, 0) - this.#room
    for (const [hash, { size }] of all) {
      if (over <= 0) return
      if (unsent.has(hash)) continue
      over -= size
      this.#notes.delete(hash)
      const gone = ['bytes', 'notes'].map((store) => ({ store, remove: hash }))
      await this.#tryWrite(gone)
    }
  }

  async #tryWrite(steps: readonly Step[]): Promise<boolean> {
    try {
      await this.#write(steps)
      return true
    } catch (error) {
      if (error instanceof Failure) return false
      throw error
    }
  }

  /** A browser closes what it refused a write of: the next one opens it anew. */
  async #write(steps: readonly Step[]): Promise<void> {
    try {
      await (await this.#opened()).write(steps)
    } catch (error) {
      if (!(error instanceof DiskRefusal)) throw error
      this.#database = null
      throw new Failure('device-storage-full', {}, { cause: error })
    }
  }

  #opened(): Promise<Database> {
    this.#database ??= this.#disk.open(this.#name, STORES, () => {
      this.#database = null
    })
    this.#database.catch(() => {
      this.#database = null
    })
    return this.#database
  }
}
