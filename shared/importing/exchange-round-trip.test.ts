import fc from 'fast-check'
import { expect, test } from 'vitest'
import { company } from '../company/collections.ts'
import { type Customer, customers } from '../customers/collections.ts'
import { type Product, products } from '../goods/collections.ts'
import { type Order, orders } from '../orders/collections.ts'
import { standingOf } from '../orders/moves/moves.ts'
import { orderTotal } from '../orders/totals.ts'
import { openFile } from './opening/open-file.ts'
import { type IntoKind, ordersMapping } from './opening/orders/orders-mapping.ts'
import { planImport } from './plan.ts'
import type { ExchangeOrder } from './reading/commerceml/exchange.ts'
import { MemoryCompany } from './testing/memory-company.ts'
import { byName, collectionOf, day, lines, NOW, optional, product, takeIn, text } from './testing/round-trip.ts'
import { writeGoods } from './writing/commerceml/goods.ts'
import { exchangeOrderOf } from './writing/commerceml/order-of.ts'
import { writeOrders } from './writing/commerceml/orders.ts'

const bytesOf = (file: string) => new TextEncoder().encode(file)
const MADE = '2026-09-02T12:00:00'

test('X26, X30: goods and what they cost that are saved as CommerceML are the same when they are taken in', async () => {
  const article = fc.option(
    fc.nat().map((n) => `А-${n}`),
    { nil: null },
  )
  const barcode = fc.constantFrom(null, '4600000000008', '96385074')
  const goods = collectionOf(
    fc.tuple(product, article).map(([one, own]) => ({ ...one, type: one.type ?? 'goods', article: own })),
  )
  await fc.assert(
    fc.asyncProperty(goods, barcode, async (all, code) => {
      const first = new MemoryCompany(NOW)
      first.write((tx) => {
        // One alone has a barcode, and no two an article: by these they would be one another.
        for (const [at, values] of all.entries())
          tx.create(products, `p${at}`, {
            ...values,
            article: values.article ? `${values.article}-${at}` : null,
            barcode: at === 0 ? code : null,
          })
      })
      const written = writeGoods([...first.rows(products)], 'RUB', MADE)
      const { memory } = await takeIn('goods.xml', bytesOf(written))
      expect(shownGoods(memory)).toEqual(shownGoods(first))
    }),
    { numRuns: 80 },
  )
})

function shownGoods(memory: MemoryCompany) {
  const shown = ({ name, type, article, barcode, category, unit, price, vat }: Product) => {
    return { name, type, article, barcode, category, unit, price, vat }
  }
  return [...memory.rows(products)].map(shown).toSorted(byName)
}

const NAMES = fc.uniqueArray(text, { minLength: 3, maxLength: 3, selector: (one) => one.toLowerCase() })
const line = fc.record({
  product: fc.nat(2),
  quantity: fc.integer({ min: 1, max: 10_000_000 }),
  price: fc.integer({ min: 0, max: 100_000_000 }),
  vat: optional(fc.constantFrom('20', '10', 'без ндс')),
  /** Thousandths of the line. */
  off: fc.integer({ min: 0, max: 1000 }),
})
const order = fc.record({
  date: day.filter((one) => one >= '2000-01-01' && one < '2026-11-23'),
  time: fc.integer({ min: 0, max: 86_399 }),
  buyer: fc.nat(2),
  comment: optional(lines),
  completion: fc.constantFrom(null, 'Завершен', 'Отменен'),
  lines: fc.array(line, { minLength: 1, maxLength: 5, size: 'max' }),
})
const INTO: IntoKind = {
  ...{ kind: 'Кухни', sort: 'customer', states: ['Новый', 'Принят'], state: 'Новый' },
  ...{ reason: 'Отменен в другой программе', changed: 'update' },
}

type Told = typeof order extends fc.Arbitrary<infer T> ? T : never

/** An order as a file tells it: what is off a line is in its sum. */
function told(one: Told, at: number, buyers: readonly string[], goods: readonly string[]): ExchangeOrder {
  const [id, name] = [`o${at}`, buyers[one.buyer] ?? '']
  const party = { fullName: null, inn: `${770_708_389 + one.buyer}3`, kpp: null, address: null, contacts: [] }
  const detail =
    one.completion === 'Отменен'
      ? { name: 'Отменен', value: 'true' }
      : { name: 'Статус заказа', value: one.completion ?? 'Новый' }
  return {
    ...{
      id,
      number: `№ ${at}`,
      date: one.date,
      time: clock(one.time),
      operation: null,
      role: 'Продавец',
      currency: 'RUB',
      sum: null,
    },
    comment: one.comment,
    parties: [{ id: `c${one.buyer}`, name, role: 'Покупатель', ...party }],
    lines: one.lines.map((each) => {
      const base = Math.round((each.quantity * each.price) / 1000)
      const off = Math.floor((base * each.off) / 1000)
      const discounts = [{ name: 'Скидка', percent: null, sum: off, isCounted: true }]
      const [quantity, price] = [each.quantity, each.price]
      const known = { id: `g${each.product}`, name: goods[each.product] ?? '', article: null, unit: 'шт', details: [] }
      return { ...known, quantity, price, vat: each.vat, sum: base - off, discounts: off > 0 ? discounts : [] }
    }),
    details: [detail],
  }
}

function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19)
}

async function takeOrders(file: string): Promise<MemoryCompany> {
  const memory = new MemoryCompany(NOW)
  memory.write((tx) => tx.create(company, 'company', { name: 'Ассоль', zone: 'Europe/Moscow', currency: 'RUB' }))
  const opened = await openFile('orders.xml', bytesOf(file))
  if ('code' in opened || !opened.orders) throw new Error('no orders')
  const { orders: table, buyers, goods } = opened.orders
  const sheets = new Map([table, buyers, goods].map((one) => [one.file, one]))
  const plan = planImport(ordersMapping(opened.orders, INTO), sheets, memory, NOW)
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
  expect(plan.report.problems).toEqual([])
  memory.run(plan.commands)
  return memory
}

const find = <T extends { readonly id: string }>(all: Iterable<T>, id: string | null) =>
  [...all].find((one) => one.id === id) ?? null

function writeAll(memory: MemoryCompany): string {
  const look = (one: Order) => ({
    customer: find(memory.rows(customers), one.customer) as Customer | null,
    product: (id: string | null) => find(memory.rows(products), id) as Product | null,
    status: standingOf(one).move?.completion === 'success' ? 'Завершен' : null,
    ...{ currency: 'RUB', zone: 'Europe/Moscow' },
  })
  return writeOrders(
    [...memory.rows(orders)].map((one) => exchangeOrderOf(one, look(one))),
    MADE,
  )
}

/** What the form carries of orders, by what things are called. */
function shownOrders(memory: MemoryCompany) {
  const shown = (one: Order) => {
    const customer = find(memory.rows(customers), one.customer)
    const of = ({ product: id, quantity, price, vat, unit }: Order['lines'][number]) => {
      return [find(memory.rows(products), id)?.name, quantity, price, vat, unit]
    }
    const completion = standingOf(one).move?.completion ?? null
    const { number: name, date, note, currency } = one
    return {
      name,
      date,
      note,
      currency,
      completion,
      total: orderTotal(one),
      lines: one.lines.map(of),
      by: [customer?.name, customer?.inn],
    }
  }
  return [...memory.rows(orders)].map(shown).toSorted(byName)
}

test('X24, X26: orders that are taken in, written as CommerceML and taken in elsewhere, are the same, to the kopeck', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 4 }), NAMES, NAMES, async (all, buyers, goods) => {
      const first = await takeOrders(
        writeOrders(
          all.map((one, at) => told(one, at, buyers, goods)),
          MADE,
        ),
      )
      const sums = all.map((one, at) =>
        told(one, at, buyers, goods).lines.reduce((sum, { sum: each }) => sum + (each ?? 0), 0),
      )
      expect(shownOrders(first).map(({ total }) => total)).toEqual(sums)
      expect(shownOrders(await takeOrders(writeAll(first)))).toEqual(shownOrders(first))
    }),
    { numRuns: 60 },
  )
})
