import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { productGroups, products } from '../../../shared/goods/collections.ts'
import { readExchange } from '../../../shared/importing/reading/commerceml/read.ts'
import { kinds, orders, reasons } from '../../../shared/orders/collections.ts'
import type { ShopExchange } from '../../../shared/site/exchange/settings.ts'
import { SHOP, startShop } from '../testing/shop.ts'
import { openSiteRoom, type SiteRoom } from '../testing/site-room.ts'
import { shopExchange } from './exchange.ts'

let room: SiteRoom
let shop: Awaited<ReturnType<typeof startShop>>
beforeEach(async () => {
  ;[room, shop] = await Promise.all([openSiteRoom(), startShop()])
  const [kind] = [...room.device.rows(kinds)].filter(({ gone }) => !gone)
  await room.server.author.write((tx) => tx.create(reasons, 'price', { name: 'Цена' }))
  await room.setSite({ kind: kind?.id ?? null })
})
afterEach(async () => {
  await room.close()
  await shop.close()
})

const set = (more: Partial<ShopExchange<string | null>> = {}) => {
  const exchange = { url: shop.url, ...SHOP, sendsGoods: true, takesOrders: true, minutes: 5, ...more }
  return room.server.siteSettings.exchange.change({ exchange }, 'anna', Date.now())
}
const begin = (name = 'one') => room.begin(name, [shopExchange])
const standing = async () => (await room.server.siteSettings.exchange.view()).standing
const stands = (what: object) => expect.poll(standing, { timeout: 15_000 }).toMatchObject(what)
const ordered = () => [...room.device.rows(orders)].filter(({ lines }) => lines.some(({ price }) => price === 12_345))

const TODAY = new Date().toISOString().slice(0, 10)
const ORDERS = `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация ВерсияСхемы="2.05" ДатаФормирования="${TODAY}T10:00:00">
<Документ><Ид>501</Ид><Номер>501</Номер><Дата>${TODAY}</Дата><Время>00:00:10</Время><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль><Валюта>RUB</Валюта><Сумма>246.90</Сумма>
<Контрагенты><Контрагент><Ид>77</Ид><Наименование>Петров Иван</Наименование><Роль>Покупатель</Роль></Контрагент></Контрагенты>
<Товары><Товар><Ид>x-1</Ид><Наименование>Табурет</Наименование><ЦенаЗаЕдиницу>123.45</ЦенаЗаЕдиницу><Количество>2</Количество><Сумма>246.90</Сумма></Товар></Товары>
</Документ></КоммерческаяИнформация>`

test('WB22, WB23: goods go in pieces that the shop takes, with groups and prices, and are taken in', async () => {
  room.device.write((tx) => {
    tx.create(productGroups, 'kitchen', { name: 'Кухня' })
    tx.create(productGroups, 'tables', { name: 'Столы & стулья', parent: 'kitchen' })
    tx.create(products, 'oak', { name: 'Стол <дуб>', price: 1_250_050, group: 'tables', article: 'Д-1', unit: 'шт' })
    tx.create(products, 'secret', { name: 'Без цены' })
  })
  await room.device.saved([`${room.server.company}/goods`])
  begin()
  await set({ takesOrders: false })
  await stands({ trouble: null, goods: 2, orders: null })
  expect(shop.state.imported).toEqual(['import.xml', 'offers.xml'])
  expect(shop.state.greatest).toBeLessThanOrEqual(200)
  const read = (name: string) => readExchange(shop.state.files.get(name)?.toString() ?? '').exchange
  const catalogue = read('import.xml')
  expect(catalogue?.groups).toMatchObject([
    { id: 'kitchen', name: 'Кухня', parent: null },
    { id: 'tables', name: 'Столы & стулья', parent: 'kitchen' },
  ])
  expect(catalogue?.products.map(({ id, name, article, groups }) => [id, name, article, groups])).toEqual([
    ['table', 'Стол', null, []],
    ['oak', 'Стол <дуб>', 'Д-1', ['tables']],
  ])
  expect(read('offers.xml')?.offers.map(({ id, prices }) => [id, prices[0]?.sum])).toEqual([
    ['table', 10_000],
    ['oak', 1_250_050],
  ])
})

test('WB24: orders come as records of the site’s kind, once, and are confirmed behind it', async () => {
  shop.state.orders = ORDERS
  const end = begin()
  await set({ sendsGoods: false })
  await stands({ trouble: null, orders: 1 })
  expect(shop.state.confirmed).toBe(1)
  await room.orders()
  expect(ordered()).toMatchObject([{ posted: true, lines: [{ quantity: 2_000, price: 12_345 }] }])
  expect([...room.device.rows(customers)].map(({ name }) => name)).toEqual(['Петров Иван'])
  // The shop gives them again, as after a cut before its confirmation; other agents on a new disk take them.
  await end()
  begin('two')
  await expect.poll(() => shop.state.confirmed, { timeout: 15_000 }).toBe(2)
  expect(ordered().length).toBe(1)
  expect([...room.device.rows(customers)].length).toBe(1)
  expect(room.faults).toEqual([])
})

describe('WB24: an order that cannot be read is not lost: the others are taken, it is said which, the shop is not told', () => {
  const second = (change: (text: string) => string) => {
    const [head = '', order = ''] = ORDERS.split(/(?=<Документ>)/)
    const [whole = '', end = ''] = order.split(/(?=<\/КоммерческаяИнформация>)/)
    return `${head}${change(whole.replaceAll('501', '502').replaceAll('77', '78'))}\n${whole}${end}`
  }
  test.each([
    ['a quantity beyond all', (text: string) => text.replace('<Количество>2<', '<Количество>1e308<'), '', 2],
    ['a day that is none', (text: string) => text.replace(`<Дата>${TODAY}<`, '<Дата>2026-02-31<'), '', 1],
    ['broken XML', (text: string) => text.replace('Табурет', 'Табурет & <Стол'), 'XML:', 1],
    ['an entity of its own', (text: string) => text.replace('Табурет', '&bomb;'), 'XML:', 1],
    ['a text without end', (text: string) => text.replace('Табурет', 'Т'.repeat(2_000_000)), 'XML:', 0],
  ])('%s', async (_, change, named, taken) => {
    shop.state.orders = second(change)
    await set({ sendsGoods: false })
    begin()
    await stands({ trouble: 'ordersLeft', said: expect.stringContaining(named) })
    expect(shop.state.confirmed).toBe(0)
    await room.orders()
    expect(ordered()).toHaveLength(taken)
  })

  test('bombs are no orders, and hold up nobody', async () => {
    const [first = '', rest = ''] = ORDERS.split(/(?=<КоммерческаяИнформация)/)
    const bombs = [
      `${first}<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${rest}`,
      `${first}<КоммерческаяИнформация>${'<Документ><Ид>&</Ид></Документ>'.repeat(300_000)}`,
      `${first}<КоммерческаяИнформация>${'<а>'.repeat(1_000_000)}`,
    ]
    begin()
    for (const [i, bomb] of bombs.entries()) {
      shop.state.orders = bomb
      await set({ sendsGoods: false, minutes: 10 + i })
      const after = Date.now()
      await expect.poll(async () => ((await standing())?.at ?? 0) > after - 1, { timeout: 30_000 }).toBe(true)
      expect((await standing())?.trouble).toMatch(/notUnderstood|ordersLeft/)
    }
    expect(shop.state.confirmed).toBe(0)
  }, 120_000)
})

describe('WB23: what goes wrong is told apart', () => {
  test.each([
    ['a password that is refused', { password: 'other' }, [], { trouble: 'keyRefused', said: 'wrong password' }],
    ['a page of another kind', {}, [['checkauth', '<html>']], { trouble: 'notUnderstood' }],
    ['an import that fails', {}, [['import', 'failure\nСклад закрыт']], { trouble: 'refused', said: 'Склад закрыт' }],
    ['orders that are none', {}, [['query', 'hello']], { trouble: 'notUnderstood' }],
    ['nobody', { url: 'http://127.0.0.1:9/x' }, [], { trouble: 'unreachable' }],
  ] as const)('%s', async (_, change, instead, told) => {
    for (const [mode, text] of instead) shop.state.instead.set(mode, text)
    await set(change)
    begin()
    await stands(told)
    expect(shop.state.confirmed).toBe(instead.some(([mode]) => mode === 'import') ? 1 : 0)
  })

  test('a company without a site, and one without a kind of order', async () => {
    shop.state.orders = ORDERS
    await room.setSite({ kind: 'gone' })
    await set()
    begin()
    await stands({ trouble: 'noKind' })
    expect(shop.state.confirmed).toBe(0)
  })
})
