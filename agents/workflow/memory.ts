import * as v from 'valibot'
import type { Told } from '../../shared/rules/planning/heard.ts'

/** Where a small text outlives the process. */
interface Place {
  read(): string | null
  write(text: string): void
}

const told = v.object({ journal: v.number(), at: v.number(), rules: v.optional(v.array(v.string())) })
const kept = v.object({
  begun: v.number(),
  on: v.record(v.string(), v.number()),
  awaited: v.record(v.string(), v.record(v.string(), told)),
  runs: v.array(v.string()),
})
type Kept = v.InferOutput<typeof kept>

/** What the agent knows besides documents and journal, over its restarts. */
export class Memory {
  readonly #place: Place
  /** What was written last. */
  #kept: string | null = null
  /** The number of the journal behind which it began to listen. */
  readonly begun: number
  /** Behind which number rules were switched on that have been since. */
  readonly on: Map<string, number>
  /** Orders that are to be looked at again, with what was told of each. */
  readonly awaited: Map<string, ReadonlyMap<string, Told>>
  /** Runs that may have something to do. */
  readonly runs: Set<string>

  constructor(place: Place, { begun, on, awaited, runs }: Kept) {
    this.#place = place
    this.begun = begun
    this.on = new Map(Object.entries(on))
    this.awaited = new Map(Object.entries(awaited).map(([id, one]) => [id, new Map(Object.entries(one))]))
    this.runs = new Set(runs)
  }

  /** What was kept, or a fresh one that begins behind a number of the journal. */
  static from(place: Place, begun: number): { readonly memory: Memory; readonly isFresh: boolean } {
    const found = readKept(place.read())
    return { memory: new Memory(place, found ?? { begun, on: {}, awaited: {}, runs: [] }), isFresh: found === null }
  }

  /** Behind which number a rule hears. */
  onSince(rule: string): number {
    return this.on.get(rule) ?? this.begun
  }

  keep(): void {
    const awaited = Object.fromEntries([...this.awaited].map(([id, one]) => [id, Object.fromEntries(one)]))
    const { begun } = this
    const text = JSON.stringify({ begun, on: Object.fromEntries(this.on), awaited, runs: [...this.runs] })
    if (text !== this.#kept) this.#place.write(text)
    this.#kept = text
  }
}

function readKept(text: string | null): Kept | null {
  if (text === null) return null
  try {
    const { success, output } = v.safeParse(kept, JSON.parse(text))
    return success ? output : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
