import { deepStrictEqual } from 'node:assert'
import pg from 'pg'
import { type PlanWithRows, plannedOn, scaleOf } from '../../shared/plans/fact/scale.ts'
import { FactTally } from '../../shared/plans/fact/tally.ts'
import { FactColumns } from '../../shared/reports/facts/columns.ts'
import { startPostgres } from '../support/databases/postgres.ts'
import { ABOUT, benchPlan, factsOf, LAYOUT, ORDERS } from './plan-fact/sales.ts'
import { inPostgres, inSqlite, PLAN_FACT } from './plan-fact/sql.ts'
import { type BenchResult, below, median } from './result.ts'
import { sideBySide } from './side-by-side.ts'

export const name = 'Plan against fact'

/** An order that changes is to be told within so many ms. */
const CHANGE = 5

const ABOUT_TEXT = `A plan of 500 goods by 24 months held against ${ORDERS} orders of three lines, made from the start; and one order that is shipped anew while it is open. SQLite in memory and PostgreSQL on the same machine have the sales as rows, and are asked by prepared statements over indexes that cover what they read.`

/** Plan against fact from the start, and with one changed order, beside the same query of SQLite in memory and of PostgreSQL. */
export async function run(): Promise<BenchResult> {
  const columns = new FactColumns(LAYOUT)
  for (let at = 0; at < ORDERS; at++) columns.put(`o${at}`, factsOf(at))
  const plan = benchPlan()
  const sqlite = inSqlite(plan)
  const postgres = await startPostgres()
  const client = new pg.Client({ connectionString: await postgres.create() })
  await client.connect()
  await inPostgres(client, plan)
  compare(held(columns, plan), sqlite.ask())
  const figures = await sideBySide('plan against fact', {
    ours: () => held(columns, plan),
    sqlite: () => sqlite.ask(),
    postgres: () => client.query({ name: 'plan-fact', text: PLAN_FACT }),
  })
  const changed = below('one changed order in an open comparison, median', median(changes(columns, plan)), 'ms', CHANGE)
  await client.end()
  await postgres.close()
  sqlite.close()
  const details = `What SQLite and PostgreSQL were asked:\n\`\`\`sql${PLAN_FACT}\n\`\`\``
  return { about: ABOUT_TEXT, figures: [...figures, changed], details }
}

/** The plan and what was sold, cell by cell. */
function held(columns: FactColumns, plan: PlanWithRows) {
  const scale = scaleOf([plan])
  const tally = new FactTally(columns, scale, ABOUT)
  tally.close()
  return { plan: plannedOn(scale, plan).cells.sum, fact: tally.cells.sum }
}

function compare(own: ReturnType<typeof held>, rows: ReturnType<ReturnType<typeof inSqlite>['ask']>): void {
  for (const side of ['plan', 'fact'] as const)
    deepStrictEqual(
      Array.from(own[side]),
      rows.map((row) => row[side]),
    )
}

/** An order after the other is shipped otherwise, while the comparison is open; until its figures can be told. */
function changes(columns: FactColumns, plan: PlanWithRows): number[] {
  const tally = new FactTally(columns, scaleOf([plan]), ABOUT)
  const times = Array.from({ length: 200 }, (_, at) =>
    timed(() => {
      columns.put(`o${at * 31}`, factsOf(at * 31 + 1))
      return { fact: tally.cells.sum.slice(), plan: plannedOn(scaleOf([plan]), plan) }
    }),
  )
  tally.close()
  return times
}

function timed(act: () => unknown): number {
  const began = performance.now()
  act()
  return performance.now() - began
}
