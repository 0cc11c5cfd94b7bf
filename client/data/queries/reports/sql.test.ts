import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineOf, shipmentOf } from '../../../../shared/movements/testing/order.ts'
import type { Order } from '../../../../shared/orders/collections.ts'
import type { ReportAsk } from '../../../../shared/reports/ask.ts'
import { FactColumns } from '../../../../shared/reports/facts/columns.ts'
import { reportOf } from '../../../../shared/reports/report.ts'
import { SALES } from '../../../../shared/reports/sources/sales/sales.ts'
import type { Source } from '../../../../shared/reports/sources/source.ts'
import { KNOWN } from '../../../../shared/reports/testing/arbitrary.ts'
import { orderOf } from '../../../../shared/reports/testing/order.ts'

const aLine = fc.record({
  product: fc.constantFrom('oven', 'hob', 'shelf', null),
  quantity: fc.integer({ min: 1, max: 9 }).map((whole) => whole * 1_000),
  price: fc.integer({ min: 0, max: 10_000 }),
  cost: fc.option(fc.integer({ min: 0, max: 9_000 })),
})
const aFact = fc.record({
  of: fc.nat(2),
  kind: fc.constantFrom('shipment' as const, 'shipment' as const, 'return' as const),
  quantity: fc.integer({ min: 1, max: 9 }).map((whole) => whole * 1_000),
  sum: fc.integer({ min: 0, max: 100_000 }),
  vatSum: fc.integer({ min: 0, max: 9_000 }),
  date: fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-28', '2026-03-31', '2026-04-01'),
  isUndone: fc.boolean(),
})
const anOrder = fc.record({
  customer: fc.constantFrom('a', 'b', 'c', null),
  responsible: fc.constantFrom('m1', 'm2', null),
  posted: fc.constantFrom(true, true, true, false),
  lines: fc.array(aLine, { minLength: 1, maxLength: 3 }),
  facts: fc.array(aFact, { maxLength: 5 }),
})
type Drawn = typeof anOrder extends fc.Arbitrary<infer D> ? D : never

function drawnOrder({ lines, facts, ...fields }: Drawn, at: number): Order {
  const all = lines.map((line, n) => lineOf({ id: `l${n}`, ...line }))
  const shipments = facts.flatMap(({ of, isUndone, ...fact }, n) => {
    const line = all[of % all.length]
    const own = shipmentOf({ id: `s${n}`, line: line?.id ?? null, product: line?.product ?? null, ...fact })
    return isUndone ? [own, shipmentOf({ id: `u${n}`, kind: null, undoes: `s${n}` })] : [own]
  })
  return orderOf({ id: `o${at}`, ...fields, lines: all, shipments })
}

/** The orders as their rows are written out, and what products and customers are. */
function tables(orders: readonly Order[]): Database.Database {
  const sql = new Database(':memory:')
  sql.exec(`
    CREATE TABLE orders (id, customer, manager, posted);
    CREATE TABLE lines (ord, id, cost);
    CREATE TABLE shipments (ord, id, line, product, kind, quantity, sum, vat, day, undoes);
    CREATE TABLE products (id, category); CREATE TABLE merged (id, into_);
    INSERT INTO merged VALUES ('b', 'a');`)
  for (const id of ['oven', 'hob', 'shelf'])
    sql.prepare('INSERT INTO products VALUES (?, ?)').run(id, KNOWN.product(id)?.category)
  const into = (table: string, values: unknown[]) =>
    sql.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(values)
  for (const { id, customer, responsible, posted, lines, shipments } of orders) {
    into('orders', [id, customer, responsible, Number(posted)])
    for (const line of lines) into('lines', [id, line.id, line.cost])
    for (const { id: fact, line, product, kind, quantity, sum, vatSum, date, undoes } of shipments)
      into('shipments', [id, fact, line, product, kind, quantity, sum, vatSum, date, undoes])
  }
  return sql
}

/** What was sold and not taken back, a row each; whole units, so that costs are whole. */
const SOLD = `WITH sold AS (
  SELECT o.id AS "order", coalesce(m.into_, o.customer) AS customer, o.manager, s.product, p.category, s.day,
    substr(s.day, 1, 7) || '-01' AS month, substr(s.day, 1, 4) || '-01-01' AS year,
    CASE s.kind WHEN 'return' THEN -1 ELSE 1 END AS sign, s.quantity, s.sum, s.vat, l.cost
  FROM shipments s JOIN orders o ON o.id = s.ord LEFT JOIN lines l ON l.ord = s.ord AND l.id = s.line
  LEFT JOIN products p ON p.id = s.product LEFT JOIN merged m ON m.id = o.customer
  WHERE o.posted = 1 AND s.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shipments u WHERE u.ord = s.ord AND u.undoes = s.id)
)`
const FIGURES = `coalesce(sum(sign * sum), 0), coalesce(sum(sign * quantity), 0), coalesce(sum(sign * vat), 0),
  coalesce(sum(sign * quantity / 1000 * cost), 0), coalesce(sum(CASE WHEN cost IS NULL THEN 0 ELSE sign * (sum - vat - quantity / 1000 * cost) END), 0),
  count(DISTINCT "order"), count(DISTINCT customer)`

const dimension = fc.constantFrom(
  ...(['customer', 'manager', 'product', 'category', 'month', 'year', 'order'] as const),
)

test('RP4, RP10: sales by any two dimensions, and by the columns of a third, are those of SQL over the orders’ rows', () => {
  fc.assert(
    fc.property(
      fc.array(anOrder, { maxLength: 6 }),
      fc.uniqueArray(dimension, { minLength: 3, maxLength: 3 }),
      fc.constantFrom(['2026-01-01', '2026-03-31'], [null, null]),
      (drawn, [outer = 'order', inner = 'month', column = 'year'], [from = null, until = null]) => {
        const orders = drawn.map(drawnOrder)
        const ask: ReportAsk = {
          ...{
            source: 'sales',
            rows: [outer, inner],
            columns: column,
            from,
            until,
            compare: null,
            filter: [],
            search: '',
          },
          measures: ['sum', 'quantity', 'vat', 'cost', 'profit', 'orders', 'customers'],
        }
        const columns = new FactColumns(SALES)
        for (const order of orders) columns.put(order.id, SALES.factsOf(order, KNOWN))
        const table = reportOf({ source: SALES as Source, columns, known: KNOWN, now: 0, passes: null }, ask)
        const sql = tables(orders)
        const within = `day BETWEEN '${from ?? ''}' AND '${until ?? '~'}'`
        const by = (keys: readonly string[]) =>
          sql
            .prepare<
              [],
              unknown[]
            >(`${SOLD} SELECT ${[...keys.map((key) => `"${key}"`), FIGURES].join(', ')} FROM sold WHERE ${within}
            ${keys.length > 0 ? `GROUP BY ${keys.map((key) => `"${key}"`).join(', ')}` : ''}`)
            .raw()
            .all()
        const sorted = (rows: readonly (readonly unknown[])[]) => rows.map((row) => JSON.stringify(row)).sort()
        const own = (level: number, place?: number) =>
          [...table.rows, table.total]
            .filter(({ keys }) => keys.length === level)
            .map(({ keys, figures }) => [...keys, ...figures.map((all) => all[place ?? all.length - 1])])
        expect(sorted(own(2))).toEqual(sorted(by([outer, inner])))
        expect(sorted(own(1))).toEqual(sorted(by([outer])))
        expect(own(0)).toEqual(by([]))
        const cells = table.columns.flatMap((key, place) =>
          own(2, place).flatMap(([one, other, ...figures]) =>
            figures[5] === 0 ? [] : [[one, other, key, ...figures]],
          ),
        )
        expect(sorted(cells)).toEqual(sorted(by([outer, inner, column])))
        sql.close()
      },
    ),
    { numRuns: 150 },
  )
})
