import { int, roomFor } from '../../funnel/columns/cells.ts'

/** A table of so many cells is looked into directly; beyond that, pairs are looked up. */
const MOST_CELLS = 2 ** 22

/** Gives each pair of small numbers a number of its own, from nothing on, the same for ever. */
export class Pairs {
  firsts = new Int32Array(0)
  seconds = new Int32Array(0)
  #size = 0
  /** Numbers + 1, by rows of `#width` (a power of two). */
  #table = new Int32Array(64)
  #width = 1
  #far: Map<number, number> | null = null

  get size(): number {
    return this.#size
  }

  /** The pair's number, a new one where it had none. */
  numberOf(first: number, second: number): number {
    if (this.#far) return this.#farNumber(this.#far, first, second)
    if (second >= this.#width || first * this.#width + second >= this.#table.length) {
      this.#grow(first, second)
      return this.numberOf(first, second)
    }
    const at = first * this.#width + second
    const known = int(this.#table, at)
    if (known > 0) return known - 1
    const number = this.#add(first, second)
    this.#table[at] = number + 1
    return number
  }

  #farNumber(far: Map<number, number>, first: number, second: number): number {
    const key = first * 2 ** 26 + second
    const known = far.get(key)
    if (known !== undefined) return known
    const number = this.#add(first, second)
    far.set(key, number)
    return number
  }

  #add(first: number, second: number): number {
    this.firsts = roomFor(this.firsts, this.#size + 1)
    this.seconds = roomFor(this.seconds, this.#size + 1)
    this.firsts[this.#size] = first
    this.seconds[this.#size] = second
    return this.#size++
  }

  /** Makes the table wide and long enough, or gives it up. */
  #grow(first: number, second: number): void {
    while (second >= this.#width) this.#width *= 2
    const rows = Math.max(Math.ceil(this.#table.length / this.#width), 2 * (first + 1))
    const cells = rows * this.#width
    this.#table = new Int32Array(cells > MOST_CELLS ? 0 : cells)
    this.#far = cells > MOST_CELLS ? new Map() : null
    for (let number = 0; number < this.#size; number++) this.#note(number)
  }

  #note(number: number): void {
    const [first, second] = [int(this.firsts, number), int(this.seconds, number)]
    if (this.#far) this.#far.set(first * 2 ** 26 + second, number)
    else this.#table[first * this.#width + second] = number + 1
  }
}
