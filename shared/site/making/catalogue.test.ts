import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Product, ProductGroup } from '../../goods/collections.ts'
import type { Site } from '../collections.ts'
import { type CatalogueSources, makeCatalogue } from './catalogue.ts'
import { latinOf, slugsOf } from './slug.ts'
import { reservedIn, stockOf } from './stock.ts'

const base = { gone: false, goneAt: null, goneBy: null, newer: false, madeAt: 0, madeBy: 'a', changedAt: 0 }
const group = (id: string, parent: string | null = null, more: Partial<ProductGroup> = {}) =>
  ({ ...base, id, name: `Группа ${id}`, parent, place: null, ...more }) as ProductGroup

const product = (id: string, more: object = {}) =>
  ({
    ...base,
    ...{ id, name: `Товар ${id}`, type: 'goods', article: 'A-1', barcode: null, category: null, group: null },
    ...{ unit: 'шт', price: 10_000, vat: null, pictured: false, description: null, prices: [], ...more },
  }) as unknown as Product

const SITE = {
  ...base,
  ...{ id: 'site', isOn: true, name: 'Ассоль', slogan: null, about: null, delivery: null, privacy: null },
  ...{ phone: null, email: null, address: null, hue: 20, logo: null, organisation: null, groups: [], priceType: null },
  ...{ showsStock: false, stockField: null, kind: null, state: null, responsible: null, source: null, template: null },
  ...{ languages: [], published: null, goods: null, trouble: null },
} as unknown as Site

function sources(more: Partial<CatalogueSources>): CatalogueSources {
  return {
    ...{
      site: SITE,
      goods: [],
      groups: [],
      priceType: null,
      organisation: null,
      logo: null,
      pictures: new Map(),
      now: 1,
    },
    ...{ ways: { zone: 'Europe/Moscow', currency: 'RUB', language: 'ru' }, stockOf: () => null, day: '2026-11-28' },
    ...more,
  }
}

const names = (more: Partial<CatalogueSources>) => makeCatalogue(sources(more)).goods.map(({ name }) => name)

describe('WB1: what is declared leaves, and nothing else', () => {
  const secret = fc
    .string({ unit: fc.constantFrom(...'abcdef'), minLength: 12, maxLength: 16 })
    .map((s) => `SECRET${s}`)
  test('whatever else stands in records', () => {
    fc.assert(
      fc.property(secret, fc.integer({ min: 1_000_000_001, max: 2_000_000_000 }), (word, sum) => {
        const goods = [
          product('one', {
            ...{ barcode: word, category: word, note: word, custom_a: word, cost: sum },
            prices: [{ id: 'p', priceType: 'purchase', date: '2026-01-01', price: sum, madeAt: 1 }],
          }),
          product('two', { name: word, gone: true }),
          product('three', { name: word, price: null }),
        ]
        const groups = [group('g', null, { name: word, gone: true }), group('empty', null, { name: word })]
        const organisation = { ...base, name: 'ООО', head: word, accountant: word, accounts: [{ number: word }] }
        const site = {
          ...SITE,
          responsible: word,
          kind: word,
          state: word,
          template: word,
          source: word,
          trouble: word,
        }
        const text = JSON.stringify(
          makeCatalogue(sources({ site, goods, groups, organisation: organisation as never })),
        )
        expect(text).not.toContain('SECRET')
        expect(text).not.toContain(`${sum}`)
        expect(text).toContain('Товар one')
      }),
    )
  })
})

test('WB2: addresses differ, say the name, and depend on no others', () => {
  expect(latinOf('Кухня «Ёлка-2», щит №5')).toBe('kuhnya-elka-2-schit-5')
  expect(latinOf('Україна, Größe')).toBe('ukraina-gro-e')
  expect(latinOf('你好')).toBe('')
  const named = fc.uniqueArray(
    fc.record({ id: fc.uuid(), name: fc.constantFrom('Стол', 'стол', '', '桌子', 'Стул') }),
    {
      selector: ({ id }) => id,
    },
  )
  fc.assert(
    fc.property(named, (all) => {
      const slugs = slugsOf(all)
      expect(new Set(slugs.values()).size).toBe(all.length)
      for (const slug of slugs.values()) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      const half = slugsOf(all.slice(0, Math.ceil(all.length / 2)))
      for (const [id, slug] of half) expect(slugs.get(id)).toBe(slug)
    }),
  )
})

test('WB3: what has a price today, by the type that is chosen', () => {
  const retail = (date: string, price: number, id = date) => ({ id, priceType: 'retail', date, price, madeAt: 1 })
  const goods = [
    product('a', { prices: [retail('2026-01-01', 500), retail('2026-11-28', 700), retail('2026-11-29', 900)] }),
    product('b'),
    product('c', { price: null, prices: [retail('2026-12-01', 100)] }),
    product('d', { price: 0 }),
  ]
  const byType = makeCatalogue(
    sources({ goods, site: { ...SITE, priceType: 'retail' }, priceType: { currency: 'EUR' } }),
  )
  expect(byType.goods.map(({ id, price }) => [id, price])).toEqual([['a', 700]])
  expect(byType.currency).toBe('EUR')
  const own = makeCatalogue(sources({ goods }))
  expect(own.goods.map(({ id, price }) => [id, price])).toEqual([
    ['a', 10_000],
    ['b', 10_000],
    ['d', 0],
  ])
  expect(own.currency).toBe('RUB')
})

test('WB4: goods of chosen groups and below, and groups that hold any, behind their parents', () => {
  const groups = [group('kitchen'), group('table', 'kitchen'), group('bath'), group('x', 'y'), group('y', 'x')]
  const goods = [
    product('a', { group: 'table' }),
    product('b', { group: 'bath' }),
    product('c'),
    product('d', { group: 'x' }),
  ]
  const all = makeCatalogue(sources({ goods, groups }))
  expect(all.groups.map(({ id, parent }) => [id, parent]).slice(0, 3)).toEqual([
    ['bath', null],
    ['kitchen', null],
    ['table', 'kitchen'],
  ])
  expect(all.goods.length).toBe(4)
  const some = makeCatalogue(sources({ goods, groups, site: { ...SITE, groups: ['kitchen'] } }))
  expect(some.goods.map(({ id }) => id)).toEqual(['a'])
  expect(some.groups.map(({ id }) => id)).toEqual(['kitchen', 'table'])
  expect(names({ goods: [product('e', { group: 'gone' })], groups })).toEqual(['Товар e'])
})

test('WB5: stock is what the field says less what is held back, of goods alone', () => {
  const goods = product('a', { custom_stock: 500 })
  const line = { id: 'l', product: 'a', quantity: 2_000, section: 'goods' }
  const order = { ...base, sort: 'customer', posted: true, lines: [line], moves: [], shipments: [], payments: [] }
  const reserved = reservedIn([order as never, { ...order, posted: false } as never], () => 'goods')
  expect(stockOf(goods, 'custom_stock', reserved)).toBe(3_000)
  expect(stockOf(product('a', { custom_stock: 100 }), 'custom_stock', reserved)).toBe(0)
  expect(stockOf(product('a'), 'custom_stock', reserved)).toBeNull()
  const catalogue = makeCatalogue(sources({ goods: [goods, product('s', { type: 'service' })], stockOf: () => 7 }))
  expect(catalogue.goods.map(({ stock }) => stock)).toEqual([7, null])
})

test('WB1: a picture stands there of what has one still', () => {
  const goods = [product('a', { pictured: true }), product('b', { pictured: false })]
  const pictures = new Map([
    ['a', 'f00'],
    ['b', 'ba2'],
  ])
  expect(makeCatalogue(sources({ goods, pictures })).goods.map((one) => one.pictures)).toEqual([['f00'], []])
})
