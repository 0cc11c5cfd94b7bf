import { rm } from 'node:fs/promises'
import type { Logger } from 'pino'
import type { Failure } from '../../../shared/errors.ts'
import { backupsIn } from '../backup/listing.ts'
import type { Backup } from '../backup/make.ts'
import { makeBackupAside } from '../backup/making.ts'
import { diskFailure } from '../disk.ts'
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
  readonly folder: string
  readonly backups: readonly Backup[]
  /** Why the last one was not made, and when that was; null: it was. */
  readonly failed: { readonly failure: Failure; readonly at: number } | null
  /** When the next one is made; null: never by itself. */
  readonly next: number | null
  /** The last one is older than 36 hours, or there is none in a company that is as old. */
  readonly isLate: boolean
  readonly isMaking: boolean
}

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
  #timer: NodeJS.Timeout | null = null
  #making: Promise<Backup> | null = null
  #failed: BackupsState['failed'] = null
  #warned = 0

  constructor(options: BackupsOptions) {
    this.#options = options
    this.#now = options.now ?? Date.now
    this.#begun = this.#now()
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
    const { to, at } = this.#options
    const backups = backupsIn(to)
    return {
      folder: to,
      backups,
      failed: this.#failed,
      next: at === null ? null : nextDue(this.#now(), at, await this.#options.zone()),
      isLate: this.#isLate(backups),
      isMaking: this.#making !== null,
    }
  }

  /** How old the last backup is, seconds; NaN where there is none. */
  age(): number {
    const [last] = backupsIn(this.#options.to)
    return last ? (this.#now() - last.made) / 1000 : Number.NaN
  }

  /** Whether the last try failed. */
  get hasFailed(): boolean {
    return this.#failed !== null
  }

  async #make(): Promise<Backup> {
    const { data, databaseUrl = null, to, log } = this.#options
    try {
      const backup = await makeBackupAside({ data, databaseUrl, to, now: this.#now() })
      this.#failed = null
      const { folder, damaged } = backup
      if (damaged.length > 0) log.error({ folder, damaged }, 'documents are damaged: the backup has them as they are')
      log.info({ folder }, 'backup made')
      await this.#letGo()
      return backup
    } catch (error) {
      const failure = diskFailure(error, to)
      this.#failed = { failure, at: this.#now() }
      throw failure
    }
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

  /** Of a night that another process was to make, this one sees what stands in its own folder alone. */
  #isLate([last]: readonly Backup[]): boolean {
    return this.#isKeeper && (last?.made ?? this.#begun) < this.#now() - LATE
  }

  #warn(): void {
    const now = this.#now()
    const [last] = backupsIn(this.#options.to)
    if (!this.#isLate(last ? [last] : []) || this.#warned > now - AGAIN) return
    this.#warned = now
    this.#options.log.warn({ last: last?.made ?? null }, 'there has been no backup for more than 36 hours')
  }
}
