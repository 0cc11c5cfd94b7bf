import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { xmlText } from '../xml/text.ts'
import { readExchange } from './read.ts'

/** Files as 1C writes them, made after the standard. */
function fixture(name: string): string {
  const read = xmlText(readFileSync(join(import.meta.dirname, '../../../../tests/fixtures/commerceml', name)))
  if ('code' in read) throw new Error(read.code)
  return read.text
}
const root = (inside: string) => `<КоммерческаяИнформация ВерсияСхемы="2.05">${inside}</КоммерческаяИнформация>`
const told = ({ problems }: ReturnType<typeof readExchange>) =>
  problems.map(({ line, code, params }) => [line, code, params])

test('X8, X9: a catalogue: groups within groups, goods with characteristics, units and VAT', () => {
  const read = readExchange(fixture('import.xml'))
  expect(told(read)).toEqual([[62, 'exchange-reference', { what: 'Группа', id: 'group-nowhere' }]])
  expect(read.exchange).toMatchObject({
    version: '2.05',
    isPartial: false,
    groups: [
      { id: 'group-kitchens', name: 'Кухни', parent: null },
      { id: 'group-fronts', name: 'Фасады', parent: 'group-kitchens' },
      { id: 'group-services', parent: null },
    ],
    products: [
      {
        line: 33,
        id: 'front-oak',
        article: 'Ф-001',
        barcode: '4600000000015',
        name: 'Фасад <Дуб> 396×716',
        description: 'Шпон, <b>матовый</b> лак',
        unit: 'шт',
        groups: ['group-fronts'],
        vat: '20',
        traits: [{ name: 'Цвет', value: 'Белый' }],
        details: [{ name: 'ТипНоменклатуры', value: 'Товар' }],
        isRemoved: false,
      },
      { id: 'measuring', unit: 'Час', groups: ['group-services'], vat: 'Без НДС', isRemoved: true },
    ],
  })
})

test('X8, X9: offers: price types, prices, stock of all stores; what they refer to may stand in an earlier file', () => {
  const before = {
    groups: new Set<string>(),
    priceTypes: new Set<string>(),
    products: new Set(['front-oak', 'measuring']),
  }
  const read = readExchange(fixture('offers.xml'), before)
  expect(told(read)).toEqual([
    [18, 'exchange-reference', { what: 'ТипЦены', id: 'price-nowhere' }],
    [49, 'exchange-value', { name: 'ЦенаЗаЕдиницу', value: 'много' }],
    [56, 'exchange-reference', { what: 'Товар', id: 'goods-nowhere' }],
  ])
  expect(read.exchange?.priceTypes).toEqual([{ id: 'price-retail', name: 'Розничная', currency: 'RUB' }])
  expect(read.exchange?.offers).toMatchObject([
    { id: 'front-oak#white', prices: [{ type: 'price-retail', sum: 310_050, currency: 'RUB' }], quantity: 12_500 },
    { id: 'measuring', prices: [], quantity: 0 },
  ])
  expect(readExchange(fixture('offers.xml')).exchange?.offers).toHaveLength(3)
})

test('X8: orders in Windows-1251, which the file declares', () => {
  const { exchange, problems } = readExchange(fixture('orders.xml'))
  expect(problems).toEqual([])
  expect(exchange?.orders).toMatchObject([
    {
      id: 'order-1',
      number: '00УТ-000012',
      date: '2026-09-02',
      time: '11:30:00',
      sum: 558_090,
      comment: 'Позвонить & согласовать',
      parties: [
        {
          name: 'Ромашка',
          fullName: 'ООО "Ромашка"',
          inn: '7707083893',
          kpp: '770701001',
          address: 'Москва, ул. Садовая, 1',
        },
      ],
      lines: [
        {
          id: 'front-oak#white',
          price: 310_050,
          quantity: 2000,
          vat: '20',
          discounts: [{ name: 'Скидка', percent: 1000, sum: 62_010, isCounted: true }],
        },
      ],
      details: [{ name: 'Статус заказа', value: 'Принят' }],
    },
  ])
})

const goods = (...products: readonly string[]) => root(`<Каталог><Товары>\n${products.join('\n')}\n</Товары></Каталог>`)
const product = (id: string) => `<Товар><Ид>${id}</Ид><Наименование>${id}</Наименование></Товар>`
const idsOf = (text: string) => readExchange(text).exchange?.products.map(({ id }) => id)

test('X9: what stands there twice counts once, what lacks its id or name is left out; each is told', () => {
  const text = goods(product('a'), product('a'), '<Товар><Ид>b</Ид></Товар>', product('c'))
  expect(told(readExchange(text))).toEqual([
    [3, 'exchange-repeated', { id: 'a', first: 2 }],
    [4, 'exchange-missing', { name: 'Наименование', what: 'Товар' }],
  ])
  expect(idsOf(text)).toEqual(['a', 'c'])
})

test.each([
  ['<Товар><Ид>b</Наименование></Товар>', 3],
  ['<Товар><Ид>b & c</Ид><Наименование>b</Наименование></Товар>', 3],
  ['<Товар><Ид>&nope;</Ид><Наименование>b</Наименование></Товар>', 3],
])('X10: an element that is not well-formed is told and left out, the rest goes on: %s', (broken, line) => {
  const text = goods(product('a'), broken, product('c'))
  expect(told(readExchange(text)).map(([at, code]) => [at, code])).toEqual([[line, 'xml-broken']])
  expect(idsOf(text)).toEqual(['a', 'c'])
})

test('X10: of a file that is cut off, what stands before is taken', () => {
  const whole = goods(product('a'), product('b'))
  const text = whole.slice(0, whole.indexOf('<Наименование>b'))
  expect(readExchange(text).problems.map(({ code }) => code)).toContain('xml-broken')
  expect(idsOf(text)).toEqual(['a'])
})

test('X10: a document type ends the reading, so no entity of its own is ever read', () => {
  const text = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n${goods('<Товар><Ид>&b;</Ид></Товар>')}`
  expect(readExchange(text)).toMatchObject({
    exchange: null,
    problems: [{ code: 'xml-doctype' }, { code: 'exchange-other' }],
  })
})

test('X10: depth and length are bounded', () => {
  const deep = root(`${'<a>'.repeat(60)}${'</a>'.repeat(60)}`)
  expect(readExchange(deep).problems).toMatchObject([{ code: 'xml-deep' }])
  const long = goods(product('a'), `<Товар><Ид>${'x'.repeat(1_100_000)}</Ид></Товар>`)
  expect(readExchange(long).problems).toMatchObject([{ line: 3, code: 'xml-long' }])
  expect(idsOf(long)).toEqual(['a'])
})

test('X8: another file is none', () => {
  expect(readExchange('<html></html>')).toMatchObject({ exchange: null, problems: [{ code: 'exchange-other' }] })
  expect(readExchange('name;price')).toMatchObject({ exchange: null })
})
