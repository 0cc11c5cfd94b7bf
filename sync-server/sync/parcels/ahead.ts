import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { parseDocument } from '../../../shared/documents/documents.ts'
import { QUARTERLY } from '../../../shared/documents/families.ts'
import type { DocumentMark, Storage } from '../../storage/storage.ts'
import type { Parcels } from './parcels.ts'

export interface AheadOptions {
  readonly storage: Pick<Storage, 'documents'>
  readonly parcels: Pick<Parcels, 'of' | 'stands' | 'tidy'>
  readonly log: Logger
  readonly pace?: Partial<Pace>
}

/** All of it in ms. */
export interface Pace {
  /** From the start to the first look, and from one look to the next. */
  readonly first: number
  readonly every: number
  /** How long nobody must have written a quarter. */
  readonly quiet: number
  /** Between two of them, at least. */
  readonly rest: number
  /** Until one that could not be made is tried again. */
  readonly again: number
}

const MINUTE = 60_000
const PACE: Pace = { first: MINUTE / 2, every: 5 * MINUTE, quiet: 60 * MINUTE, rest: 500, again: 60 * MINUTE }

/** It rests so many times longer than making took, so that the processor is everybody else's nearly all of the time. */
const RESTS = 3

/** Has the parcels of quiet quarters made before anybody asks, one at a time (SPEC J38): then no new device waits for one. */
export class Ahead {
  readonly #options: AheadOptions
  readonly #pace: Pace
  readonly #ending = new AbortController()
  /** How far documents had come whose parcels stand. */
  readonly #standing = new Map<string, string>()
  /** Those that could not be made, and when that was tried last, ms since 1970. */
  readonly #failed = new Map<string, number>()
  /** Quiet quarters whose parcels do not stand; null before the first look. */
  #lacking: Set<string> | null = null
  #isTold = false
  #running: Promise<void> = Promise.resolve()

  constructor(options: AheadOptions) {
    this.#options = options
    this.#pace = { ...PACE, ...options.pace }
  }

  /** How many quiet quarters have no parcel yet; NaN before the first look. */
  get lacking(): number {
    return this.#lacking?.size ?? Number.NaN
  }

  begin(): void {
    this.#running = this.#run().catch((error: unknown) => {
      if (!this.#ending.signal.aborted) throw error
    })
  }

  /** No further one is begun; what is being made ends with the parcels. */
  stop(): Promise<void> {
    this.#ending.abort()
    return this.#running
  }

  async #run(): Promise<void> {
    await this.#rest(this.#pace.first)
    for (;;) {
      await this.#tryLook()
      await this.#rest(this.#pace.every)
    }
  }

  /** A look that fails is told once, until one does not. */
  async #tryLook(): Promise<void> {
    try {
      await this.#look()
      this.#isTold = false
    } catch (err) {
      this.#ending.signal.throwIfAborted()
      if (!this.#isTold) this.#options.log.error({ err }, 'parcels not looked through')
      this.#isTold = true
    }
  }

  async #look(): Promise<void> {
    const marks = await this.#options.storage.documents()
    const lacking = marks.filter((mark) => this.#isQuiet(mark) && this.#standing.get(mark.document) !== placeOf(mark))
    const isFirst = this.#lacking === null
    this.#lacking = new Set(lacking.map(({ document }) => document))
    // While it runs no document goes, and there is no other maker.
    if (isFirst) await this.#options.parcels.tidy(marks.map(({ document }) => document))
    const before = Date.now() - this.#pace.again
    const due = lacking.filter(({ document }) => (this.#failed.get(document) ?? before) <= before)
    for (const mark of due.sort(byWant)) await this.#bring(mark)
  }

  #isQuiet(mark: DocumentMark): boolean {
    const known = parseDocument(mark.document, Date.now())
    if (!known || !QUARTERLY.includes(known.family)) return false
    return isPacked(mark) || mark.changed <= Date.now() - this.#pace.quiet
  }

  async #bring(mark: DocumentMark): Promise<void> {
    const { document } = mark
    const begun = performance.now()
    try {
      if (await this.#stand(document)) this.#noteStanding(mark)
      else this.#failed.set(document, Date.now())
    } catch (err) {
      this.#ending.signal.throwIfAborted()
      if (!this.#failed.has(document)) this.#options.log.error({ document, err }, 'a parcel was not made ahead')
      this.#failed.set(document, Date.now())
    }
    await this.#rest(Math.max(this.#pace.rest, RESTS * (performance.now() - begun)))
  }

  /** False where it was made and does not stand: the disk did not take it, or somebody has written since. */
  async #stand(document: string): Promise<boolean> {
    const { parcels } = this.#options
    if (await parcels.stands(document)) return true
    await parcels.of(document)
    return parcels.stands(document)
  }

  #noteStanding(mark: DocumentMark): void {
    this.#standing.set(mark.document, placeOf(mark))
    this.#failed.delete(mark.document)
    this.#lacking?.delete(mark.document)
  }

  async #rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#ending.signal, ref: false })
  }
}

/** Whether nobody has written since it was packed: that happens to few documents ever. */
function isPacked({ last, packed }: DocumentMark): boolean {
  return last === packed
}

/** What changes with every write, and with every new generation. */
function placeOf({ last, packed }: DocumentMark): string {
  return `${last} ${packed}`
}

/** Those that are packed before the others, and the newest first, as devices want them. */
function byWant(one: DocumentMark, other: DocumentMark): number {
  return Number(isPacked(other)) - Number(isPacked(one)) || (one.document < other.document ? 1 : -1)
}
