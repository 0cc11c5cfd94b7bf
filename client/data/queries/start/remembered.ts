import type { Meta } from '../../device/meta.ts'
import type { Answer, Query } from '../query.ts'
import { isForOneDay, mayRemember } from './may-remember.ts'

/** What stands in the store: answers by their queries' texts, the one that was noted last at the end. */
interface Stored {
  /** The build that made them, and the plain date on which they were made. */
  readonly build: string
  readonly day: string
  readonly answers: readonly (readonly [query: string, answer: Answer])[]
}

/** How the memory is to be taken. */
export interface MemoryOptions {
  /** The build that runs: another may have given its answers another form. */
  readonly build: string
  /** The plain date of now. */
  today(): string
}

const KEY = 'answers'
/** Lists, and the small answers that the frame shows. */
const MOST = 32
/** Answers are written together, so long (ms) after the first of them. */
const GATHER = 1000

/**
 * The answers that stood on the screens last: at the next start they are shown at once, marked as remembered, until the
 * live ones are there.
 */
export class Remembered {
  readonly #meta: Meta
  readonly #options: MemoryOptions
  readonly #answers: Map<string, Answer>
  #timer: ReturnType<typeof setTimeout> | null = null

  private constructor(meta: Meta, options: MemoryOptions, answers: Map<string, Answer>) {
    this.#meta = meta
    this.#options = options
    this.#answers = answers
  }

  static open(meta: Meta, options: MemoryOptions): Remembered {
    const stored = meta.get<Stored>('facts', KEY)
    const isOurs = stored?.build === options.build
    const isOfToday = stored?.day === options.today()
    const answers = (isOurs ? stored.answers : []).filter(([text]) => isOfToday || !isForOneDay(JSON.parse(text)))
    return new Remembered(meta, options, new Map(answers))
  }

  /** Whether nothing is remembered: then there is nothing to begin with. */
  get isEmpty(): boolean {
    return this.#answers.size === 0
  }

  /** The answer to the very same query as it stood last; null where none is remembered. */
  get(query: Query): Answer | null {
    const answer = this.#answers.get(JSON.stringify(query))
    if (answer === undefined) return null
    return answer.what === 'list' ? { ...answer, remembered: true } : answer
  }

  /** Takes in a live answer. */
  note(query: Query, answer: Answer): void {
    if (!mayRemember(query, answer)) return
    const text = JSON.stringify(query)
    this.#answers.delete(text)
    this.#answers.set(text, answer)
    for (const oldest of [...this.#answers.keys()].slice(0, -MOST)) this.#answers.delete(oldest)
    this.#timer ??= setTimeout(() => this.#write(), GATHER)
  }

  /** Forgets all: what stands on the screens is noted again with its next answer. */
  forget(): void {
    this.close()
    this.#answers.clear()
    this.#write()
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #write(): void {
    this.#timer = null
    const { build, today } = this.#options
    const stored: Stored = { build, day: today(), answers: [...this.#answers] }
    this.#meta.put('facts', KEY, stored)
  }
}
