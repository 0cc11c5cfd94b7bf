import { deepStrictEqual } from 'node:assert'
import { plannedOn, scaleOf } from '../../shared/plans/fact/scale.ts'
import { FactTally } from '../../shared/plans/fact/tally.ts'
import { FactColumns } from '../../shared/reports/facts/columns.ts'
import { ABOUT, benchPlan, factsOf, LAYOUT, ORDERS } from './plan-fact/sales.ts'
import { PLAN_FACT, SqlPlanFact } from './plan-fact/sql.ts'
import { type BenchResult, median, milliseconds } from './result.ts'

export const name = 'Plan against fact'

const ROUNDS = 9
/** How many times as fast as SQLite it is to be. */
const TIMES = 10
/** An order that changes is to be told within so many ms. */
const CHANGE = 5

const ABOUT_TEXT = `A plan of 500 goods by 24 months held against ${ORDERS} orders of three lines, made from the start; and one order that is shipped anew while it is open. SQLite in memory has the sales as rows, with an index by product and day.`

/** Plan against fact from the start, and with one changed order, beside the same query of SQLite in memory. */
export async function run(): Promise<BenchResult> {
  const columns = new FactColumns(LAYOUT)
  for (let at = 0; at < ORDERS; at++) columns.put(`o${at}`, factsOf(at))
  const plan = benchPlan()
  const sql = new SqlPlanFact(plan)
  const ours = () => {
    const scale = scaleOf([plan])
    const tally = new FactTally(columns, scale, ABOUT)
    tally.close()
    return { plan: plannedOn(scale, plan).cells.sum, fact: tally.cells.sum }
  }
  const own = ours()
  deepStrictEqual(
    Array.from(own.fact),
    sql.read().map(({ fact }) => fact),
  )
  deepStrictEqual(
    Array.from(own.plan),
    sql.read().map(({ plan: sum }) => sum),
  )
  const times = { ours: [] as number[], theirs: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    times.ours.push(timed(ours))
    times.theirs.push(timed(() => sql.read()))
  }
  sql.close()
  const [mine, other] = [median(times.ours), median(times.theirs)]
  const changed = median(changes(columns, plan))
  return {
    about: ABOUT_TEXT,
    figures: [
      { what: 'plan against fact, made from the start, median', value: milliseconds(mine) },
      { what: 'the same by SQLite in memory, median', value: milliseconds(other) },
      {
        what: 'SQLite’s time to ours',
        value: `${(other / mine).toFixed(1)} ×`,
        target: `${TIMES} × or more`,
        held: other / mine >= TIMES,
      },
      {
        what: 'one changed order in an open comparison, median',
        value: milliseconds(changed),
        target: `under ${CHANGE} ms`,
        held: changed < CHANGE,
      },
    ],
    details: `What SQLite was asked:\n\`\`\`sql${PLAN_FACT}\n\`\`\``,
  }
}

/** An order after the other is shipped otherwise, while the comparison is open; until its figures can be told. */
function changes(columns: FactColumns, plan: ReturnType<typeof benchPlan>): number[] {
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
