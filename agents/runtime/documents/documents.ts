import { COMMON } from '../../../shared/documents/families.ts'
import { nextQuarter, quarterOf } from '../../../shared/documents/quarter.ts'
import { shelves } from '../../../shared/documents/shelves.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Replica } from '../replica.ts'

/** What every agent holds, by names without the company. */
const ALWAYS: readonly string[] = ['setup', 'goods', 'automation', `customers/${COMMON}`, 'shelves']
/** Families of which the present quarter and the next are held. */
const BY_QUARTER: readonly string[] = ['orders', 'events', 'runs']
/** So long a document that nobody needs stays open, ms, and so many of them at most. */
const IDLE = 10 * 60_000
const IDLE_MOST = 8
/** How often it is looked whether another quarter has begun, and who is idle, ms. */
const LOOK = 60_000

/** How a document is used by pieces of work. */
interface Use {
  users: number
  /** When its last user was done with it, ms of the process's own clock. */
  since: number
}

/** By what it is measured which quarter it is (ms since 1970), and how long something is idle (ms). */
interface Clock {
  today(): number
  running(): number
}

const CLOCK: Clock = { today: () => Date.now(), running: () => performance.now() }

/** Which documents the agents of a process hold: always, or as long as a piece of work needs them (SPEC RT9 to RT11). */
export class Documents {
  readonly #replica: Replica
  readonly #clock: Clock
  /** Those that are always held now. */
  #standing: ReadonlySet<string> = new Set()
  readonly #uses = new Map<string, Use>()
  #looking: NodeJS.Timeout | null = null
  #letting: Promise<void> | null = null

  constructor(replica: Replica, clock: Clock = CLOCK) {
    this.#replica = replica
    this.#clock = clock
  }

  /** Opens what is always held, and goes on doing so; resolves when all of it is here. Rejects with the server's refusal. */
  async start(onError: (error: unknown) => void): Promise<void> {
    await this.#replica.open(...ALWAYS)
    await this.look()
    const look = () => void this.look().catch(onError)
    this.#replica.observe((changes) => {
      if (changes.some(({ collection }) => collection.name === shelves.name)) look()
    })
    this.#looking = setInterval(look, LOOK)
  }

  stop(): void {
    if (this.#looking) clearInterval(this.#looking)
  }

  /**
   * Does a piece of work while these documents are open, by their whole names. Rejects with what the work throws, or with
   * the refusal of a document.
   */
  async hold<T>(names: Iterable<string>, work: () => Promise<T> | T): Promise<T> {
    const all = [...new Set(names)]
    const uses = all.map((name) => this.#useOf(name))
    for (const use of uses) use.users++
    try {
      await this.#replica.openNamed(all)
      return await work()
    } finally {
      for (const use of uses) {
        use.users--
        use.since = this.#clock.running()
      }
      if (this.#idle().length > IDLE_MOST) void this.#letGo()
    }
  }

  /** Opens what has come to be needed always, and lets go of what is idle. */
  async look(): Promise<void> {
    const before = this.#standing
    this.#standing = new Set([...ALWAYS.map((rest) => this.#named(rest)), ...this.#timely(), ...this.#withOpenOrders()])
    for (const name of before.difference(this.#standing)) this.#useOf(name)
    await this.#replica.openNamed([...this.#standing])
    await this.#letGo()
  }

  #timely(): string[] {
    const now = quarterOf(this.#clock.today())
    const quarters = [now, nextQuarter(now)]
    return BY_QUARTER.flatMap((family) => quarters.map((quarter) => this.#named(`${family}/${COMMON}/${quarter}`)))
  }

  #withOpenOrders(): string[] {
    return [...this.#replica.rows(shelves)].flatMap(({ document, open }) => (document && open ? [document] : []))
  }

  #named(rest: string): string {
    return `${this.#replica.pass.company}/${rest}`
  }

  #useOf(name: string): Use {
    const use = this.#uses.get(name) ?? { users: 0, since: this.#clock.running() }
    this.#uses.set(name, use)
    return use
  }

  /** What nobody needs, the longest idle first. */
  #idle(): [name: string, use: Use][] {
    const idle = [...this.#uses].filter(([name, { users }]) => users === 0 && !this.#standing.has(name))
    return idle.sort(([, one], [, other]) => one.since - other.since)
  }

  /** Lets go of what was idle for too long, and of what is too much; one after the other, and never twice at a time. */
  async #letGo(): Promise<void> {
    this.#letting ??= this.#letAllGo().finally(() => {
      this.#letting = null
    })
    await this.#letting
  }

  async #letAllGo(): Promise<void> {
    for (let [first] = this.#tooLong(); first; [first] = this.#tooLong()) {
      const [name, use] = first
      await this.#replica.settled(name).catch(onlyFailure)
      if (use.users > 0 || this.#standing.has(name)) continue
      this.#uses.delete(name)
      this.#replica.close(name)
    }
  }

  #tooLong(): [name: string, use: Use][] {
    const idle = this.#idle()
    const long = this.#clock.running() - IDLE
    return idle.filter(([, { since }], i) => since < long || i < idle.length - IDLE_MOST)
  }
}

/** A document that the server has refused is let go all the same: whoever wrote to it was told. */
function onlyFailure(error: unknown): void {
  if (!(error instanceof Failure)) throw error
}
