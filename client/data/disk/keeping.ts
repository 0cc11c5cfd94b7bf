import { type Database, type Disk, DiskRefusal, type Step } from './disk.ts'
import type { Owing, Refusals } from './refusals.ts'

/** What stands in memory and is to stand in a database. */
export interface Contents {
  readonly stores: readonly string[]
  /** Stores of the same database that are not so: what stands there can be made anew. */
  readonly beside?: readonly string[]
  /** Reads what the database has, into what is in memory already. */
  read(database: Database): Promise<void>
  /** The steps after which the database has all of it and nothing else. */
  whole(): readonly Step[]
  /** How many rows the database has of it when every write was taken. */
  count(): number
  /** The browser has taken the database away with all that stood in it; it is about to be written anew. */
  wiped?(): void
}

/** Where a database stands, and who is told what it does not take. */
export interface Place {
  readonly disk: Disk
  readonly name: string
  readonly refusals: Refusals
}

/**
 * Keeps a database as what stands in memory. After a write that was refused nothing further is written but all of it
 * anew, in one transaction: what comes behind a gap would be of no use. A database that the browser took away is opened
 * again, and written anew if it is not as it was.
 */
export class Keeping implements Owing {
  readonly #place: Place
  readonly #contents: Contents
  readonly #running = new Set<Promise<void>>()
  /** Null while it is out of reach. */
  #database: Database | null = null
  /** Whether memory has what was not taken: then all is to be written anew. */
  #isOwing: boolean
  #hasRead: boolean
  #isClosed = false
  #mending: Promise<boolean> | null = null
  #refusal: DiskRefusal | null = null

  /** `isAnew`: the database is to have what stands in memory, whatever it has. */
  constructor(place: Place, contents: Contents, isAnew = false) {
    this.#place = place
    this.#contents = contents
    this.#hasRead = isAnew
    this.#isOwing = isAnew
  }

  /** Reads what the database has. Rejects with a DiskRefusal, and then it is not tried again. */
  async begin(): Promise<void> {
    await this.#reach()
  }

  /** Writes what has changed in memory. */
  write(steps: readonly Step[]): void {
    if (this.#database !== null && !this.#isOwing) {
      this.#follow(this.#database.write(steps))
      return
    }
    this.#isOwing = true
    void this.mend()
  }

  /**
   * Writes what stands beside, when all else is on disk; resolves with whether it was taken. What is refused is not owed:
   * whatever else that costs, the next write meets itself.
   */
  async putBeside(stepsFor: (database: Database) => Promise<readonly Step[]>): Promise<boolean> {
    try {
      await this.flushed()
      if (this.#database === null) return false
      await this.#database.write(await stepsFor(this.#database))
      return true
    } catch (error) {
      if (!(error instanceof DiskRefusal)) throw error
      return false
    }
  }

  /** Resolves when all that stands in memory now is on disk; rejects with a DiskRefusal when that is not taken. */
  async flushed(): Promise<void> {
    await Promise.all(this.#running)
    if (this.#isThere() || (await this.mend())) return
    throw this.#refusal ?? new DiskRefusal('the database is closed')
  }

  /** Reads what the database has, if that is not done, and writes all anew, if any was refused. */
  mend(): Promise<boolean> {
    this.#mending ??= this.#mend().finally(() => {
      this.#mending = null
    })
    return this.#mending
  }

  /** Ends it; what was written goes to disk still, if the disk takes it. */
  async close(): Promise<void> {
    if (this.#isOwing) await this.mend()
    this.#isClosed = true
    this.#place.refusals.delete(this)
    this.#database?.close()
  }

  #isThere(): boolean {
    return this.#database !== null && !this.#isOwing
  }

  async #mend(): Promise<boolean> {
    if (this.#isClosed) return false
    try {
      const database = this.#database ?? (await this.#reach())
      if (this.#isOwing) await this.#rewrite(database)
    } catch (error) {
      this.#refused(error)
    }
    if (this.#isThere()) this.#place.refusals.delete(this)
    return this.#isThere()
  }

  /** What changes from here on is written behind it. */
  async #rewrite(database: Database): Promise<void> {
    this.#isOwing = false
    const writing = database.write(this.#contents.whole())
    this.#follow(writing)
    await writing
  }

  async #reach(): Promise<Database> {
    const { disk, name } = this.#place
    const { stores, beside = [] } = this.#contents
    const database: Database = await disk.open(name, [...stores, ...beside], () => this.#lost(database))
    if (this.#hasRead) await this.#compare(database)
    else await this.#contents.read(database)
    this.#hasRead = true
    this.#database = database
    return database
  }

  /** Whether a database that is opened again has what was written to it. */
  async #compare(database: Database): Promise<void> {
    if (database.isFresh) this.#contents.wiped?.()
    if ((await database.count(this.#contents.stores)) !== this.#contents.count()) this.#isOwing = true
  }

  #lost(database: Database): void {
    if (this.#database !== database || this.#isClosed) return
    this.#database = null
    void this.mend()
  }

  #follow(writing: Promise<void>): void {
    const settled = writing
      .catch((error: unknown) => {
        this.#isOwing = true
        this.#refused(error)
      })
      .finally(() => {
        this.#running.delete(settled)
      })
    this.#running.add(settled)
  }

  /** A connection on which anything failed is not used again: Chromium may have closed it. */
  #refused(error: unknown): void {
    if (!(error instanceof DiskRefusal)) throw error
    this.#refusal = error
    this.#database?.close()
    this.#database = null
    if (!this.#isClosed) this.#place.refusals.add(this)
  }
}
