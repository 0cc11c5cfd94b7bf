import { float, int } from '../../funnel/columns/cells.ts'
import type { Figures, ReportRow, ReportTable } from '../answer.ts'
import type { ReportAsk } from '../ask.ts'
import type { MeasureOf, Need } from '../sources/source.ts'
import type { Axis } from './axis.ts'
import { type RowSums, rowSums } from './figures.ts'
import { columnKeys, type KeyOrder } from './order.ts'
import type { Tally } from './tally.ts'

/** What a table is made of: the sums, those that they are set beside, and how its keys stand. */
export interface Tabled {
  readonly ask: ReportAsk
  readonly tally: Tally
  readonly earlier: Tally | null
  readonly measures: readonly MeasureOf[]
  readonly orders: { readonly outer?: KeyOrder; readonly inner?: KeyOrder; readonly column?: KeyOrder }
}

export function tableOf(tabled: Tabled): ReportTable {
  const { ask, tally, earlier } = tabled
  const columns = columnKeys(ask, presentColumns(tabled))
  const places = placesOf(tally.plan.column, columns)
  const placeOf = (column: number) => (column === 0 ? columns.length : (places[column - 1] ?? -1))
  const width = columns.length + 1
  const now = rowSums(tally, width, placeOf)
  const then = earlier && rowSums(earlier, width, placeOf)
  const all = tally.rows.numberOf(0, 0)
  const nothing = new Float64Array(tally.plan.needs.length * width)
  const read = figuresBy(tabled, width)
  const figuresIn = (sums: RowSums, row: number) => read(sums.get(row) ?? nothing, sums.get(all) ?? nothing)
  const rowOf = (row: number): ReportRow => ({
    keys: keysOf(tally, row),
    figures: figuresIn(now, row),
    ...(then && { earlier: figuresIn(then, row) }),
  })
  const rows = sorted(tabled, new Set([...now.keys(), ...(then?.keys() ?? [])])).map(rowOf)
  const total = rowOf(all)
  return { columns, rows, total, names: namesOf(tabled, rows, columns), unrated: tally.unrated.size }
}

/** The keys of the columns that have facts, in order. */
function presentColumns({ tally, earlier, orders }: Tabled): readonly (string | null)[] {
  const { column } = tally.plan
  const groups = new Set<number>()
  for (const one of [tally, earlier]) {
    for (let cell = 0; one && cell < one.cells.size; cell++) {
      if (float(one.facts, cell) > 0) groups.add(int(one.cells.seconds, cell) - 1)
    }
  }
  const rankOf = (group: number) => orders.column?.rankOf(group) ?? 0
  return [...groups].sort((a, b) => rankOf(a) - rankOf(b)).map((group) => column?.keys[group] ?? null)
}

/** Where the groups of an axis stand among the columns. */
function placesOf(axis: Axis | null, columns: readonly (string | null)[]): readonly number[] {
  const at = new Map(columns.map((key, place) => [key, place]))
  return axis?.keys.map((key) => at.get(key) ?? -1) ?? []
}

function keysOf({ plan, rows }: Tally, row: number): readonly (string | null)[] {
  const [outer, inner] = [int(rows.firsts, row), int(rows.seconds, row)]
  if (outer === 0) return []
  const key = plan.outer?.keys[outer - 1] ?? null
  return inner === 0 ? [key] : [key, plan.inner?.keys[inner - 1] ?? null]
}

/** Rows but the total, by the names of their keys, inner ones behind their outer one. */
function sorted({ tally, orders }: Tabled, rows: ReadonlySet<number>): number[] {
  const { firsts, seconds } = tally.rows
  const outer = (row: number) => orders.outer?.rankOf(int(firsts, row) - 1) ?? 0
  const inner = (row: number) => (int(seconds, row) === 0 ? -1 : (orders.inner?.rankOf(int(seconds, row) - 1) ?? 0))
  return [...rows].filter((row) => int(firsts, row) > 0).sort((a, b) => outer(a) - outer(b) || inner(a) - inner(b))
}

/** Works out the figures of a row by its sums, and by those of the total. */
function figuresBy({ measures, tally }: Tabled, width: number): (sums: Float64Array, whole: Float64Array) => Figures {
  const places = measures.map(({ needs }) => needs.map((need) => placeOfNeed(tally.plan.needs, need) * width))
  return (sums, whole) =>
    measures.map((measure, one) => {
      const at = places[one] ?? []
      const figures: (number | null)[] = []
      for (let column = 0; column < width; column++) {
        const read = (from: Float64Array) => at.map((start) => float(from, start + column))
        figures.push(measure.figure(read(sums), read(whole)))
      }
      return figures
    })
}

/** Where a need stands among those that are tallied; each once. */
function placeOfNeed(needs: readonly Need[], need: Need): number {
  const text = JSON.stringify(need)
  return needs.findIndex((one) => JSON.stringify(one) === text)
}

function namesOf({ ask, orders }: Tabled, rows: readonly ReportRow[], columns: readonly (string | null)[]) {
  const [outer, inner] = ask.rows
  const all = [
    [outer, orders.outer, rows.map(({ keys }) => keys[0] ?? null)],
    [inner, orders.inner, rows.map(({ keys }) => keys[1] ?? null)],
    [ask.columns, orders.column, columns],
  ] as const
  const names: { [dimension: string]: { [key: string]: string } } = {}
  for (const [dimension, order, keys] of all) {
    if (typeof dimension === 'string' && order) names[dimension] = { ...names[dimension], ...namesBy(order, keys) }
  }
  return names
}

function namesBy(order: KeyOrder, keys: readonly (string | null)[]): { [key: string]: string } {
  const named = [...new Set(keys)].flatMap((key) => {
    const name = key === null ? null : order.nameOf(key)
    return key === null || name === null ? [] : [[key, name]]
  })
  return Object.fromEntries(named)
}
