import { expect, test } from 'vitest'
import { Shop } from '../shop/shop.ts'
import { CATALOGUE, TABLE } from '../testing/samples.ts'
import { sitemap, sitemapPart } from './sitemap.ts'

const addressesIn = (text: string | null) =>
  [...(text ?? '').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, one]) => one ?? '')

test('ST13: more pages than a map may have stand in several, which an index names; each page stands in one', () => {
  const goods = Array.from({ length: 100_000 }, (_, at) => ({ ...TABLE, id: `p${at}`, slug: `p${at}` }))
  const shop = new Shop({ ...CATALOGUE, goods })
  const place = { shop, base: '/shop', origin: 'https://crm.example', look: '' }
  const index = sitemap(place)
  expect(index).toContain('<sitemapindex')
  const maps = addressesIn(index)
  expect(maps).toEqual([1, 2, 3].map((n) => `https://crm.example/shop/sitemap/${n}.xml`))
  const parts = maps.map((_, at) => addressesIn(sitemapPart(place, at + 1)))
  expect(parts.map(({ length }) => length)).toEqual([50_000, 50_000, 8])
  expect(new Set(parts.flat()).size).toBe(100_008)
  expect(parts.flat()).toContain('https://crm.example/shop/product/p99999')
  expect([sitemapPart(place, 0), sitemapPart(place, 4)]).toEqual([null, null])
})
