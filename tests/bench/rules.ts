import { deepStrictEqual } from 'node:assert'
import Database from 'better-sqlite3'
import { writeFilter } from '../../shared/filters/text.ts'
import type { Order } from '../../shared/orders/collections.ts'
import type { Rule } from '../../shared/rules/collections.ts'
import { occasionsOf } from '../../shared/rules/planning/occasions.ts'
import { planRun } from '../../shared/rules/planning/plan.ts'
import { customerOf, lookAt, NOW, orderThrough, ruleOf } from '../../shared/rules/testing/made.ts'
import { type BenchResult, median, milliseconds, quantile, times } from './result.ts'

export const name = 'Rules: 1,000 against one move'

const RULES = 1000
const ROUNDS = 200
const STATES = 20
const ORGANISATIONS = 5

/** What a rule asks: organisation, state, and a least total. */
interface Asked {
  readonly id: string
  readonly organisation: string
  readonly state: string
  readonly total: number
}

const ASKED: readonly Asked[] = Array.from({ length: RULES }, (_, i) => ({
  id: `rule-${i}`,
  organisation: `organisation-${i % ORGANISATIONS}`,
  state: `state-${i % STATES}`,
  total: (i % 10) * 100_000,
}))

/** Our plan of all rules for a move, and as many prepared statements of SQLite in memory, in the same process. */
export async function run(): Promise<BenchResult> {
  const order = movedOrder()
  const ours = planner(order)
  const theirs = sqlite(order)
  deepStrictEqual(ours().sort(), theirs().sort())
  const [mine, other] = [times(ROUNDS, ours).slice(20), times(ROUNDS, theirs).slice(20)]
  return {
    about: `${RULES} rules that are on, each with three criteria; one move of one order, for which ${ours().length} of them plan a run. Beside it ${RULES} prepared statements of SQLite in memory, which ask the same of the same order and plan nothing.`,
    figures: [
      { what: 'all rules for one move, median', value: milliseconds(median(mine)) },
      { what: 'the same, p95', value: milliseconds(quantile(mine, 0.95)) },
      { what: 'SQLite in memory, median', value: milliseconds(median(other)) },
      { what: 'SQLite / ours', value: `${(median(other) / median(mine)).toFixed(2)} times` },
    ],
  }
}

/** An order of some worth that was moved once. */
function movedOrder(): Order {
  const order = orderThrough(['state-0', 'state-5'], { organisation: 'organisation-0', customer: 'c' })
  return { ...order, moves: order.moves.map((move) => ({ ...move, total: 1_000_000 })) }
}

/** Gives the ids of the rules that plan a run for the order's last move. */
function planner(order: Order): () => string[] {
  const rules = ASKED.map(ruleFor)
  const look = lookAt({ customers: [customerOf()] })
  return () =>
    rules.flatMap((rule) => {
      const occasion = occasionsOf(rule, order).at(-1)
      const planned = occasion && planRun({ rule, order, occasion, heard: NOW }, look)
      return planned ? [rule.id] : []
    })
}

function ruleFor({ id, organisation, state, total }: Asked): Rule {
  const criteria = writeFilter([
    { field: 'organisation', is: 'equal', values: [organisation] },
    { field: 'state', is: 'equal', values: [state] },
    { field: 'total', is: 'atLeast', values: [total] },
  ])
  return ruleOf({ id, criteria })
}

function sqlite(order: Order): () => string[] {
  const database = new Database(':memory:')
  database.exec('CREATE TABLE orders (id TEXT PRIMARY KEY, organisation TEXT, state TEXT, total INTEGER) STRICT')
  const { state = null, total = null } = order.moves.at(-1) ?? {}
  database.prepare('INSERT INTO orders VALUES (?, ?, ?, ?)').run(order.id, order.organisation, state, total ?? 0)
  const statements = ASKED.map(({ id, organisation, state, total }) => {
    const where = `organisation = '${organisation}' AND state = '${state}' AND total >= ${total}`
    return { id, statement: database.prepare(`SELECT 1 FROM orders WHERE id = ? AND ${where}`) }
  })
  return () => statements.flatMap(({ id, statement }) => (statement.get(order.id) ? [id] : []))
}
