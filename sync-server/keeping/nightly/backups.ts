import { rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { Logger } from 'pino'
import { Failure } from '../../../shared/errors.ts'
import { backupsIn } from '../backup/listing.ts'
import { makeBackupAside } from '../backup/making.ts'
import type { Backup } from '../backup/manifest.ts'
import { diskFailure } from '../disk.ts'
import { type NotedBackup, Notes } from './noted.ts'
import { type Keep, outdated } from './retention.ts'
import { lastDue, nextDue } from './schedule.ts'

export interface BackupsOptions {
  /** The data folder. */
  readonly data: string
  /** The database that holds the company beside it; null: the folder has all. */
  readonly databaseUrl?: string | null
  /** The folder that backups stand in. */
  readonly to: string
  /** When one is made each night, `HH:MM`; null: never by itself. */
  readonly at: string | null
  readonly keep: Keep
  readonly log: Logger
  /** Whether this is the one of several processes that makes them by itself; by itself a process is. */
  isKeeper?(): boolean
  /** The zone of the company's clock. */
  zone(): Promise<string>
  /** Ms since 1970. */
  now?(): number
}

/** How it is with backups. Times are ms since 1970. */
export interface BackupsState {
  /** The machine that the last one was made on, and the folder that backups stand in there; null: this one. */
  readonly server: string | null
  readonly folder: string
  /** How many stand there. */
  readonly count: number
  /** The last one; null: none is known. */
  readonly last: LastBackup | null
  /** Why the last one was not made, and when that was; null: it was. */
  readonly failed: { readonly failure: Failure; readonly at: number } | null
  /** When the next one is made; null: never by itself. */
  readonly next: number | null
  /** The last one is older than 36 hours, or there is none in a company that is as old. */
  readonly isLate: boolean
  readonly isMaking: boolean
}

export type LastBackup = Pick<NotedBackup, 'made' | 'bytes' | 'damaged'>

/** A night was missed, and half a day went by, ms. */
const LATE = 36 * 3600_000
/** It looks so often whether one is due, first after so long, and tries again so long after a failure, ms. */
const LOOK = 60_000
const AGAIN = 3600_000

/** Makes a backup every night, and whenever it is asked; lets those go that are older than is to be kept (SPEC K4 to K7). */
export class Backups {
  readonly #options: BackupsOptions
  readonly #now: () => number
  readonly #begun: number
  readonly #notes: Notes
  #timer: NodeJS.Timeout | null = null
  #making: Promise<Backup> | null = null
  #failed: BackupsState['failed'] = null
  #warned = 0

  constructor(options: BackupsOptions) {
    this.#options = options
    this.#now = options.now ?? Date.now
    this.#begun = this.#now()
    this.#notes = new Notes(options.databaseUrl ?? null, options.log)
  }

  begin(): void {
    if (this.#options.at === null) return
    this.#timer = setTimeout(() => {
      void this.look().finally(() => {
        if (this.#timer) this.begin()
      })
    }, LOOK).unref()
  }

  /** Ends it; a backup that is being made is waited for. */
  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    await Promise.allSettled([this.#making])
  }

  /** Makes one if a night has passed since the last; warns when there has been none for long. */
  async look(): Promise<void> {
    const { at, log } = this.#options
    await this.#notes.hear()
    if (!this.#isKeeper) return
    try {
      if (at !== null && (await this.#isDue(at))) await this.make()
    } catch (error) {
      log.error({ err: error }, 'no backup was made')
    }
    this.#warn()
  }

  /** Makes a backup now, or waits for the one that is being made. Failures as of `makeBackup`. */
  make(): Promise<Backup> {
    this.#making ??= this.#make().finally(() => {
      this.#making = null
    })
    return this.#making
  }

  async state(): Promise<BackupsState> {
    const { at, zone } = this.#options
    await this.#notes.hear()
    return {
      ...this.#standing(),
      failed: this.#lastFailed(),
      next: at === null ? null : nextDue(this.#now(), at, await zone()),
      isLate: this.#isLate(),
      isMaking: this.#making !== null,
    }
  }

  /** How old the last backup is, seconds; NaN where there is none. */
  age(): number {
    const { last } = this.#standing()
    return last ? (this.#now() - last.made) / 1000 : Number.NaN
  }

  /** Whether the last try failed. */
  get hasFailed(): boolean {
    return this.#lastFailed() !== null
  }

  async #make(): Promise<Backup> {
    const { data, databaseUrl = null, to, log } = this.#options
    try {
      const backup = await makeBackupAside({ data, databaseUrl, to, now: this.#now() })
      this.#failed = null
      const { folder, damaged } = backup
      if (damaged.length > 0) log.error({ folder, damaged }, 'documents are damaged: the backup has them as they are')
      log.info({ folder }, 'backup made')
      await this.#letGo().finally(() => this.#tellMade())
      return backup
    } catch (error) {
      const failure = diskFailure(error, to)
      this.#failed = { failure, at: this.#now() }
      const { code, params } = failure
      await this.#notes.tell({ failed: { at: this.#now(), code, params } })
      throw failure
    }
  }

  async #tellMade(): Promise<void> {
    const own = ownIn(this.#options.to)
    if (own) await this.#notes.tell({ made: { server: hostname(), ...own } })
  }

  /** Where the last backup stands that this server knows of. */
  #standing(): Pick<BackupsState, 'server' | 'folder' | 'count' | 'last'> {
    const { to } = this.#options
    const [own, told] = [ownIn(to), this.#notes.latest.made]
    // What this server itself has told it sees better in its folder.
    const isOwn = told?.server === hostname() && told.folder === to
    if (told && !isOwn && told.made > (own?.made ?? 0)) return { ...told, last: told }
    return { server: null, folder: to, count: own?.count ?? 0, last: own }
  }

  /** The last try of any server, where it made none. */
  #lastFailed(): BackupsState['failed'] {
    const told = this.#notes.latest.failed
    const ofOthers = told && { failure: new Failure(told.code, told.params), at: told.at }
    const last = (this.#failed?.at ?? 0) >= (told?.at ?? 0) ? this.#failed : ofOthers
    return last && last.at >= (this.#standing().last?.made ?? 0) ? last : null
  }

  async #letGo(): Promise<void> {
    const { to, keep, log } = this.#options
    for (const { folder } of outdated(backupsIn(to), keep, await this.#options.zone(), this.#now())) {
      await rm(folder, { recursive: true })
      log.info({ folder }, 'old backup removed')
    }
  }

  async #isDue(at: string): Promise<boolean> {
    const now = this.#now()
    if (this.#failed !== null && this.#failed.at > now - AGAIN) return false
    const last = backupsIn(this.#options.to)[0]?.made ?? 0
    return last < lastDue(now, at, await this.#options.zone())
  }

  get #isKeeper(): boolean {
    return this.#options.isKeeper?.() ?? true
  }

  #isLate(): boolean {
    return (this.#standing().last?.made ?? this.#begun) < this.#now() - LATE
  }

  #warn(): void {
    const now = this.#now()
    if (!this.#isLate() || this.#warned > now - AGAIN) return
    this.#warned = now
    this.#options.log.warn(
      { last: this.#standing().last?.made ?? null },
      'there has been no backup for more than 36 hours',
    )
  }
}

/** The last backup of a folder; null: there is none. */
function ownIn(folder: string): Omit<NotedBackup, 'server'> | null {
  const backups = backupsIn(folder)
  const [last] = backups
  if (!last) return null
  const bytes = last.files.reduce((sum, file) => sum + file.bytes, 0)
  return { folder, count: backups.length, made: last.made, bytes, damaged: last.damaged.length }
}
