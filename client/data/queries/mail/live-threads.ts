import type { Finding } from '../finding/finding.ts'
import { placeFor } from '../lists/place-for.ts'
import type { LiveAnswer } from '../live-answer.ts'
import type { Entry } from './entry.ts'
import { HELD } from './known-letters.ts'
import type { MailThreadsAnswer, MailThreadsQuery } from './query.ts'
import { type RowGround, threadRow } from './thread-row.ts'
import type { Thread } from './threads.ts'
import { type Around, isUnread, standsIn } from './where.ts'

/** A thread in a list, by its newest letter there. */
interface Listed {
  readonly thread: Thread
  readonly at: number
  readonly key: string
}

/** More threads than this at once, and making the list anew is quicker than mending it. */
const FEW = 300

/** What threads are listed from. */
export interface ThreadsGround extends RowGround {
  readonly finding: Pick<Finding, 'every'>
}

/** A list of threads that is kept: of a change its own thread is taken out and put in where it now belongs. */
export class LiveThreads implements LiveAnswer<MailThreadsQuery> {
  readonly hears = 'mail'
  readonly #ground: ThreadsGround
  #query: MailThreadsQuery
  #listed: Listed[] | null = null
  #places = new Map<Thread, Listed>()
  readonly #touched = new Set<Thread>()
  readonly #end: () => void
  #found: ReadonlySet<string> | null = null
  /** What was found of each collection. */
  #sets: readonly ReadonlySet<string>[] = []

  constructor(ground: ThreadsGround, query: MailThreadsQuery) {
    this.#ground = ground
    this.#query = query
    this.#end = ground.known.observe((threads) => {
      for (const thread of threads) this.#touched.add(thread)
    })
  }

  ask(query: MailThreadsQuery): void {
    const isSame = (['where', 'onlyUnread', 'search'] as const).every(
      (part) => JSON.stringify(query[part]) === JSON.stringify(this.#query[part]),
    )
    if (!isSame) this.#listed = null
    if (!isSame) this.#sets = []
    this.#query = query
  }

  /** Names that rows show, and what was merged. */
  take(changed: ReadonlyMap<string, unknown>): boolean {
    if (this.#query.where.in === 'customer' && changed.has('customers')) this.#listed = null
    return changed.has('customers') || changed.has('orders')
  }

  answer(): MailThreadsAnswer {
    const found = this.#sought()
    if (found !== this.#found) this.#listed = null
    this.#found = found
    if (this.#listed === null || this.#touched.size > FEW) this.#make()
    else this.#mend(this.#listed)
    this.#touched.clear()
    const { from, to } = this.#query
    const listed = this.#listed ?? []
    const rows = listed.slice(from, to).map(({ thread }) => threadRow(this.#ground, thread, this.#inside(thread)))
    return { what: 'mailThreads', length: listed.length, from, rows, isWhole: this.#ground.known.isWhole }
  }

  close(): void {
    this.#end()
  }

  #make(): void {
    const all = [...this.#ground.known.threads.all()].flatMap((thread) => this.#look(thread) ?? [])
    this.#listed = all.sort(newestFirst)
    this.#places = new Map(all.map((one) => [one.thread, one]))
  }

  /** All go out before any comes in: where two became one, both stood under a letter that is now in the one. */
  #mend(listed: Listed[]): void {
    for (const thread of this.#touched) {
      const before = this.#places.get(thread)
      if (before) listed.splice(placeFor(listed, before, newestFirst), 1)
      this.#places.delete(thread)
    }
    for (const thread of this.#touched) {
      const after = this.#look(thread)
      if (after === null) continue
      listed.splice(placeFor(listed, after, newestFirst), 0, after)
      this.#places.set(thread, after)
    }
  }

  #look(thread: Thread): Listed | null {
    const inside = this.#inside(thread)
    const [newest] = inside
    const { folders } = this.#ground.known
    const isLeftOut = this.#query.onlyUnread && !inside.some((entry) => isUnread(entry, folders))
    if (newest === undefined || isLeftOut) return null
    return { thread, at: newest.at, key: newest.id }
  }

  /** Its letters that stand here, the newest first. */
  #inside(thread: Thread): Entry[] {
    const around = this.#around()
    const inside = [...thread.letters.values()].filter((entry) => standsIn(entry, this.#query.where, around))
    return inside.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  }

  #around(): Around {
    const { known, directory } = this.#ground
    return {
      folders: known.folders,
      meant: (customer) => directory.customer(customer) ?? customer,
      found: this.#found,
    }
  }

  /** The ids of all letters with the words; the same set until others are found. */
  #sought(): ReadonlySet<string> | null {
    const text = this.#query.search.trim()
    if (text === '') return null
    const sets = HELD.map((name) => this.#ground.finding.every(name, { text, person: null }))
    if (sets.every((set, i) => set === this.#sets[i])) return this.#found
    this.#sets = sets
    return new Set(sets.flatMap((set) => [...set]))
  }
}

function newestFirst(a: Listed, b: Listed): number {
  return b.at - a.at || (a.key < b.key ? 1 : a.key > b.key ? -1 : 0)
}
