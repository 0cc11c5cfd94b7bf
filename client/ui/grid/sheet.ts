import { batch, createSignal, type Signal, untrack } from 'solid-js'
import type { ReadCell, Write } from './selection/fill.ts'
import type { Range, Size } from './selection/selection.ts'

/** How many rows and columns a sheet has, and which measure each column counts for. */
export interface SheetShape extends Size {
  readonly measures: number
  readonly measureOf: (column: number) => number
}

/** What a range comes to, for each measure. */
export interface Tally {
  readonly count: number
  readonly sum: number
}

export type Sheet = ReturnType<typeof createSheet>

const NOTHING: SheetShape = { rows: 0, columns: 0, measures: 1, measureOf: () => 0 }

/** What stands in a sheet, without what follows it: numbers row by row, NaN for an empty cell, and their totals. */
class Cells {
  readonly values: Float64Array
  readonly byRow: Float64Array
  readonly byColumn: Float64Array
  readonly byMeasure: Float64Array
  readonly shape: SheetShape
  readonly #measures: Int32Array

  constructor(shape: SheetShape) {
    this.shape = shape
    const { rows, columns, measures, measureOf } = shape
    this.values = new Float64Array(rows * columns).fill(Number.NaN)
    this.byRow = new Float64Array(rows * measures)
    this.byColumn = new Float64Array(columns)
    this.byMeasure = new Float64Array(measures)
    this.#measures = Int32Array.from({ length: columns }, (_, column) => measureOf(column))
  }

  get(row: number, column: number): number | null {
    const value = this.values[row * this.shape.columns + column] ?? Number.NaN
    return Number.isNaN(value) ? null : value
  }

  /** Whether it changed. */
  set(row: number, column: number, value: number | null): boolean {
    const before = this.get(row, column)
    if (before === value || row >= this.shape.rows || column >= this.shape.columns) return false
    const measure = this.#measures[column] ?? 0
    const more = (value ?? 0) - (before ?? 0)
    this.values[row * this.shape.columns + column] = value ?? Number.NaN
    add(this.byRow, row * this.shape.measures + measure, more)
    add(this.byColumn, column, more)
    add(this.byMeasure, measure, more)
    return true
  }

  tally({ top, left, bottom, right }: Range): Tally[] {
    const tallies = Array.from({ length: this.shape.measures }, () => ({ count: 0, sum: 0 }))
    for (let column = left; column <= right; column++) {
      const tally = tallies[this.#measures[column] ?? 0]
      if (!tally) continue
      for (let row = top; row <= bottom; row++) {
        const value = this.values[row * this.shape.columns + column] ?? Number.NaN
        if (Number.isNaN(value)) continue
        tally.count++
        tally.sum += value
      }
    }
    return tallies
  }
}

function add(sums: Float64Array, at: number, more: number): void {
  sums[at] = (sums[at] ?? 0) + more
}

/** The numbers of a grid with their totals. Whoever reads a row or a total follows it; what else changes is none of theirs. */
export function createSheet() {
  let cells = new Cells(NOTHING)
  const [shape, setShape] = createSignal(NOTHING)
  const totals = createSignal(undefined, { equals: false })
  const rows = new Map<number, Signal<undefined>>()
  const follow = (row: number) => {
    const signal = rows.get(row) ?? createSignal(undefined, { equals: false })
    rows.set(row, signal)
    signal[0]()
  }
  const touch = (changed: Iterable<number>) => {
    for (const row of changed) rows.get(row)?.[1]()
    totals[1]()
  }
  return {
    shape,
    read(row: number, column: number): number | null {
      follow(row)
      return cells.get(row, column)
    },
    /** The same, not followed. */
    peek: ((row, column) => cells.get(row, column)) satisfies ReadCell as ReadCell,
    /** All of it anew; rows whose numbers stay as they were are not touched. */
    take(next: SheetShape, valueAt: ReadCell) {
      const before = cells
      cells = filled(next, valueAt)
      const isSame = next.columns === before.shape.columns && next.measures === before.shape.measures
      batch(() => {
        setShape(next)
        touch([...rows.keys()].filter((row) => !isSame || !isSameRow(before, cells, row)))
      })
    },
    write(writes: readonly Write[]) {
      const changed = new Set<number>()
      for (const { row, column, value } of writes) if (cells.set(row, column, value)) changed.add(row)
      if (changed.size > 0) batch(() => touch(changed))
    },
    rowTotal(row: number, measure: number): number {
      follow(row)
      return cells.byRow[row * cells.shape.measures + measure] ?? 0
    },
    columnTotal(column: number): number {
      totals[0]()
      return cells.byColumn[column] ?? 0
    },
    total(measure: number): number {
      totals[0]()
      return cells.byMeasure[measure] ?? 0
    },
    /** What a range comes to, measure by measure. */
    tally(range: Range): readonly Tally[] {
      totals[0]()
      return untrack(() => cells.tally(range))
    },
  }
}

function filled(shape: SheetShape, valueAt: ReadCell): Cells {
  const cells = new Cells(shape)
  for (let row = 0; row < shape.rows; row++) {
    for (let column = 0; column < shape.columns; column++) cells.set(row, column, valueAt(row, column))
  }
  return cells
}

function isSameRow(before: Cells, now: Cells, row: number): boolean {
  for (let column = 0; column < now.shape.columns; column++) {
    if (before.get(row, column) !== now.get(row, column)) return false
  }
  return true
}
