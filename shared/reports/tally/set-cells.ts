import { add, int, roomFor } from '../../funnel/columns/cells.ts'
import type { ReadFloats } from '../sources/source.ts'
import { type Axis, groupsIn } from './axes/axis.ts'
import type { Cells } from './cells.ts'
import { Pairs } from './pairs.ts'

type Axes = Readonly<Record<'outer' | 'inner' | 'column', Axis | null>>

/** What a cell of sets stands for: cells of groups, and these with all totals over them, each once. */
interface Spread {
  readonly finest: readonly number[]
  readonly all: readonly number[]
}

/** Cells by sets of groups, where facts are in several groups at once: each fact lies in one, which stands for several cells of groups (SPEC RP21). */
export class SetCells {
  readonly rows = new Pairs()
  readonly pairs = new Pairs()
  readonly #cells: Cells
  readonly #axes: Axes
  /** By cell of sets. */
  readonly #known: Spread[] = []

  constructor(cells: Cells, axes: Axes) {
    this.#cells = cells
    this.#axes = axes
  }

  /** Calls with each cell of groups that a cell of sets stands for. */
  eachIn(set: number, take: (cell: number) => void): void {
    for (const cell of this.#spreadOf(set).finest) take(cell)
  }

  /** Calls with each of these, and each of their totals, once. */
  eachOver(set: number, take: (cell: number) => void): void {
    for (const cell of this.#spreadOf(set).all) take(cell)
  }

  #spreadOf(set: number): Spread {
    const known = this.#known[set]
    if (known) return known
    const made = this.#spread(set)
    this.#known[set] = made
    return made
  }

  #spread(set: number): Spread {
    if (set === 0) return { finest: [], all: [] }
    const { outer, inner, column } = this.#axes
    const row = int(this.pairs.firsts, set)
    const firsts = groupsIn(outer, int(this.rows.firsts, row))
    const seconds = groupsIn(inner, int(this.rows.seconds, row))
    const rows = firsts.flatMap((first) => seconds.map((second) => this.#cells.rows.numberOf(first, second)))
    const columns = groupsIn(column, int(this.pairs.seconds, set))
    const finest = rows.flatMap((one) => columns.map((other) => this.#cells.pairs.numberOf(one, other)))
    const all = new Set<number>()
    for (const cell of finest) this.#cells.eachOver(cell, (one) => all.add(one))
    return { finest, all: [...all] }
  }
}

/** Adds a sum of facts up in each cell that it stands in, totals among them, since these are not the sums of their cells. */
export class SetAdder {
  /** By cell of groups. */
  values = new Float64Array(0)
  readonly #sets: SetCells
  readonly #cells: Cells
  readonly #sumsIn: ReadFloats

  constructor(sumsIn: ReadFloats, sets: SetCells, cells: Cells) {
    this.#sumsIn = sumsIn
    this.#sets = sets
    this.#cells = cells
  }

  /** Takes in a stretch of rows from `start` on, by their cells of sets, or takes it out. */
  take(start: number, sets: Int32Array, sign: 1 | -1): void {
    const sums = this.#sumsIn(start, sets.length)
    for (let at = 0; at < sets.length; at++) {
      const sum = sign * (sums[at] ?? 0)
      this.#sets.eachOver(int(sets, at), (cell) => {
        this.values = roomFor(this.values, this.#cells.size)
        add(this.values, cell, sum)
      })
    }
  }
}
