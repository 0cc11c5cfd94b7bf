import { deepStrictEqual } from 'node:assert'
import { debtsOf } from '../../shared/movements/debts.ts'
import { movementsOf } from '../../shared/movements/movements.ts'
import { type BenchOrder, benchOrders } from './movements/orders.ts'
import { DEBTS, SqlMovements, TO_SHIP } from './movements/sql.ts'
import { type BenchFigure, type BenchResult, median, milliseconds } from './result.ts'

export const name = 'Movements and debts'

const ORDERS = 100_000
const ROUNDS = 9

/** Debts of all customers, and what is left to ship, derived of all orders, beside the same sums by SQLite. */
export async function run(): Promise<BenchResult> {
  const orders = [...benchOrders(ORDERS)]
  const sql = new SqlMovements(orders)
  const byCustomer = (debts: readonly { readonly customer: string | null }[]) =>
    debts.toSorted((a, b) => ((a.customer ?? '') < (b.customer ?? '') ? -1 : 1))
  const own = debtsOf(orders).map(({ currency: _, ...debt }) => debt)
  deepStrictEqual(byCustomer(own), byCustomer(sql.debts() as typeof own))
  deepStrictEqual(toShipOf(orders), sql.toShip())
  const figures = [
    ...inTurns(
      'debts of all customers',
      () => debtsOf(orders),
      () => sql.debts(),
    ),
    ...inTurns(
      'what is left to ship',
      () => toShipOf(orders),
      () => sql.toShip(),
    ),
    one(orders),
  ]
  sql.close()
  return { about: ABOUT, figures, details: `What SQLite was asked:\n\`\`\`sql${DEBTS}\n${TO_SHIP}\n\`\`\`` }
}

/** Both in turns, so that both have the same weather; all of ours is derived anew each time, as it is never stored. */
function inTurns(what: string, ours: () => unknown, theirs: () => unknown): BenchFigure[] {
  const times: { readonly ours: number[]; readonly theirs: number[] } = { ours: [], theirs: [] }
  for (let round = 0; round < ROUNDS; round++) {
    times.ours.push(timed(ours))
    times.theirs.push(timed(theirs))
  }
  const [own, other] = [median(times.ours), median(times.theirs)]
  return [
    { what: `${what}, derived of ${ORDERS} orders, median`, value: milliseconds(own) },
    { what: `${what}, by SQLite in memory, median`, value: milliseconds(other) },
    { what: 'SQLite’s time to ours', value: `${(other / own).toFixed(2)} ×` },
  ]
}

/** One order, as its card derives it after each edit. */
function one(orders: readonly BenchOrder[]): BenchFigure {
  const some = orders.slice(0, 1_000)
  const all = Array.from({ length: ROUNDS }, () => timed(() => some.map((order) => movementsOf(order))))
  return { what: 'movements of one order, median', value: `${((median(all) / some.length) * 1000).toFixed(1)} µs` }
}

function toShipOf(orders: readonly BenchOrder[]) {
  let [lines, quantity] = [0, 0]
  for (const order of orders) {
    for (const left of movementsOf(order).toShip) {
      lines++
      quantity += left.quantity
    }
  }
  return { lines, quantity }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

const ABOUT = `${ORDERS} posted orders of 5,000 customers with three lines each, in memory as the data worker reads them: not shipped; in part, with an
advance; shipped and paid; partly returned and refunded; shipped by mistake and taken back; cancelled. Ours derives every movement of each
order (reserve, to ship, sales, doubts) to the kopeck and adds up; SQLite adds up what it is asked for alone, over tables whose primary keys are in the
order of its joins. Both results are compared figure by figure first.`
