import type { Row } from '../../../../shared/records/declarations/collection.ts'
import { rings } from '../../../../shared/reminders/collections.ts'
import { type Asked, ringsAt } from '../../../../shared/reminders/rings.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import { KnownRings } from './known-rings.ts'
import type { DueRing, RingsAnswer } from './query.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** What was due longer ago is told no more. */
const TOLD = 14 * DAY
/** How far ahead rings are known. */
const AHEAD = 2 * DAY
/** The clock is looked at that often at least (ms): a timer set for longer would sleep with the device. */
const LOOK = 30_000

/** What rings for a person, and when the next one does: a worker's timer wakes it, which no browser slows as it does a page's. */
export class LiveRings {
  readonly #directory: Directory
  readonly #who: Pick<Asked, 'person' | 'user'>
  readonly #known: KnownRings
  readonly #began: number
  readonly #due: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `due` is called when another one rings. */
  constructor(directory: Directory, user: string, due: () => void) {
    this.#directory = directory
    this.#who = { person: directory.around().me, user }
    this.#due = due
    this.#began = directory.now
    this.#known = new KnownRings(directory, this.#asked())
    this.#wait()
  }

  /** Takes in changes; whether they may touch the answer. */
  take(changed: ItemsChanged): boolean {
    const isTouched = this.#known.take(changed) || changed.has('rings') || changed.has('company')
    if (isTouched) this.#wait()
    return isTouched
  }

  answer(): RingsAnswer {
    const { now } = this.#directory
    if (this.#known.span.to - now < DAY) this.#known.ask(this.#asked())
    const due = [...this.#rising()].filter(({ rises }) => rises <= now).sort((a, b) => a.rises - b.rises)
    return { what: 'rings', due }
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #asked(): Asked {
    const { now } = this.#directory
    return { ...this.#who, from: now - TOLD, to: now + AHEAD }
  }

  /** What is still to be heard, and when. */
  *#rising(): Generator<DueRing> {
    for (const ring of this.#known.all()) {
      const rises = ringsAt(ring, this.#heard(ring.id))
      if (rises !== null) yield { ...ring, rises, isMissed: rises < this.#began }
    }
  }

  #heard(id: string): Row<typeof rings> | null {
    return this.#directory.typed(rings, id)
  }

  /** Until the next one rings, or the clock is to be looked at: it may have been put right, and the device may have slept. */
  #wait(): void {
    clearTimeout(this.#timer)
    const { now } = this.#directory
    const next = [...this.#rising()].reduce(
      (least, { rises }) => (rises > now ? Math.min(least, rises) : least),
      Number.POSITIVE_INFINITY,
    )
    this.#timer = setTimeout(() => this.#look(next), Math.min(next - now, LOOK))
  }

  #look(next: number): void {
    if (this.#directory.now >= next) this.#due()
    this.#wait()
  }
}
