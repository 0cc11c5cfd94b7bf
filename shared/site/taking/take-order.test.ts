import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { customers } from '../../customers/collections.ts'
import { indexDuplicates } from '../../customers/duplicates/duplicates.ts'
import { events } from '../../events/collections.ts'
import { products } from '../../goods/collections.ts'
import { mailingConsents } from '../../mailings/collections.ts'
import { consentId } from '../../mailings/consent-id.ts'
import { kinds, orders } from '../../orders/collections.ts'
import { Shop, shopWithOrder } from '../../orders/testing/shop.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { exchange } from '../../records/simulation/world/desk.ts'
import type { SiteOrder } from '../catalogue.ts'
import { SITE, type Site, sites } from '../collections.ts'
import { siteStateOf } from '../state-of.ts'
import { idsOf } from './ids.ts'
import { takeSiteOrder } from './take-order.ts'

const TABLE = 'table'
const ANNA = derivedId('common', START, 'test', 'anna')
let shop: Shop

beforeEach(() => {
  shop = shopWithOrder('server')
  shop.run((tx) => {
    tx.create(products, TABLE, { name: 'Стол', type: 'goods', unit: 'шт', vat: 'vat20', price: 10_000 })
    tx.create(sites, SITE, {
      isOn: true,
      name: 'Ассоль',
      kind: 'kitchens',
      state: 'measured',
      responsible: 'max',
      source: 'Сайт',
    })
  })
})

function ordered(more: Partial<SiteOrder> = {}): SiteOrder {
  return {
    ...{ id: 'visit-1', at: START + 5_000, name: 'Анна Белова', phone: '8 (916) 123-45-67', email: 'Anna@Example.com' },
    ...{ address: '', note: '', company: '', inn: '', agreed: START + 5_000, wantsNews: false, token: 'secret' },
    lines: [{ product: TABLE, name: 'Стол', quantity: 2_000, price: 10_000 }],
    ...more,
  }
}

const all = (at: Shop, collection: typeof customers) => [
  ...at.device.open(collection, idsOf(ordered(), START).customer).records(collection).rows(),
]

function take(order: SiteOrder, at: Shop = shop): boolean {
  return at.ask((tx) =>
    takeSiteOrder(tx, order, {
      site: at.row(sites, SITE) as Site,
      kinds: [at.row(kinds, 'kitchens'), at.row(kinds, 'repairs')],
      index: indexDuplicates(all(at, customers), null),
      ways: { zone: 'Europe/Moscow', currency: 'RUB', language: 'ru', country: null },
      ...{ currency: null, now: START + 60_000 },
    }),
  )
}
const orderOf = (order: SiteOrder, at: Shop = shop) => at.row(orders, idsOf(order, START).order)

test('WB7, WB9: an order of the chosen kind and state, posted, from its source, with its lines', () => {
  expect(take(ordered({ note: 'После шести', address: 'Мира, 5' }))).toBe(true)
  const order = orderOf(ordered())
  expect(order).toMatchObject({ sort: 'customer', posted: true, source: 'Сайт', responsible: 'max', visitor: 'secret' })
  expect(order.moves.map(({ kind, state, follows }) => [kind, state, follows])).toEqual([['kitchens', 'measured', []]])
  expect(order.lines).toMatchObject([{ product: TABLE, quantity: 2_000, price: 10_000, unit: 'шт', vat: 'vat20' }])
  expect(order.note).toBe('Покупатель пишет: После шести\nАдрес: Мира, 5')
})

describe('WB8: whose it is', () => {
  test('a customer is made of who is not known, with what was typed', () => {
    take(ordered())
    expect(all(shop, customers)).toMatchObject([
      { name: 'Анна Белова', type: 'person', phone: '8 (916) 123-45-67', email: 'Anna@Example.com', source: 'Сайт' },
    ])
    take(ordered({ id: 'visit-2', phone: '', company: 'ООО «Ромашка»', inn: '7707083893', email: 'r@x.ru' }))
    const company = all(shop, customers).find(({ name }) => name === 'ООО «Ромашка»')
    expect(company).toMatchObject({ type: 'company', inn: '7707083893', contacts: [{ name: 'Анна Белова' }] })
  })

  test('who is known by phone, mail or INN in another spelling has it; what is new is added, nothing is changed', () => {
    shop.run((tx) => tx.create(customers, ANNA, { name: 'Студия', phone: '+79161234567' }))
    take(ordered())
    expect(all(shop, customers).length).toBe(1)
    const [row] = all(shop, customers)
    expect(row).toMatchObject({ id: ANNA, name: 'Студия', phone: '+79161234567', email: null, phones: [] })
    expect(row?.contacts.map(({ name }) => name)).toEqual(['Анна Белова'])
    expect(row?.emails).toMatchObject([{ email: 'Anna@Example.com', contact: row?.contacts[0]?.id }])
    expect(orderOf(ordered())).toMatchObject({ customer: ANNA, contact: 'Анна Белова' })
    take(ordered({ id: 'visit-2', phone: '' }))
    expect(all(shop, customers).length).toBe(1)
    expect(all(shop, customers)[0]?.contacts.length).toBe(1)
  })

  test('a customer that was merged into another means that one', () => {
    const other = derivedId('common', START, 'test', 'other')
    shop.run((tx) => {
      tx.create(customers, other, { name: 'Анна Белова' })
      tx.create(customers, ANNA, { name: 'Анна', phone: '89161234567', mergedInto: other })
    })
    take(ordered())
    const { customer } = orderOf(ordered())
    expect(
      all(shop, customers)
        .filter(({ phone }) => phone !== null)
        .map(({ id }) => id),
    ).toContain(customer)
  })
})

test('WB7: taken twice, apart and cut off amid it, there is one of each', () => {
  const [a, b] = [new Shop('A'), new Shop('B')]
  exchange(shop, a, b)
  take(ordered({ wantsNews: true }), a)
  take(ordered({ wantsNews: true }), b)
  exchange(a, b)
  take(ordered({ wantsNews: true }), a)
  exchange(a, b)
  for (const at of [a, b]) {
    expect(all(at, customers).length).toBe(1)
    expect(orderOf(ordered(), at).moves.length).toBe(1)
    expect(orderOf(ordered(), at).lines.length).toBe(1)
  }
})

test('WB7: taken again behind the erasing of who ordered, nothing of him is written', () => {
  take(ordered())
  const { id, customer } = orderOf(ordered())
  shop.run((tx) => {
    tx.set(customers, customer ?? '', { name: 'Покупатель удален', phone: null, email: null })
    tx.set(orders, id, { visitor: null })
  })
  expect(take(ordered({ wantsNews: true }))).toBe(true)
  const [row] = all(shop, customers)
  expect([row?.contacts, row?.phones, row?.emails]).toEqual([[], [], []])
  expect(shop.ask((tx) => tx.find(mailingConsents, consentId('letter', 'anna@example.com')))).toBeNull()
})

describe('WB9: at the price that was seen', () => {
  test('a price that differs from today’s stays and is told of', () => {
    take(ordered({ lines: [{ product: TABLE, name: 'Стол', quantity: 1_000, price: 9_000 }] }))
    const order = orderOf(ordered())
    expect(order.lines).toMatchObject([{ product: TABLE, price: 9_000, priceType: null }])
    expect(order.note).toBe('«Стол»: на сайте было 90,00, сегодня 100,00')
  })

  test('goods that are gone are a line without a product', () => {
    shop.do('removeRecord', { collection: 'products', id: TABLE })
    take(ordered())
    expect(orderOf(ordered()).lines).toMatchObject([{ product: null, text: 'Стол', price: 10_000 }])
    expect(orderOf(ordered()).note).toContain('больше не продается')
  })

  test('sums beyond an order’s leave lines without prices', () => {
    const line = { product: TABLE, name: 'Стол', quantity: 1_000_000_000, price: 1_000_000_000_000 }
    take(ordered({ lines: [line, line] }))
    expect(orderOf(ordered()).lines.map(({ price }) => price)).toEqual([null, null])
    expect(orderOf(ordered()).note).toContain('больше, чем может быть в заказе')
  })

  test('a kind or state that is gone makes way for the first there is; with no kind at all the order waits', () => {
    shop.do('setRecord', { collection: 'sites', id: SITE, values: { state: 'nowhere' } })
    take(ordered())
    expect(orderOf(ordered()).moves).toMatchObject([{ kind: 'kitchens', state: 'new' }])
    shop.do('removeRecord', { collection: 'kinds', id: 'kitchens' })
    shop.do('removeRecord', { collection: 'kinds', id: 'repairs' })
    expect(take(ordered({ id: 'visit-9' }))).toBe(false)
  })

  test('whatever a visitor sends becomes an order', () => {
    const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constant('<script>alert(1)</script>'))
    const number = fc.oneof(fc.double(), fc.integer(), fc.constant(Number.MAX_SAFE_INTEGER))
    const line = fc.record({
      product: fc.constantFrom(TABLE, '', 'x/y', 'нет'),
      name: any,
      quantity: number,
      price: number,
    })
    const visit = fc.record({
      ...{ id: fc.uuid(), at: number, name: any, phone: any, email: any, address: any, note: any, company: any },
      ...{
        inn: any,
        agreed: number,
        wantsNews: fc.boolean(),
        token: fc.uuid(),
        lines: fc.array(line, { maxLength: 5 }),
      },
    })
    fc.assert(
      fc.property(visit, (order) => {
        expect(take(order)).toBe(true)
        expect(orderOf(order).lines.length).toBe(order.lines.length)
      }),
      { numRuns: 60 },
    )
  })
})

test('WB10: what was agreed to stands with its time; what was taken back later stays so', () => {
  const order = ordered({ wantsNews: true })
  const consent = () => shop.row(mailingConsents, consentId('letter', 'anna@example.com'))
  take(order)
  expect(consent()).toMatchObject({ given: order.agreed, givenBy: 'siteForm', customer: orderOf(order).customer })
  expect(shop.row(events, idsOf(order, START).consent)).toMatchObject({
    ...{ kind: 'otherEvent', state: 'done', start: order.agreed, basis: `orders/${orderOf(order).id}` },
    subject: expect.stringContaining('Согласие на обработку персональных данных дано'),
  })
  shop.run((tx) => tx.set(mailingConsents, consent().id, { withdrawn: order.agreed + 10 }))
  take(order)
  expect(consent()).toMatchObject({ given: order.agreed, withdrawn: order.agreed + 10 })
  take(ordered({ id: 'visit-2', email: '', wantsNews: true }))
  expect(shop.row(mailingConsents, consentId('sms', '+79161234567'))).toMatchObject({ way: 'sms', givenBy: 'siteForm' })
})

test('WB11: the page is told of number, state, lines and total, of orders from the site alone', () => {
  const order = ordered()
  take(order)
  const id = orderOf(order).id
  const told = () =>
    siteStateOf(orderOf(order), (collection, one) => shop.ask((tx) => tx.find(collection, one)), 'Завершен')
  expect(told()).toMatchObject({
    ...{ token: 'secret', total: 20_000, isDone: false, isCancelled: false },
    lines: [{ name: 'Стол', quantity: 2_000, price: 10_000 }],
  })
  const terms = { vatMode: 'onTop', discount: 1_000 } as const
  const taxed = {
    ...orderOf(order),
    ...terms,
    lines: orderOf(order).lines.map((line) => ({ ...line, vat: 'vat20' as const })),
  }
  expect(siteStateOf(taxed, () => null, '')).toMatchObject({ total: 21_600, vat: 3_600 })
  shop.do('moveOrder', { id, state: 'completed', completion: 'cancelled', reason: 'price' })
  expect(told()).toMatchObject({ state: 'Завершен', isCancelled: true, isDone: false })
  shop.do('removeRecord', { collection: 'orders', id })
  expect(told()).toBeNull()
})
