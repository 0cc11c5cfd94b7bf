import * as v from 'valibot'

/** Where a small text outlives the process. */
interface Place {
  read(): string | null
  write(text: string): void
}

const kept = v.record(v.string(), v.array(v.string()))

/** Letters of which something was done here that is not carried to their mail servers yet, by account: kept over ends of the process. */
export class Acts {
  readonly #place: Place
  readonly #waiting: Map<string, Set<string>>

  constructor(place: Place) {
    this.#place = place
    this.#waiting = new Map(Object.entries(readKept(place.read())).map(([account, ids]) => [account, new Set(ids)]))
  }

  /** Letters that wait for an account. */
  of(account: string): readonly string[] {
    return [...(this.#waiting.get(account) ?? [])]
  }

  add(account: string, letters: readonly string[]): void {
    if (letters.length === 0) return
    const waiting = this.#waiting.get(account) ?? new Set()
    this.#waiting.set(account, waiting)
    for (const id of letters) waiting.add(id)
    this.#keep()
  }

  done(account: string, letters: readonly string[]): void {
    const waiting = this.#waiting.get(account)
    for (const id of letters) waiting?.delete(id)
    if (waiting?.size === 0) this.#waiting.delete(account)
    this.#keep()
  }

  /** Forgets what waits for accounts that are no more. */
  retain(accounts: ReadonlySet<string>): void {
    const removed = [...this.#waiting.keys()].filter((account) => !accounts.has(account))
    if (removed.length === 0) return
    for (const account of removed) this.#waiting.delete(account)
    this.#keep()
  }

  #keep(): void {
    this.#place.write(JSON.stringify(Object.fromEntries([...this.#waiting].map(([id, ids]) => [id, [...ids]]))))
  }
}

function readKept(text: string | null): v.InferOutput<typeof kept> {
  if (text === null) return {}
  try {
    const { success, output } = v.safeParse(kept, JSON.parse(text))
    return success ? output : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
