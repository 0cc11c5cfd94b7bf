import { int } from '../../../funnel/columns/cells.ts'
import type { ReportChange, ReportRow, ReportTable } from '../../answer.ts'
import type { ReportAsk } from '../../ask.ts'
import type { MeasureOf } from '../../sources/source.ts'
import { ALL_GROUPS, FIRST_GROUP } from '../axes/groups.ts'
import type { Tally } from '../tally.ts'
import { type Places, RowSums } from './figures.ts'
import { columnsInUse, inOrder, noRows, placesOf, rowsInUse, withOuter } from './in-use.ts'
import { figuresBy } from './measuring.ts'
import { type KeyOrders, namesOf } from './names.ts'

/** What a table is made of: the sums, those that they are set beside, and how its keys stand. */
export interface Tabled {
  readonly ask: ReportAsk
  readonly tally: Tally
  readonly earlier: Tally | null
  readonly measures: readonly MeasureOf[]
  readonly orders: KeyOrders
}

/** How a table stood when it was made last. */
interface Standing {
  readonly columns: readonly (string | null)[]
  /** 1 for each row that stands. */
  readonly isIn: Uint8Array
  /** The rows in their order. */
  readonly order: readonly number[]
}

/** The table over tallies, kept: rows that nothing has touched since stay as they were made. */
export class LiveTable {
  readonly #of: Tabled
  readonly #tallies: readonly Tally[]
  readonly #isOfWhole: boolean
  readonly #rows = new Map<number, ReportRow>()
  #standing: Standing | null = null

  constructor(of: Tabled) {
    this.#of = of
    this.#tallies = of.earlier ? [of.tally, of.earlier] : [of.tally]
    this.#isOfWhole = of.measures.some(({ isOfWhole }) => isOfWhole)
  }

  read(): ReportTable {
    this.#make()
    return this.#whole()
  }

  /** What has changed since it was made last; the whole where other rows or columns stand. */
  changed(): ReportTable | ReportChange {
    const made = this.#make()
    return made === null ? this.#whole() : this.#change(made)
  }

  /** Makes the rows anew that were touched; null: others may stand than did. */
  #make(): Uint8Array | null {
    const { ask, tally, orders } = this.#of
    const { rows } = tally.cells
    const before = this.#standing
    const columns = columnsInUse(ask, this.#tallies, orders.column)
    const places = placesOf(tally, columns)
    const isIn = rowsInUse(this.#tallies, rows, places)
    const touched = this.#touched()
    const isAnew = touched === null || this.#isOfWhole || !isSame(before?.columns ?? [], columns)
    const wanted = isAnew ? isIn : touched
    this.#makeRows(wanted, isIn, places)
    if (!isAnew && before && isSame(before.isIn, isIn)) return wanted
    const order = inOrder(isIn, rows, orders.outer, orders.inner)
    this.#standing = { columns, isIn, order }
    return null
  }

  /** 1 for each row that facts came to or left, those over them too; null: all. */
  #touched(): Uint8Array | null {
    const { rows } = this.#of.tally.cells
    const each = this.#tallies.map((tally) => tally.takeTouched())
    if (each.includes(null)) return null
    const touched = noRows(rows)
    for (const one of each) for (const row of one ?? []) touched[row] = 1
    return withOuter(touched, rows)
  }

  #makeRows(wanted: Uint8Array, isIn: Uint8Array, places: Places): void {
    const { tally, measures } = this.#of
    const [now, then] = this.#tallies.map((one) => new RowSums(one, wanted, places))
    const all = tally.cells.allRow
    const read = figuresBy(measures, tally.plan.needs, places.width)
    for (let row = 1; row < wanted.length; row++) {
      if (isIn[row] !== 1) this.#rows.delete(row)
      else if (now && wanted[row] === 1) {
        const figures = read(now.of(row), now.of(all))
        const earlier = then && { earlier: read(then.of(row), then.of(all)) }
        this.#rows.set(row, { keys: this.#keysOf(row), figures, ...earlier })
      }
    }
  }

  #keysOf(row: number): readonly (string | null)[] {
    const { plan, cells } = this.#of.tally
    const [outer, inner] = [int(cells.rows.firsts, row), int(cells.rows.seconds, row)]
    if (outer === ALL_GROUPS) return []
    const key = plan.outer?.keys[outer - FIRST_GROUP] ?? null
    return inner === ALL_GROUPS ? [key] : [key, plan.inner?.keys[inner - FIRST_GROUP] ?? null]
  }

  #whole(): ReportTable {
    const { columns = [], order = [] } = this.#standing ?? {}
    const rows = order.map((row) => this.#rowAt(row))
    return { columns, rows, ...this.#around(rows) }
  }

  #change(made: Uint8Array): ReportChange {
    const { order = [] } = this.#standing ?? {}
    const rows = order.flatMap((row, place) => (made[row] === 1 ? [[place, this.#rowAt(row)] as const] : []))
    return { rows, ...this.#around(rows.map(([, row]) => row)) }
  }

  #around(rows: readonly ReportRow[]): Pick<ReportTable, 'total' | 'names' | 'unrated'> {
    const { ask, orders, tally } = this.#of
    const names = namesOf(ask, orders, rows, this.#standing?.columns ?? [])
    return { total: this.#rowAt(tally.cells.allRow), names, unrated: tally.unrated.size }
  }

  /** A row that stands was made. */
  #rowAt(row: number): ReportRow {
    return this.#rows.get(row) as ReportRow
  }
}

function isSame<T>(some: ArrayLike<T>, others: ArrayLike<T>): boolean {
  if (some.length !== others.length) return false
  for (let at = 0; at < some.length; at++) if (some[at] !== others[at]) return false
  return true
}
