import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isHash } from '../../../shared/files/hash.ts'
import { Pace } from '../../../shared/line/pace.ts'
import { iconOf } from '../look/look.ts'
import type { Place } from '../pages/frame.ts'
import { cataloguePage, contactsPage, homePage, productPage, searchPage, textPage } from '../pages/shown.ts'
import { sitemap, sitemapPart } from '../pages/sitemap.ts'
import { askedIn, queryOf } from '../shop/listing.ts'
import { cartRoutes } from './ordering/cart.ts'
import { orderRoutes } from './ordering/order.ts'
import { lost, type SiteRoom, said } from './room.ts'

/** A form with all of its fields full is half of it. */
const LARGEST_FORM = 64 * 1024
/** So many pages a minute one network is shown. */
const MOST_ASKED = 1200
const FOR_EVER = 'public, max-age=31536000, immutable'
const A_DAY = 'public, max-age=86400'

/** Pages of the site (SPEC ST7 to ST15). */
export function pageRoutes(room: SiteRoom): Hono {
  const app = new Hono()
  app.onError((error, c) => failed(room, error, c))
  guard(app, room)
  fileRoutes(app, room)
  orderRoutes(app, room)
  app.use('*', async (c, next) => (room.showcase.shop.catalogue.isOn ? await next() : said(room, c, 'closed', 503)))
  shownRoutes(app, room)
  cartRoutes(app, room)
  app.all('*', (c) => lost(room, c))
  return app
}

function guard(app: Hono, room: SiteRoom): void {
  const pace = new Pace(MOST_ASKED)
  app.use('*', async (c, next) => {
    const wait = pace.take(room.askerOf(c))
    if (wait === 0) return await next()
    c.header('retry-after', String(Math.ceil(wait / 1000)))
    return said(room, c, 'often', 429)
  })
  app.use('*', bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => said(room, c, 'large', 413) }))
}

function shownRoutes(app: Hono, room: SiteRoom): void {
  const { showcase } = room
  const send = (c: Context, address: string, make: (place: Place) => string | null) =>
    showcase.send(c, address, make) ?? lost(room, c)
  app.get('/', (c) => send(c, '/', homePage))
  app.get('/catalogue', (c) => {
    const asked = askedIn((name) => c.req.query(name))
    return send(c, `/catalogue${queryOf(asked)}`, (place) => cataloguePage(place, null, asked))
  })
  app.get('/catalogue/:slug', (c) => {
    const group = showcase.shop.groupAt(c.req.param('slug'))
    const asked = askedIn((name) => c.req.query(name))
    if (!group) return lost(room, c)
    return send(c, `/catalogue/${group.slug}${queryOf(asked)}`, (place) => cataloguePage(place, group, asked))
  })
  app.get('/product/:slug', (c) => {
    const product = showcase.shop.productAt(c.req.param('slug'))
    return product ? send(c, `/product/${product.slug}`, (place) => productPage(place, product)) : lost(room, c)
  })
  app.get('/search', (c) => {
    const text = (c.req.query('q') ?? '').slice(0, 200)
    const asked = askedIn((name) => c.req.query(name))
    return send(c, `/search${queryOf(asked, text)}`, (place) => searchPage(place, text, asked))
  })
  app.get('/contacts', (c) => send(c, '/contacts', contactsPage))
  for (const what of ['delivery', 'privacy'] as const)
    app.get(`/${what}`, (c) => send(c, `/${what}`, (place) => textPage(place, what)))
  app.get(
    '/sitemap.xml',
    (c) => showcase.sendFile(c, 'application/xml', () => sitemap(showcase.place)) ?? lost(room, c),
  )
  app.get('/sitemap/:part{[1-9][0-9]{0,2}\\.xml}', (c) => {
    const part = Number.parseInt(c.req.param('part'), 10)
    return showcase.sendFile(c, 'application/xml', () => sitemapPart(showcase.place, part)) ?? lost(room, c)
  })
}

/** What pages are dressed in; it is there for closed shops too. */
function fileRoutes(app: Hono, { showcase, store }: SiteRoom): void {
  app.get('/look/:name', (c) => {
    c.header('cache-control', showcase.place.look.endsWith(`/${c.req.param('name')}`) ? FOR_EVER : 'no-cache')
    return showcase.sendFile(c, 'text/css; charset=utf-8', () => showcase.css) ?? c.notFound()
  })
  app.get('/icon.svg', (c) => {
    const { hue, name } = showcase.shop.catalogue
    c.header('cache-control', A_DAY)
    return showcase.sendFile(c, 'image/svg+xml', () => iconOf(hue, name)) ?? c.notFound()
  })
  app.get('/picture/:hash', async (c) => {
    const hash = c.req.param('hash')
    const picture = isHash(hash) ? await store.picture(hash) : null
    if (!picture) return c.body(null, 404)
    c.header('cache-control', FOR_EVER)
    c.header('etag', `"${hash}"`)
    if (c.req.header('if-none-match')?.includes(hash)) return c.body(null, 304)
    return c.body(picture.bytes, 200, { 'content-type': picture.type })
  })
}

function failed(room: SiteRoom, error: unknown, c: Context): Response {
  room.log.error({ err: error, method: c.req.method }, 'site: a request failed')
  return said(room, c, 'failed', 500)
}
