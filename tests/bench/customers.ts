import { deepStrictEqual } from 'node:assert'
import { aboutCustomer } from '../../client/data/queries/customers/about-customer.ts'
import type { DuplicatesAnswer } from '../../client/data/queries/customers/query.ts'
import { Twins } from '../../client/data/queries/customers/twins.ts'
import { Directory } from '../../client/data/queries/directory.ts'
import { type Columns, collectionsOf, columnsOf } from '../../shared/columns/columns.ts'
import { type Customer, customers } from '../../shared/customers/collections.ts'
import { type Order, orders } from '../../shared/orders/collections.ts'
import type { Collection, Row } from '../../shared/records/declarations/collection.ts'
import type { Change } from '../../shared/records/reading/record-set.ts'
import { benchCustomers, benchOrders, CUSTOMERS, ORDERS, QUARTERS } from './customers/company.ts'
import { ALL, DEBT, ON_ENTRY, SqlCustomers as Sql, type SqlCustomers, type SqlDebt } from './customers/sql.ts'
import { seeded } from './funnel/histories.ts'
import { type BenchFigure, type BenchResult, median, milliseconds, quantile } from './result.ts'

export const name = 'Customers'

/** Customers that are asked about: as many to warm up, then those that are measured. */
const ASKED = 1_000
const LISTS = 15

interface Side {
  readonly ours: number[]
  readonly theirs: number[]
}

/** Duplicates among many customers, and what one owes among many orders, beside SQLite in the same process. */
export async function run(): Promise<BenchResult> {
  const rows = [...benchCustomers()]
  const directory = new Directory()
  directory.take(rows.map(changed))
  for (const columns of quarters()) directory.stand(columns, true)
  const sql = new Sql(rows, ordersOf(directory))
  const looked = await lookAtAll(directory)
  const figures = [
    { what: 'all customers looked at, in slices, once', value: milliseconds(looked.took) },
    { what: 'longest slice, in which nobody else is heard', value: milliseconds(looked.longest) },
    ...entries(directory, looked.twins, sql, rows),
    ...lists(looked.twins, sql),
    ...debts(directory, looked.twins, sql, rows),
  ]
  sql.close()
  return {
    about: ABOUT,
    figures,
    details: ['What SQLite was asked:', '```sql', ON_ENTRY.trim(), '', ALL, '', DEBT.trim(), '```'].join('\n'),
  }
}

const changed = (row: Customer): Change => ({
  ...{ collection: customers as Collection, id: row.id, before: null },
  ...{ after: row as unknown as Change['after'], origin: 'bench' },
})

function* quarters(): Iterable<Columns> {
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const rows = [...benchOrders(quarter)] as unknown as Row<Collection>[]
    yield columnsOf(collectionsOf('orders'), (collection) => (collection === (orders as Collection) ? rows : []))
  }
}

function* ordersOf(directory: Directory): Iterable<Order> {
  yield* directory.all(orders)
}

/** As a worker does it when a card is opened first. */
async function lookAtAll(directory: Directory) {
  const whole = Promise.withResolvers<void>()
  const twins = new Twins(directory, whole.resolve)
  const began = performance.now()
  let [longest, at] = [0, began]
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - at)
    at = performance.now()
  })
  twins.all({ what: 'duplicates', to: 0 })
  await whole.promise
  clearInterval(beat)
  return { twins, took: performance.now() - began, longest }
}

/** A customer gets another phone, and is looked for among all others. */
function entries(directory: Directory, twins: Twins, sql: SqlCustomers, rows: readonly Customer[]): BenchFigure[] {
  const random = seeded(3)
  const side = inTurns(2 * ASKED, () => {
    const [one, other] = [pick(rows, random), pick(rows, random)]
    const next = { ...one, phone: other.phone }
    return {
      ours: () => {
        twins.take(directory.take([changed(next)]))
        return twins.of(next).map(({ id }) => id)
      },
      theirs: () => sql.onEntry(next),
      same: (ours: readonly string[], theirs: readonly string[]) => deepStrictEqual(ours.toSorted(), theirs.toSorted()),
    }
  })
  return compared('a customer changed, until its duplicates are known', side)
}

function lists(twins: Twins, sql: SqlCustomers): BenchFigure[] {
  const side = inTurns(2 * LISTS, () => ({
    ours: () => twins.all({ what: 'duplicates', to: 30 }),
    theirs: () => sql.all(),
    same: (ours: DuplicatesAnswer, theirs: ReturnType<SqlCustomers['all']>) =>
      deepStrictEqual(ours.count, new Set(theirs.map(({ ids }) => ids.split(' ').sort().join(' '))).size),
  }))
  return compared('all duplicates, as the list asks for them', side)
}

function debts(directory: Directory, twins: Twins, sql: SqlCustomers, rows: readonly Customer[]): BenchFigure[] {
  const random = seeded(5)
  const first = performance.now()
  directory.ordersOf([''])
  const learned = performance.now() - first
  const side = inTurns(2 * ASKED, () => {
    const { id } = pick(rows, random)
    return {
      ours: () => aboutCustomer(directory, twins, { what: 'customer', id }),
      theirs: () => sql.debt(id),
      same: ({ debts }: ReturnType<typeof aboutCustomer>, theirs: SqlDebt) => {
        const { sold = 0, paid = 0, toUs = 0, byUs = 0 } = debts[0] ?? {}
        deepStrictEqual({ sold, paid, toUs, byUs }, { ...theirs })
      },
    }
  })
  return [
    { what: 'whose each order is, from the columns, once', value: milliseconds(learned) },
    ...compared('what a card shows of a customer, debts among it', side),
  ]
}

interface Turn<A, B> {
  readonly ours: () => A
  readonly theirs: () => B
  readonly same: (ours: A, theirs: B) => void
}

/** Both in turns, so that both have the same weather; the first half warms up. */
function inTurns<A, B>(times: number, turn: () => Turn<A, B>): Side {
  const side: Side = { ours: [], theirs: [] }
  for (let i = 0; i < times; i++) {
    const { ours, theirs, same } = turn()
    const [a, b, c] = [performance.now(), ours(), performance.now()]
    const [d, e] = [theirs(), performance.now()]
    same(b, d)
    if (i < times / 2) continue
    side.ours.push(c - a)
    side.theirs.push(e - c)
  }
  return side
}

function compared(what: string, { ours, theirs }: Side): BenchFigure[] {
  const told = (times: readonly number[]) => `${milliseconds(median(times))}, ${milliseconds(quantile(times, 0.99))}`
  const held = quantile(ours, 0.99) < 50
  return [
    { what: `${what}: median, p99`, value: told(ours), target: 'p99 under 50 ms', held },
    { what: `${what}: in SQLite, in memory`, value: told(theirs) },
  ]
}

function pick(rows: readonly Customer[], random: () => number): Customer {
  const one = rows[Math.floor(random() * rows.length)]
  if (!one) throw new RangeError('There are no customers')
  return one
}

const ABOUT = `${CUSTOMERS} customers with INN, two phones, an e-mail and an address each, one in fifty entered once more; ${ORDERS} orders of them in ${QUARTERS} quarters that stand from
their columns, each shipped, nine in ten paid. SQLite is given keys and sums already worked out; ours reads orders and derives their movements
when it is asked. Both results are compared every time.`
