import { float, int, roomFor } from '../../funnel/columns/cells.ts'
import { Interner } from '../../funnel/columns/interner.ts'

/** What facts of a source consist of. */
export interface Layout {
  readonly dimensions: readonly string[]
  readonly sums: readonly string[]
  /** Whether an owner's facts come to nothing from the last of their days on. */
  readonly isSettled?: (facts: readonly Fact[]) => boolean
}

/** Something that happened with an owner: an order, an event. */
export interface Fact {
  /** Days since 1970; null: none is known. */
  readonly day: number | null
  /** In the order of the layout's dimensions; null: without. */
  readonly keys: readonly (string | null)[]
  /** In the order of the layout's sums, whole numbers. */
  readonly sums: readonly number[]
}

/** Where facts are told apart by whether they are settled: by what day, and where the others stand once more. */
interface Settled {
  readonly by: number
  readonly others: FactColumns
}

/** Told of rows that are about to go, and that have come: an owner's, from `start` to before `end`. */
export interface FactsWatcher {
  leave(start: number, end: number): void
  enter(start: number, end: number): void
}

/** The day of a fact without one. */
export const NO_DAY = -(2 ** 31)
/** The owner of a row that is not in use. */
const NOBODY = -1
/** Rows that may lie unused beside as many that are in use. */
const WASTE_ALLOWED = 4096

/** Facts in typed arrays, an owner's in rows that lie together. Arrays are replaced when they grow: take them anew for each pass. */
export class FactColumns {
  readonly layout: Layout
  /** Keys and owners, by the numbers that rows have of them. */
  readonly texts: Interner
  days = new Int32Array(0)
  /** Below nothing: the row is not in use. */
  owners = new Int32Array(0)
  /** In the order of the layout; -1: without. */
  readonly keys: Int32Array<ArrayBuffer>[]
  readonly sums: Float64Array<ArrayBuffer>[]
  /** By sum, whether any fact ever had some of it. */
  readonly #had: boolean[]
  readonly #starts = new Map<number, number>()
  readonly #watchers = new Set<FactsWatcher>()
  readonly #settled: Settled | null
  #size = 0
  #used = 0
  #version = 0

  /** `settledBy`: reports of that day or a later one are spared the facts of owners that are settled by then (SPEC RP20). */
  constructor(layout: Layout, settledBy: number | null = null, texts = new Interner()) {
    this.layout = layout
    this.texts = texts
    const isTold = settledBy !== null && layout.isSettled !== undefined
    this.#settled = isTold ? { by: settledBy, others: new FactColumns(layout, null, texts) } : null
    this.keys = layout.dimensions.map(() => new Int32Array(0))
    this.sums = layout.sums.map(() => new Float64Array(0))
    this.#had = layout.sums.map(() => false)
  }

  /** One more than the last row. */
  get size(): number {
    return this.#size
  }

  /** Another number after each change of facts. */
  get version(): number {
    return this.#version
  }

  /** The facts that say something on a day. */
  on(day: number): FactColumns {
    return this.#settled && day >= this.#settled.by ? this.#settled.others : this
  }

  /** How many facts there are. */
  get count(): number {
    return this.#used
  }

  /** The numbers of the keys that rows have of a dimension. */
  keysOf(dimension: string): Int32Array<ArrayBuffer> {
    return this.keys[this.layout.dimensions.indexOf(dimension)] ?? new Int32Array(0)
  }

  /** What rows have of a sum. */
  sumsOf(name: string): Float64Array<ArrayBuffer> {
    return this.sums[this.layout.sums.indexOf(name)] ?? new Float64Array(0)
  }

  /** Whether some fact may have a sum that is not nothing: one had, at some time. */
  mayHave(name: string): boolean {
    return this.#had[this.layout.sums.indexOf(name)] ?? false
  }

  /** Takes an owner's facts in the place of those that it had. */
  put(owner: string, facts: readonly Fact[]): void {
    this.remove(owner)
    if (facts.length === 0) return
    this.#makeRoom(facts.length)
    const [start, number] = [this.#size, this.texts.numberOf(owner)]
    for (const [at, fact] of facts.entries()) this.#write(start + at, number, fact)
    this.#starts.set(number, start)
    this.#size += facts.length
    this.#version++
    this.#used += facts.length
    for (const watcher of this.#watchers) watcher.enter(start, this.#size)
    if (this.#settled && !this.#isSettled(facts, this.#settled.by)) this.#settled.others.put(owner, facts)
  }

  /** Forgets an owner's facts. */
  remove(owner: string): void {
    this.#settled?.others.remove(owner)
    const number = this.texts.numberOf(owner)
    const start = this.#starts.get(number)
    if (start === undefined) return
    const end = this.endOf(start)
    for (const watcher of this.#watchers) watcher.leave(start, end)
    this.owners.fill(NOBODY, start, end)
    this.#version++
    this.#starts.delete(number)
    this.#used -= end - start
  }

  /** Where the rows of an owner begin, by its number; undefined where it has none. */
  startOf(owner: number): number | undefined {
    return this.#starts.get(owner)
  }

  /** Where the rows of the owner end whose rows begin there. */
  endOf(start: number): number {
    const owner = this.owners[start]
    let end = start + 1
    while (end < this.#size && this.owners[end] === owner) end++
    return end
  }

  /** Follows changes until the way back is called. */
  watch(watcher: FactsWatcher): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  #isSettled(facts: readonly Fact[], by: number): boolean {
    return facts.every(({ day }) => day === null || day <= by) && this.layout.isSettled?.(facts) === true
  }

  #write(row: number, owner: number, { day, keys, sums }: Fact): void {
    this.days[row] = day ?? NO_DAY
    this.owners[row] = owner
    for (const [at, cells] of this.keys.entries()) cells[row] = this.texts.numberOrNone(keys[at])
    for (const [at, cells] of this.sums.entries()) {
      cells[row] = sums[at] ?? 0
      if (cells[row] !== 0) this.#had[at] = true
    }
  }

  #makeRoom(facts: number): void {
    if (this.#size - this.#used > WASTE_ALLOWED + this.#used) this.#closeUp()
    const length = this.#size + facts
    if (length <= this.days.length) return
    this.days = roomFor(this.days, length)
    this.owners = roomFor(this.owners, length)
    for (const [at, cells] of this.keys.entries()) this.keys[at] = roomFor(cells, length)
    for (const [at, cells] of this.sums.entries()) this.sums[at] = roomFor(cells, length)
  }

  /** Moves rows down over those that are not in use. */
  #closeUp(): void {
    let to = 0
    for (let row = 0; row < this.#size; row++) {
      const owner = int(this.owners, row)
      if (owner < 0) continue
      if (to === 0 || this.owners[to - 1] !== owner) this.#starts.set(owner, to)
      this.#move(row, to++)
    }
    this.owners.fill(NOBODY, to, this.#size)
    this.#size = to
  }

  #move(from: number, to: number): void {
    this.days[to] = int(this.days, from)
    this.owners[to] = int(this.owners, from)
    for (const cells of this.keys) cells[to] = int(cells, from)
    for (const cells of this.sums) cells[to] = float(cells, from)
  }
}
