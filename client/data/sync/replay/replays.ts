import { DiskRefusal } from '../../disk/disk.ts'
import type { NotAccepted } from './not-accepted.ts'
import { replay, type Stage } from './replay.ts'

/** What replays need of the session. */
export interface ReplaysStage extends Stage {
  isOnline(): boolean
  changed(): void
}

/** A replay that was broken off while the line stands is tried again after this long, ms. */
const AGAIN = 5_000

/** The replays that are going on, and those that are to go on when there is a line. */
export class Replays {
  readonly #asides: NotAccepted
  readonly #stage: ReplaysStage
  readonly #running = new Map<string, Promise<void>>()
  /** Documents that were refused once more while they were replayed, but for the write that was being tried. */
  readonly #again = new Set<string>()
  /** Documents that were refused and are not fetched anew yet. */
  readonly #broken = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(asides: NotAccepted, stage: ReplaysStage) {
    this.#asides = asides
    this.#stage = stage
  }

  /** Replays a document that was refused. */
  begin(name: string): void {
    if (this.#running.has(name)) this.#again.add(name)
    else this.#running.set(name, this.#run(name))
  }

  /** Goes on with what a restart or a lost line broke off, if there is a line. */
  resume(): void {
    if (!this.#stage.isOnline()) return
    for (const name of new Set([...this.#broken, ...this.#asides.documents()])) this.begin(name)
  }

  /** Whether the document is being replayed, or is to be. */
  has(name: string): boolean {
    return this.#running.has(name) || this.#broken.has(name) || this.#asides.waiting(name).length > 0
  }

  /** Resolves when the document is not being replayed. */
  async ended(name: string): Promise<void> {
    await this.#running.get(name)
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  async #run(name: string): Promise<void> {
    this.#broken.add(name)
    try {
      if (await this.#replay(name)) this.#broken.delete(name)
    } catch (error) {
      // The disk took nothing: all is as it was, and is tried again.
      if (!(error instanceof DiskRefusal)) throw error
    } finally {
      this.#running.delete(name)
      if (this.#broken.has(name)) this.#resumeLater()
      this.#stage.changed()
    }
  }

  async #replay(name: string): Promise<boolean> {
    this.#again.delete(name)
    const isWhole = await replay(name, this.#asides, this.#stage)
    return isWhole && this.#again.has(name) ? this.#replay(name) : isWhole
  }

  #resumeLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.resume()
    }, AGAIN)
  }
}
