import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { company } from '../../../company/collections.ts'
import { type Customer, customers } from '../../../customers/collections.ts'
import { products } from '../../../goods/collections.ts'
import { type Order, orders } from '../../../orders/collections.ts'
import { standingOf } from '../../../orders/moves/moves.ts'
import { orderTotal } from '../../../orders/totals.ts'
import { planImport } from '../../plan.ts'
import { MemoryCompany } from '../../testing/memory-company.ts'
import { exchangeOrderOf } from '../../writing/commerceml/order-of.ts'
import { writeOrders } from '../../writing/commerceml/orders.ts'
import { openFile } from '../open-file.ts'
import { type IntoKind, ordersMapping } from './orders-mapping.ts'

const NOW = Date.UTC(2026, 10, 23)
const INTO: IntoKind = {
  ...{ kind: 'Кухни', sort: 'customer', states: ['Новый', 'Принят'], state: 'Новый' },
  ...{ reason: 'Отменен в другой программе', changed: 'update' },
}

async function tableOf(bytes: Uint8Array) {
  const file = await openFile('orders.xml', bytes)
  if ('code' in file || !file.orders) throw new Error('no orders')
  return file.orders
}

async function takeIn(memory: MemoryCompany, bytes: Uint8Array | string, into = INTO) {
  const table = await tableOf(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
  const sheets = new Map([table.orders, table.buyers, table.goods].map((one) => [one.file, one]))
  const plan = planImport(ordersMapping(table, into), sheets, memory, NOW)
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
  const written = memory.run(plan.commands)
  const outcomes = plan.rows.filter(({ what }) => what === 'orders').map(({ outcome }) => outcome)
  return { outcomes, written, problems: plan.report.problems }
}

function fresh(): MemoryCompany {
  const memory = new MemoryCompany(NOW)
  memory.write((tx) => tx.create(company, 'company', { name: 'Ассоль', zone: 'Europe/Moscow', currency: 'RUB' }))
  return memory
}

const ofOne = (memory: MemoryCompany) => [...memory.rows(orders)][0] as Order

function document(id: string, more: string, lines: string): string {
  return `<Документ><Ид>${id}</Ид><Номер>${id}</Номер><Дата>2026-09-02</Дата><Время>10:00:00</Время><Валюта>руб</Валюта>
<Контрагенты><Контрагент><Ид>c1</Ид><Наименование>Ромашка</Наименование><Роль>Покупатель</Роль><ИНН>7707083893</ИНН></Контрагент></Контрагенты>
<Товары>${lines}</Товары>${more}</Документ>`
}
const line = (id: string, price: string, count: string, sum: string, more = '') =>
  `<Товар><Ид>${id}</Ид><Наименование>Товар ${id}</Наименование><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Количество>${count}</Количество><Сумма>${sum}</Сумма>${more}</Товар>`
const file = (...all: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.05">${all.join('\n')}</КоммерческаяИнформация>`
const status = (value: string, name = 'Статус заказа') =>
  `<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>`

test('X23: orders as 1C writes them, in Windows-1251, become orders with buyer, goods and state, right to the kopeck', async () => {
  const memory = fresh()
  const path = join(import.meta.dirname, '../../../../tests/fixtures/commerceml/orders.xml')
  expect(await takeIn(memory, readFileSync(path))).toMatchObject({ outcomes: ['created'], problems: [] })
  const order = ofOne(memory)
  expect(order).toMatchObject({
    number: '00УТ-000012',
    note: 'Позвонить & согласовать',
    posted: true,
    sort: 'customer',
  })
  expect([orderTotal(order), order.date]).toEqual([558_090, Date.parse('2026-09-02T11:30:00+03:00')])
  expect([...memory.rows(customers)]).toMatchObject([
    { id: order.customer, name: 'Ромашка', inn: '7707083893', kpp: '770701001', type: 'company' },
  ])
  expect([...memory.rows(products)].map(({ id }) => id)).toEqual([order.lines[0]?.product])
  const move = standingOf(order).move
  expect(order.moves).toHaveLength(1)
  expect([move?.total, move?.completion]).toEqual([558_090, null])
})

test('X23: a line comes to what the file says: by percent, by money, by a price that is told only by its sum', async () => {
  const memory = fresh()
  const off = (sum: string, isCounted: boolean) =>
    `<Скидки><Скидка><Наименование>С</Наименование><Сумма>${sum}</Сумма><УчтеноВСумме>${isCounted}</УчтеноВСумме></Скидка></Скидки>`
  const lines = [
    line('a', '100', '3', '269.99', off('30.01', true)),
    line('b', '100', '1', '100', off('7.5', false)),
    line('c', '', '3', '100'),
  ]
  await takeIn(memory, file(document('1', '', lines.join(''))))
  expect(orderTotal(ofOne(memory))).toBe(26_999 + 9_250 + 10_000)
})

test('X23: a status is looked for in the kind; what is done or cancelled is completed so; twice adds nothing', async () => {
  const memory = fresh()
  const text = file(
    document('1', status('принят'), line('a', '10', '1', '10')),
    document('2', status('Иное'), line('a', '10', '1', '10')),
    document('3', status('Завершен'), line('a', '10', '1', '10')),
    document('4', status('true', 'Отменен'), line('a', '10', '1', '10')),
  )
  expect((await takeIn(memory, text)).outcomes).toEqual(['created', 'created', 'created', 'created'])
  const byNumber = new Map([...memory.rows(orders)].map((order) => [order.number, order]))
  const completion = (number: string) => standingOf(byNumber.get(number) as Order).move?.completion ?? null
  expect(['1', '2', '3', '4'].map(completion)).toEqual([null, null, 'success', 'cancelled'])
  expect((await takeIn(memory, text)).outcomes).toEqual(['same', 'same', 'same', 'same'])
  expect([[...memory.rows(customers)].length, [...memory.rows(products)].length]).toEqual([1, 1])
  const dearer = text.replace(
    '<Количество>1</Количество><Сумма>10</Сумма>',
    '<Количество>2</Количество><Сумма>20</Сумма>',
  )
  expect((await takeIn(memory, dearer)).outcomes).toEqual(['changed', 'same', 'same', 'same'])
})

test('X23: a buyer and goods that the company has are met by INN and name, and not made again', async () => {
  const memory = fresh()
  memory.write((tx) => {
    tx.create(customers, 'common-00000000-0000-7000-8000-000000000001', { name: 'ООО Ромашка', inn: '7707083893' })
    tx.create(products, 'table', { name: 'Товар a' })
  })
  await takeIn(memory, file(document('1', '', line('a', '10', '1', '10'))), { ...INTO, changed: 'leave' })
  expect([...memory.rows(customers)].map(({ name }) => name)).toEqual(['ООО Ромашка'])
  expect(ofOne(memory)).toMatchObject({ customer: [...memory.rows(customers)][0]?.id, lines: [{ product: 'table' }] })
})

test('X23: an order of a day that is out of range is refused in words; the others go in', async () => {
  const memory = fresh()
  const old = document('1', '', line('a', '10', '1', '10')).replace('2026-09-02', '1999-09-02')
  const { outcomes, problems } = await takeIn(memory, file(old, document('2', '', line('a', '10', '1', '10'))))
  expect(outcomes).toEqual(['refused', 'created'])
  expect(problems.map(({ code }) => code)).toEqual(['date-range'])
})

test('X24: orders that were written, taken in by another company, are the same but for what the form has no place for', async () => {
  const [memory, other] = [fresh(), fresh()]
  const lines = line('a', '99.99', '1.5', '149.99') + line('b', '100', '2', '180')
  await takeIn(memory, file(document('1', status('Принят'), lines), document('2', status('true', 'Отменен'), lines)))
  const written = writeOrders(
    [...memory.rows(orders)].map((order) => exchangeOrderOf(order, lookIn(memory, order))),
    'now',
  )
  await takeIn(other, written)
  expect(shownIn(other)).toEqual(shownIn(memory))
})

function lookIn(memory: MemoryCompany, order: Order) {
  const all = [...memory.rows(products)]
  const customer = ([...memory.rows(customers)].find(({ id }) => id === order.customer) ?? null) as Customer | null
  const product = (id: string | null) => all.find((one) => one.id === id) ?? null
  return { customer, product, status: null, currency: 'RUB', zone: 'Europe/Moscow' }
}

/** What the form carries of orders, by what things are called. */
function shownIn(memory: MemoryCompany) {
  return [...memory.rows(orders)].map((order) => {
    const { customer, product } = lookIn(memory, order)
    const lines = order.lines.map((one) => [product(one.product)?.name, one.quantity, one.price, one.vat])
    const { number, date, note, currency } = order
    const completion = standingOf(order).move?.completion ?? null
    return {
      number,
      date,
      note,
      currency,
      completion,
      total: orderTotal(order),
      lines,
      by: [customer?.name, customer?.inn],
    }
  })
}
