import { agentPlaces } from '../../shared/effects/collections.ts'
import type { Ground } from './ground.ts'

/** The record of how far all engines of the company are. */
const ENGINES = 'workflow'
/** It is written once in this time at most, ms. */
const REST = 60_000
/** What was told so lately and is awaited is heard anew on a new disk, ms. */
const LATELY = 600_000

type Needs = Pick<Ground, 'replica' | 'memory' | 'now'>

/** Notes in the company how far its engines have heard: a folder that is lost takes its places with it (SPEC WF3). */
export class Noting {
  readonly #ground: Needs
  #heard: number | null = null
  #noted = 0

  constructor(ground: Needs) {
    this.#ground = ground
  }

  /** All is planned and saved up to this number of the journal. */
  heard(journal: number): void {
    this.#heard = journal
  }

  /** Notes what was heard, unless it was noted a moment ago; says when to look again, ms, or null. */
  look(): number | null {
    if (this.#heard === null) return null
    const due = this.#noted + REST
    if (this.#ground.now() < due) return due
    this.note()
    return null
  }

  note(): void {
    if (this.#heard === null) return
    const place = this.#place(this.#heard)
    this.#heard = null
    this.#noted = this.#ground.now()
    this.#ground.replica.write((tx) => {
      const found = tx.find(agentPlaces, ENGINES)
      if (!found) tx.create(agentPlaces, ENGINES, { journal: place })
      // Another engine may be further: what it has done is done.
      else if (place > (found.journal ?? 0)) tx.set(agentPlaces, ENGINES, { journal: place })
    })
  }

  /** Before what is awaited still, since that is remembered in this folder alone. */
  #place(heard: number): number {
    const { memory, now } = this.#ground
    const told = [...memory.awaited.values()].flatMap((one) => [...one.values()])
    return told.reduce((least, { at, journal }) => (at > now() - LATELY ? Math.min(least, journal - 1) : least), heard)
  }
}

/** How far the engines of the company have heard, as far as it was noted; null: none has. */
export function notedPlace({ replica }: Pick<Ground, 'replica'>): number | null {
  return [...replica.rows(agentPlaces)].find(({ id }) => id === ENGINES)?.journal ?? null
}
