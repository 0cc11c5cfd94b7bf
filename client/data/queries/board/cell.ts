import { standsBefore } from '../../../../shared/orders/board/card-place.ts'
import type { BoardCard, BoardCell } from './query.ts'

/** A card in its cell, with what it adds to the cell's sum. */
export interface Placed {
  readonly card: BoardCard
  readonly sum: number
}

/** The cards of a state in a lane, in their order. */
export class Cell {
  readonly lane: string | null
  readonly state: string
  from = 0
  to = 0
  #placed: Placed[] = []
  #sum = 0

  constructor(lane: string | null, state: string) {
    this.lane = lane
    this.state = state
  }

  get count(): number {
    return this.#placed.length
  }

  /** Puts in all cards at once. */
  fill(placed: readonly Placed[]): void {
    this.#placed = [...placed].sort((a, b) => (standsBefore(a.card, b.card) ? -1 : 1))
    this.#sum = placed.reduce((sum, one) => sum + one.sum, 0)
  }

  put(placed: Placed): void {
    this.#placed.splice(this.#indexFor(placed.card), 0, placed)
    this.#sum += placed.sum
  }

  /** Takes out a card that was put in with this place. */
  take(card: BoardCard): void {
    const [taken] = this.#placed.splice(this.#indexFor(card), 1)
    this.#sum -= taken?.sum ?? 0
  }

  read(): BoardCell {
    const { lane, state, count, from, to } = this
    const cards = this.#placed.slice(from, to).map((one) => one.card)
    return { lane, state, count, sum: this.#sum, from, cards }
  }

  #indexFor(card: BoardCard): number {
    let [low, high] = [0, this.#placed.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#placed[middle]
      if (other && standsBefore(other.card, card)) low = middle + 1
      else high = middle
    }
    return low
  }
}
