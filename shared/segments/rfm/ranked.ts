import { float, roomFor } from '../../funnel/columns/cells.ts'

/** Into how many parts of one size customers are told. */
const PARTS_OF_ALL = 5

/** Numbers in order, and which of five parts of one size each lies in (SPEC SG7). */
export class Ranked {
  #values = new Float64Array(0)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Takes all of them at once. */
  fill(values: Float64Array): void {
    this.#values = values.slice().sort()
    this.#size = values.length
  }

  add(value: number): void {
    const at = this.#placeOf(value)
    this.#values = roomFor(this.#values as Float64Array<ArrayBuffer>, this.#size + 1)
    this.#values.copyWithin(at + 1, at, this.#size)
    this.#values[at] = value
    this.#size++
  }

  /** One that is there. */
  remove(value: number): void {
    const at = this.#placeOf(value)
    this.#values.copyWithin(at, at + 1, this.#size)
    this.#size--
  }

  /** The least values of the second, third, fourth and fifth part. */
  borders(): readonly number[] {
    if (this.#size === 0) return []
    return Array.from({ length: PARTS_OF_ALL - 1 }, (_, k) =>
      float(this.#values, Math.floor(((k + 1) * this.#size) / PARTS_OF_ALL)),
    )
  }

  /** The first place at which no lesser one stands. */
  #placeOf(value: number): number {
    let [low, high] = [0, this.#size]
    while (low < high) {
      const middle = (low + high) >> 1
      if (float(this.#values, middle) < value) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** From 1, the least, to 5. */
export function scoreOf(value: number, borders: readonly number[]): number {
  let score = 1
  for (const border of borders) if (value >= border) score++
  return score
}
