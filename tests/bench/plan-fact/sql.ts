import Database from 'better-sqlite3'
import type { PlanWithRows } from '../../../shared/plans/fact/scale.ts'
import { periodsOf } from '../../../shared/plans/periods.ts'
import { dayNumber } from '../../../shared/reports/facts/days.ts'
import { factsOf, ORDERS } from './sales.ts'

const SCHEMA = `
  CREATE TABLE sales (ord INTEGER NOT NULL, product TEXT NOT NULL, day INTEGER NOT NULL, sum INTEGER NOT NULL, quantity INTEGER NOT NULL);
  CREATE TABLE days (day INTEGER PRIMARY KEY, period INTEGER NOT NULL);
  CREATE TABLE plan (place INTEGER NOT NULL, product TEXT NOT NULL, period INTEGER NOT NULL, sum INTEGER NOT NULL);
  CREATE INDEX planned ON plan (product, period);
`

/** Each cell with its plan and its fact. */
export const PLAN_FACT = `
  WITH fact AS (
    SELECT s.product, d.period, sum(s.sum) AS sum, sum(s.quantity) AS quantity
    FROM sales s JOIN days d ON d.day = s.day
    GROUP BY s.product, d.period
  )
  SELECT p.sum AS plan, coalesce(f.sum, 0) AS fact, coalesce(f.quantity, 0) AS quantity
  FROM plan p LEFT JOIN fact f ON f.product = p.product AND f.period = p.period
  ORDER BY p.place, p.period`

interface CellRow {
  readonly plan: number
  readonly fact: number
}

/** The same sales and plan in SQLite, in memory. */
export class SqlPlanFact {
  readonly #database = new Database(':memory:')
  readonly #query

  constructor(plan: PlanWithRows) {
    this.#database.exec(SCHEMA)
    this.#database.transaction(() => this.#fill(plan))()
    this.#database.exec('CREATE INDEX sold ON sales (product, day); ANALYZE')
    this.#query = this.#database.prepare(PLAN_FACT)
  }

  read(): readonly CellRow[] {
    return this.#query.all() as readonly CellRow[]
  }

  close(): void {
    this.#database.close()
  }

  #fill({ plan, rows }: PlanWithRows): void {
    const into = (table: string, values: number) =>
      this.#database.prepare(`INSERT INTO ${table} VALUES (${Array(values).fill('?').join(', ')})`)
    const [sale, day, cell] = [into('sales', 5), into('days', 2), into('plan', 4)]
    for (let at = 0; at < ORDERS; at++)
      for (const { day: on, keys, sums } of factsOf(at)) sale.run(at, keys[0], on, sums[0], sums[1])
    const periods = periodsOf(plan)
    for (const [at, { from, until }] of periods.entries())
      for (let one = dayNumber(from) ?? 0; one <= (dayNumber(until) ?? 0); one++) day.run(one, at)
    for (const [place, row] of rows.entries())
      for (const [at, { sum }] of row.cells.entries()) cell.run(place, row.first, at, sum)
  }
}
