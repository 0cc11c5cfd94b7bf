import { add, float, int, roomFor } from '../../funnel/columns/cells.ts'
import type { FactColumns } from '../facts/columns.ts'
import type { Axis } from './axes/axis.ts'
import { ALL_GROUPS, FIRST_GROUP, NO_GROUP } from './axes/groups.ts'
import type { Cells } from './cells.ts'
import { Pairs } from './pairs.ts'

/** Counts owners in cells and in all totals over them, or the keys of a dimension that they have there, each once. */
export class Counter {
  /** By cell. */
  values = new Float64Array(0)
  readonly #columns: FactColumns
  readonly #cells: Pick<Cells, 'eachOver'>
  /** Null: owners are counted. */
  readonly #axis: Axis | null
  /** Of a cell and a key: how many owners there are. */
  readonly #keys = new Pairs()
  #owners = new Float64Array(0)
  /** By cell, at which owner it was counted last; owners come one after the other. */
  #seen = new Int32Array(0)
  #turn = 0

  constructor(columns: FactColumns, cells: Pick<Cells, 'eachOver'>, axis: Axis | null) {
    this.#columns = columns
    this.#cells = cells
    this.#axis = axis
  }

  /** Takes in a stretch of rows from `start` on, by their cells, or takes it out. */
  take(start: number, cells: Int32Array, sign: 1 | -1): void {
    const { owners } = this.#columns
    const keys = this.#keysOf(start, cells)
    for (let at = 0; at < cells.length; at++) {
      if (at === 0 || int(owners, start + at) !== int(owners, start + at - 1)) this.#turn++
      const key = keys ? int(keys, at) : ALL_GROUPS
      if (int(cells, at) > 0 && key > 0) this.#cells.eachOver(int(cells, at), (cell) => this.#count(cell, key, sign))
    }
  }

  /** The groups of what is counted; what has no key is in none. */
  #keysOf(start: number, cells: Int32Array): Int32Array | null {
    const axis = this.#axis
    if (!axis) return null
    const keys = new Int32Array(cells.length)
    axis.fill(
      start,
      cells.map((cell) => (cell > 0 ? -1 : 0)),
      keys,
    )
    const nothing = axis.keys.indexOf(null) + FIRST_GROUP
    return nothing < FIRST_GROUP ? keys : keys.map((key) => (key === nothing ? NO_GROUP : key))
  }

  #count(cell: number, key: number, sign: 1 | -1): void {
    this.#seen = roomFor(this.#seen, cell + 1)
    if (this.#seen[cell] === this.#turn) return
    this.#seen[cell] = this.#turn
    this.values = roomFor(this.values, cell + 1)
    if (!this.#axis) add(this.values, cell, sign)
    else this.#countKey(cell, key, sign)
  }

  #countKey(cell: number, key: number, sign: 1 | -1): void {
    const pair = this.#keys.numberOf(cell, key)
    this.#owners = roomFor(this.#owners, pair + 1)
    const before = float(this.#owners, pair)
    this.#owners[pair] = before + sign
    if (before === 0) add(this.values, cell, 1)
    else if (before + sign === 0) add(this.values, cell, -1)
  }
}
