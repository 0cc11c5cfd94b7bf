import { get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SiteCatalogue } from '../../../shared/site/catalogue.ts'
import { fieldsIn, type OpenDoor, openDoor, type Visitor } from '../testing/open-door.ts'
import { CATALOGUE, CHAIR, DOT_HASH, TABLE } from '../testing/samples.ts'
import { SHOP_WORDS } from '../words.ts'

const WORDS = SHOP_WORDS.ru
/** Enough for pages. */
const MANY: SiteCatalogue = {
  ...CATALOGUE,
  goods: [
    ...CATALOGUE.goods,
    ...Array.from({ length: 100 }, (_, n) => ({
      ...CHAIR,
      id: `c${n}`,
      slug: `stul-${n}`,
      name: `Стул складной ${n}`,
      price: 1000 + ((n * 37) % 100) * 100,
      stock: null,
    })),
  ],
}

let site: OpenDoor
let visitor: Visitor
beforeEach(async () => {
  site = await openDoor(MANY)
  visitor = site.visitor()
})
afterEach(() => site.close())

const namesIn = (page: string) => [...page.matchAll(/<h[23] class="name">([^<]+)/g)].map(([, name]) => name)
const dataIn = (page: string) =>
  [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json = '']) => JSON.parse(json))

test('ST11: every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    // The form says in words what browsers would say in the browser's own language.
    rules: { 'no-novalidate': 'off', 'long-title': 'off', 'void-style': 'off', 'no-trailing-whitespace': 'off' },
  })
  await visitor.post('/cart', { add: 'table', quantity: '2' })
  const form = fieldsIn((await visitor.get('/order')).text)
  const wrong = await visitor.post('/order', { ...form, inn: '1', email: '"' })
  const unclear = await visitor.post('/cart', { 'quantity.table': 'много', set: 'cart' })
  const done = await visitor.post('/order', {
    ...{ ...form, form: site.aged(String(form.form), 60_000) },
    ...{ name: 'Иван', phone: '+79051234567', consent: 'yes' },
  })
  const paths = ['/', '/catalogue', '/catalogue/stulya?page=2&sort=cheap', '/product/stol-kuhonnyi', '/product/stul']
  const more = ['/search?q=стул', '/search?q=нет', '/search', '/cart', '/contacts', '/delivery', '/privacy', '/nothing']
  const links = ['u', 'u-wrong'].map((one) => (one === 'u' ? site.linkOf('u', 'r1') : '/u/wrong'))
  const pages = await Promise.all([...paths, ...more, ...links].map((path) => visitor.get(path)))
  await site.publish({ ...MANY, language: 'en', isOn: false })
  const closed = await visitor.get('/')
  for (const { path, text } of [...pages, wrong, unclear, done, closed]) {
    const report = await validator.validateString(text)
    const told = report.results.flatMap(({ messages }) =>
      messages.map((one) => `${path}: ${one.ruleId} ${one.message} (${one.line})`),
    )
    expect(told).toEqual([])
  }
})

test('ST12: goods stand by groups and pages, in the order that was asked for, with the way back', async () => {
  const first = await visitor.get('/catalogue/stulya?sort=cheap')
  expect(namesIn(first.text)).toHaveLength(24)
  const pages = await Promise.all(
    [1, 2, 3].map((page) => visitor.get(`/catalogue/stulya?sort=cheap&per=48&page=${page}`)),
  )
  const names = pages.flatMap(({ text }) => namesIn(text))
  expect(new Set(names).size).toBe(101)
  const priceOf = (name = '') => MANY.goods.find((one) => one.name === name)?.price ?? 0
  expect(names.map(priceOf)).toEqual(names.map(priceOf).toSorted((a, b) => a - b))
  expect(first.text).toContain('href="/catalogue/mebel"')
  expect(first.text).toContain('rel="next"')
  expect((await visitor.get('/catalogue/stulya?page=99')).status).toBe(404)
  expect(namesIn((await visitor.get('/catalogue?page=-1&sort=x&per=7')).text)).toHaveLength(24)
})

test.each([
  ['столы кухонные', 'Стол кухонный'],
  ['СТ-100', 'Стол кухонный'],
  ['cnek', 'Стул'],
  ['дуб', 'Стол кухонный'],
  ['кухоный', 'Стол кухонный'],
])('ST12: %s finds %s', async (typed, name) => {
  const { text } = await visitor.get(`/search?q=${encodeURIComponent(typed)}`)
  expect(namesIn(text)[0]).toBe(name)
})

test('ST12: the cart takes, changes and gives back goods; what is no number stands there with a sentence', async () => {
  await visitor.post('/cart', { add: 'table', quantity: '2' })
  await visitor.post('/cart', { add: 'table' })
  const page = await visitor.post('/cart', { add: 'varnish', quantity: '0,5' })
  expect(page.text.replaceAll(/\s/g, ' ')).toContain('37 925,25 ₽')
  expect(page.text).toContain('<span class="count" title="Корзина, товаров: 2">2</span>')
  const wrong = await visitor.post('/cart', { 'quantity.table': 'три', 'quantity.varnish': '1', set: 'cart' })
  expect([wrong.status, wrong.text.includes('value="три"')]).toEqual([422, true])
  const right = await visitor.post('/cart', { 'quantity.table': '1', 'quantity.varnish': '0', set: 'order' })
  expect(right.path).toBe('/order')
  expect(right.text).not.toContain('Лак')
  expect((await visitor.post('/cart', { remove: 'table' })).text).toContain(WORDS.cartPage.empty)
  expect((await visitor.post('/cart', { add: 'chair' })).status).toBe(404)
  expect((await visitor.get('/order')).path).toBe('/cart')
})

test('ST12: a cart that is not ours is empty, and goods that are gone leave it with a sentence', async () => {
  await visitor.post('/cart', { add: 'table' })
  const [name = '', value = ''] = [...visitor.cookies][0] ?? []
  await site.publish({ ...MANY, goods: [CHAIR] })
  expect((await visitor.get('/cart')).text).toContain(WORDS.cartPage.gone)
  visitor.cookies.set(name, value.replace('1000', '9000'))
  await site.publish(MANY)
  expect((await visitor.get('/cart')).text).toContain(WORDS.cartPage.empty)
})

test('ST13: search engines are told what each page is, and where', async () => {
  const { text } = await visitor.get('/product/stol-kuhonnyi')
  expect(text).toContain('<link rel="canonical" href="https://shop.example/product/stol-kuhonnyi">')
  expect(text).toContain(`<meta property="og:image" content="https://shop.example/picture/${DOT_HASH}">`)
  const [product, crumbs] = dataIn(text)
  expect(product).toMatchObject({
    '@type': 'Product',
    sku: 'СТ-100',
    offers: { price: '12500.00', priceCurrency: 'RUB' },
  })
  expect(crumbs).toMatchObject({ '@type': 'BreadcrumbList' })
  expect(dataIn((await visitor.get('/')).text)).toMatchObject([{ '@type': 'Organization', taxID: '7707083893' }])
  const sorted = await visitor.get('/catalogue/stulya?sort=dear&per=48&page=2')
  expect(sorted.text).toContain('href="https://shop.example/catalogue/stulya?page=2"')
  expect((await visitor.get('/cart')).text).toContain('content="noindex"')
  const map = (await visitor.get('/sitemap.xml')).text
  expect([...map.matchAll(/<loc>/g)]).toHaveLength(5 + 3 + MANY.goods.length)
  expect(map).toContain('<loc>https://shop.example/product/stol-kuhonnyi</loc>')
  expect((await visitor.get('/sitemap/1.xml')).text).toBe(map)
  for (const none of ['/sitemap/2.xml', '/sitemap/0.xml', '/sitemap/1.txt'])
    expect((await visitor.get(none)).status).toBe(404)
  expect((await visitor.get('/robots.txt')).text).toContain('Sitemap: https://shop.example/sitemap.xml')
  await site.publish({ ...MANY, isOn: false })
  expect((await visitor.get('/robots.txt')).text).toContain('Disallow: /\n')
})

test('ST14: a page that is the same is not sent again, until another catalogue is published', async () => {
  const { headers } = await visitor.get('/catalogue')
  const tag = headers.get('etag') ?? ''
  expect(tag).not.toBe('')
  expect((await visitor.get('/catalogue', { 'if-none-match': tag })).status).toBe(304)
  await site.publish({ ...MANY, name: 'Другая' })
  const fresh = await visitor.get('/catalogue', { 'if-none-match': tag })
  expect([fresh.status, fresh.text.includes('Другая')]).toEqual([200, true])
  const [, look = ''] = /href="(\/look\/[^"]+)"/.exec(fresh.text) ?? []
  expect((await visitor.get(look)).headers.get('cache-control')).toContain('immutable')
  expect((await visitor.get(`/picture/${DOT_HASH}`)).headers.get('cache-control')).toContain('immutable')
  expect((await visitor.get('/picture/..%2f..%2fdoor.key')).status).toBe(404)
})

test('ST14: pages are packed for who takes that', async () => {
  const packed = await new Promise<Buffer>((resolve, reject) => {
    get(`${site.url}/catalogue`, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => resolve(Buffer.concat(pieces)))
    }).on('error', reject)
  })
  expect(gunzipSync(packed).toString()).toContain('Стол кухонный')
})

test('ST10: what the company writes is text as well, and no page may run anything', async () => {
  const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)>'
  const goods = [{ ...TABLE, name: evil, text: evil, article: evil, unit: evil }]
  const groups = CATALOGUE.groups.map((one) => ({ ...one, name: evil }))
  const texts = {
    name: evil,
    slogan: evil,
    about: evil,
    delivery: evil,
    privacy: evil,
    phone: evil,
    email: evil,
    address: evil,
  }
  await site.publish({ ...CATALOGUE, ...texts, goods, groups })
  for (const path of [
    '/',
    '/catalogue',
    '/catalogue/stoly',
    '/product/stol-kuhonnyi',
    '/contacts',
    '/delivery',
    '/search?q=script',
  ]) {
    const { text, headers } = await visitor.get(path)
    expect(text, path).not.toMatch(/<script>|<img src=x|<\/script><script>alert/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  }
  expect((await visitor.get('/icon.svg')).text).not.toContain('<script')
})

test('ST15: nothing was published yet: the shop is closed, in words', async () => {
  const bare = await openDoor(null)
  const { status, text } = await bare.visitor().get('/catalogue')
  expect([status, text.includes(WORDS.lost.closed)]).toEqual([503, true])
  await bare.close()
})
