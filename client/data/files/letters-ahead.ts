import { Failure } from '../../../shared/errors.ts'
import type { Letter } from '../../../shared/letters/collections.ts'
import { parseId } from '../../../shared/records/keys/id.ts'
import { DAY_MS } from '../../../shared/time/days.ts'
import type { LetterBytes } from './letter-bytes.ts'

/** Letters that came within this time read without a network, ms. */
const QUARTER = 92 * DAY_MS
/** How often it is looked for what has come, ms, and so many are fetched each time. */
const LOOK = 60_000
const MOST = 300

/** What letters are fetched ahead from. */
export interface AheadGround {
  /** The ids of all letters that this device knows. */
  ids(): Iterable<string>
  letter(id: string): Letter | null
  isOnline(): boolean
  now(): number
  readonly bytes: Pick<LetterBytes, 'isHere' | 'open'>
}

/** Fetches the words of the last quarter's letters, the newest first, so that they read without a network (SPEC MV25). */
export class LettersAhead {
  readonly #ground: AheadGround
  /** Those that are here, or could not be had. */
  readonly #done = new Set<string>()
  #timer: ReturnType<typeof setInterval> | null = null
  #isAtWork = false
  #isClosed = false

  constructor(ground: AheadGround) {
    this.#ground = ground
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.look(), LOOK)
  }

  /** Fetches what is not here yet; ends where there is no way to the server. */
  async look(): Promise<void> {
    if (this.#isAtWork || !this.#ground.isOnline()) return
    this.#isAtWork = true
    try {
      for (const id of this.#wanted().slice(0, MOST)) if (this.#isClosed || !(await this.#fetch(id))) return
    } finally {
      this.#isAtWork = false
    }
  }

  close(): void {
    this.#isClosed = true
    if (this.#timer !== null) clearInterval(this.#timer)
  }

  #wanted(): string[] {
    const since = this.#ground.now() - QUARTER
    const found: { readonly id: string; readonly time: number }[] = []
    for (const id of this.#ground.ids()) {
      const time = parseId(id)?.time ?? 0
      if (time >= since && !this.#done.has(id)) found.push({ id, time })
    }
    return found.sort((a, b) => b.time - a.time).map(({ id }) => id)
  }

  /** False: there is no way to the server now. */
  async #fetch(id: string): Promise<boolean> {
    const { bytes } = this.#ground
    const hash = this.#ground.letter(id)?.body
    try {
      if (typeof hash === 'string' && !bytes.isHere(hash)) await bytes.open(id, hash)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.code === 'server-unreachable' || error.code === 'too-many-requests') return false
    }
    this.#done.add(id)
    return true
  }
}
