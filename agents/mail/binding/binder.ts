import { quarterOf } from '../../../shared/documents/quarter.ts'
import { shelves } from '../../../shared/documents/shelves.ts'
import { letters, ownLetters } from '../../../shared/letters/collections.ts'
import { outsiders } from '../../../shared/letters/people.ts'
import { DAY_MS } from '../../../shared/time/days.ts'
import type { Agent, AgentGround } from '../../runtime/agent.ts'
import { Waking } from '../../runtime/waking.ts'
import { bindByItself } from './bind.ts'
import { type Surroundings, surroundingsOf } from './surroundings.ts'

/** So many letters are bound before others have their turn. */
const SLICE = 100
/** It looks so often at least whether it is asked to stop, ms. */
const LOOK = 60_000
/** So many days are looked through at a start. */
const DAYS_AT_START = 90

/** Binds letters that were nobody's when customers come to have their addresses (SPEC MP17). */
export const binder: Agent = {
  name: 'binder',
  feature: 'mail',
  run: (ground) => new Work(ground).run(),
}

class Work {
  readonly #ground: AgentGround
  readonly #around: Surroundings
  readonly #waking = new Waking()
  #waiting = new Set<string>()

  constructor(ground: AgentGround) {
    this.#ground = ground
    this.#around = surroundingsOf(ground.replica)
  }

  async run(): Promise<void> {
    const { signal } = this.#ground
    const wake = () => this.#waking.wake()
    const forget = this.#around.observe((addresses) => {
      for (const one of addresses) this.#waiting.add(one)
      wake()
    })
    signal.addEventListener('abort', wake)
    try {
      // What changed while no agent ran.
      await this.#bindAll(this.#documents(DAYS_AT_START), null)
      while (!signal.aborted) {
        const woken = this.#waking.next()
        const addresses = this.#waiting
        this.#waiting = new Set()
        if (addresses.size > 0) await this.#bindAll(this.#documents(null), addresses)
        else await this.#waking.within(woken, LOOK)
      }
    } finally {
      forget()
      signal.removeEventListener('abort', wake)
    }
  }

  /** Documents of letters, people's own among them, the newest first; null: all that there are. */
  #documents(days: number | null): readonly string[] {
    const since = days === null ? '' : quarterOf(Date.now() - days * DAY_MS)
    const all = [...this.#ground.replica.rows(shelves)].flatMap(({ document }) => document ?? [])
    const families: readonly string[] = [letters.family, ownLetters.family]
    const meant = all.filter((name) => families.includes(familyIn(name)) && quarterIn(name) >= since)
    return meant.sort((one, other) => quarterIn(other).localeCompare(quarterIn(one)))
  }

  /** Binds the unbound letters of documents that one of the addresses has to do with; null: whichever. */
  async #bindAll(documents: readonly string[], addresses: ReadonlySet<string> | null): Promise<void> {
    for (const name of documents) {
      if (this.#ground.signal.aborted) return
      const twins = name.replace(/\/mail\/[^/]+\//, `/${letters.family}/common/`)
      await this.#ground.documents.hold([name, twins], async () => {
        const ids = this.#unbound(name, addresses)
        for (let at = 0; at < ids.length && !this.#ground.signal.aborted; at += SLICE) {
          this.#ground.replica.write((tx) => {
            for (const id of ids.slice(at, at + SLICE)) bindByItself(tx, id, this.#around)
          })
          await this.#ground.replica.saved([name, twins])
        }
      })
    }
  }

  /** The ids of a document’s letters that are to be looked at. */
  #unbound(name: string, addresses: ReadonlySet<string> | null): readonly string[] {
    const { replica } = this.#ground
    const isOwn = (address: string) => this.#around.isOwn(address)
    const isMeant = (address: string) => (addresses ? addresses.has(address) : this.#around.owners(address).length > 0)
    const collection = familyIn(name) === ownLetters.family ? ownLetters : letters
    const found: string[] = []
    for (const row of replica.rowsIn(name, collection)) {
      if (row.customer !== null) continue
      if (outsiders(row, isOwn).some(isMeant)) found.push(row.id)
    }
    return found
  }
}

const familyIn = (name: string) => name.split('/')[1] ?? ''
const quarterIn = (name: string) => name.split('/').at(-1) ?? ''
