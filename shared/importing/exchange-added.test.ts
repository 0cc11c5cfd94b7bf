import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MOST_DECIMALS, writtenNumber } from '../custom/numbers.ts'
import { declare } from '../custom/testing/declare.ts'
import { products } from '../goods/collections.ts'
import { orders } from '../orders/collections.ts'
import { openFile } from './opening/open-file.ts'
import { ordersMapping } from './opening/orders/orders-mapping.ts'
import { planImport } from './plan.ts'
import { MemoryCompany } from './testing/memory-company.ts'
import { NOW, optional, takeIn, text } from './testing/round-trip.ts'
import { writeGoods } from './writing/commerceml/goods.ts'
import { exchangeOrderOf } from './writing/commerceml/order-of.ts'
import { writeOrders } from './writing/commerceml/orders.ts'

const MADE = '2026-09-02T12:00:00'
const bytesOf = (file: string) => new TextEncoder().encode(file)
const options = [
  { id: 'oak', name: 'Дуб' },
  { id: 'ash', name: 'Ясень, массив' },
]
const TYPES = {
  line: 'Строка',
  number: 'Число',
  sum: 'Взнос',
  day: 'Замер',
  yesNo: 'Готов',
  choice: 'Цвет',
  choices: 'Породы',
} as const

beforeEach(() => {
  const of = ['products', 'orders'] as const
  const fields = Object.entries(TYPES).map(([type, name]) => ({ type: type as keyof typeof TYPES, name }))
  declare(
    ...of.flatMap((where) =>
      fields.map(({ type, name }) => ({ id: `custom_${where}${type}`, of: where, name, type, options })),
    ),
    { id: 'custom_who', of: 'orders', name: 'Замерщик', type: 'toPerson' },
  )
})
afterEach(() => declare())

const values = fc.record({
  line: optional(text),
  number: optional(fc.integer({ min: -1e9, max: 1e9 }).map((units) => writtenNumber(units, MOST_DECIMALS))),
  sum: optional(fc.integer({ min: 0, max: 1e9 })),
  day: optional(fc.constantFrom('2026-09-18', '2031-02-28')),
  yesNo: optional(fc.boolean()),
  choice: optional(fc.constantFrom('oak', 'ash')),
  choices: optional(fc.constantFrom(['oak'], ['oak', 'ash'])),
})
type Values = typeof values extends fc.Arbitrary<infer T> ? T : never

const named = (where: 'products' | 'orders', all: Values) =>
  Object.fromEntries(Object.entries(all).map(([type, value]) => [`custom_${where}${type}`, value]))
const shown = (where: 'products' | 'orders', row: object) =>
  Object.fromEntries(
    Object.keys(TYPES).map((type) => [type, (row as Record<string, unknown>)[`custom_${where}${type}`] ?? null]),
  )

test('X31: what goods have in fields that the company added goes out and comes in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 5 }), async (all) => {
      const first = new MemoryCompany(NOW)
      first.write((tx) => {
        for (const [at, one] of all.entries())
          tx.create(products, `p${at}`, { name: `Товар ${at}`, type: 'goods', ...named('products', one) })
      })
      const { memory } = await takeIn('goods.xml', bytesOf(writeGoods([...first.rows(products)], 'RUB', MADE)))
      const rows = [...memory.rows(products)].toSorted((a, b) => String(a.name).localeCompare(String(b.name)))
      expect(rows.map((row) => shown('products', row))).toEqual(all)
    }),
    { numRuns: 60 },
  )
})

test('X31: so it is of orders; what refers to others stays out', async () => {
  await fc.assert(
    fc.asyncProperty(values, async (one) => {
      const first = new MemoryCompany(NOW)
      const id = 'common-0190a0e0-0000-7000-8000-000000000001'
      first.write((tx) => {
        const date = Date.UTC(2026, 8, 1)
        tx.create(orders, id, { sort: 'customer', date, posted: true, custom_who: 'p1', ...named('orders', one) })
      })
      const [order] = [...first.rows(orders)]
      if (!order) throw new Error('no order')
      const look = { customer: null, product: () => null, status: 'Новый', currency: 'RUB', zone: 'UTC' }
      const file = writeOrders([exchangeOrderOf(order, look)], MADE)
      expect(file).not.toContain('Замерщик')
      const opened = await openFile('orders.xml', bytesOf(file))
      if ('code' in opened || !opened.orders) throw new Error('no orders')
      const kind = { kind: 'Кухни', sort: 'customer', states: ['Новый'], state: 'Новый' } as const
      const mapping = ordersMapping(opened.orders, { ...kind, reason: 'Нет', changed: 'update' })
      const { orders: told, buyers, goods } = opened.orders
      const memory = new MemoryCompany(NOW)
      const sheets = new Map([told, buyers, goods].map((sheet) => [sheet.file, sheet]))
      const plan = planImport(mapping, sheets, memory, NOW)
      if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
      expect(plan.report.problems).toEqual([])
      memory.run(plan.commands)
      expect([...memory.rows(orders)].map((row) => shown('orders', row))).toEqual([one])
    }),
    { numRuns: 60 },
  )
})

test('X31: properties of goods, as 1C declares them, and their variants come in by their names', async () => {
  const property = (id: string, name: string, more = '') =>
    `<Свойство><Ид>${id}</Ид><Наименование>${name}</Наименование>${more}</Свойство>`
  const variants =
    '<ВариантыЗначений><Справочник><ИдЗначения>v1</ИдЗначения><Значение>Дуб</Значение></Справочник></ВариантыЗначений>'
  const value = (id: string, of: string) =>
    `<ЗначенияСвойства><Ид>${id}</Ид><Значение>${of}</Значение></ЗначенияСвойства>`
  const file =
    `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.05"><Классификатор><Свойства>${property('c', 'Цвет', variants)}${property('n', 'Число')}</Свойства></Классификатор>` +
    `<Каталог><Товары><Товар><Ид>1</Ид><Наименование>Стол</Наименование><ЗначенияСвойств>${value('c', 'v1')}${value('n', '12.5')}${value('x', 'нет такого')}</ЗначенияСвойств></Товар></Товары></Каталог></КоммерческаяИнформация>`
  const { memory } = await takeIn('import.xml', bytesOf(file))
  expect([...memory.rows(products)]).toMatchObject([{ custom_productschoice: 'oak', custom_productsnumber: 1250 }])
})
