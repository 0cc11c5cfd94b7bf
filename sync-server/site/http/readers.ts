import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Pace } from '../../../shared/line/pace.ts'
import { writeReason } from '../../../shared/mailings/leaving.ts'
import type { VisitorDeed } from '../../../shared/site/door.ts'
import { readerOf } from '../../../shared/site/reader-links.ts'
import { languageOf } from '../../http/guard/language.ts'
import { backPage, gonePage, leavingPage, type ReaderPlace, readerFailure } from '../pages/readers.ts'
import { SHOP_WORDS } from '../words.ts'
import { sendOwn } from './kept-pages.ts'
import type { SiteRoom } from './room.ts'

const LARGEST_FORM = 64 * 1024
/** So much a minute is written down of one network: who sends letters to many at one office, is behind one address. */
const MOST_NOTED = 600
const DOT = new Uint8Array(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'))

type ReaderDeed = Exclude<VisitorDeed, { did: 'ordered' }>

/** Where links of mailings lead (SPEC ST16, ST17): `/u/`, `/o/`, `/l/`. */
export function readerRoutes(room: SiteRoom, links: Uint8Array): Hono {
  const app = new Hono()
  const pace = new Pace(MOST_NOTED)
  const note = (c: Context, deed: ReaderDeed): boolean => pace.take(room.askerOf(c)) === 0 && written(room, deed)
  app.use('/u/*', bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => wrong(room, c, 413) }))
  app.get('/u/:token', (c) => {
    const recipient = readerOf(links, 'u', c.req.param('token'))
    if (recipient === null) return wrong(room, c)
    const place = placeOf(room, c)
    return sendOwn(c, room.store.queue.hasLeft(recipient) ? gonePage(place, 'already') : leavingPage(place))
  })
  app.post('/u/:token', async (c) => {
    const recipient = readerOf(links, 'u', c.req.param('token'))
    if (recipient === null) return wrong(room, c)
    const form = await c.req.parseBody()
    const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
    const deed = deedIn(recipient, text)
    if (!note(c, deed)) return full(room, c)
    const place = placeOf(room, c)
    return sendOwn(c, deed.did === 'subscribedAgain' ? backPage(place) : gonePage(place, 'gone'))
  })
  app.get('/o/:token', (c) => {
    const recipient = readerOf(links, 'o', c.req.param('token'))
    if (recipient !== null && c.req.method === 'GET') note(c, { did: 'opened', recipient })
    return c.body(DOT, 200, { 'content-type': 'image/gif', 'cache-control': 'no-store' })
  })
  app.get('/l/:token', (c) => {
    const url = c.req.query('to') ?? ''
    const recipient = readerOf(links, 'l', c.req.param('token'), url)
    if (recipient === null || !isWeb(url)) return wrong(room, c)
    if (c.req.method === 'GET') note(c, { did: 'clicked', recipient, url })
    c.header('cache-control', 'no-store')
    return c.redirect(url, 302)
  })
  return app
}

/** Whether a deed waits for the office now: a reader goes on where the disk does not. */
function written({ store, log }: SiteRoom, deed: ReaderDeed): boolean {
  try {
    return store.queue.reader(deed, Date.now())
  } catch (err) {
    log.error({ err, did: deed.did }, 'site: what a reader did could not be written')
    return false
  }
}

/** What a form of this page says; without one, it is what mail programs send (RFC 8058). */
function deedIn(recipient: string, text: (name: string) => string): ReaderDeed {
  if (text('act') === 'again') return { did: 'subscribedAgain', recipient }
  if (text('act') !== 'leave') return { did: 'unsubscribed', recipient, by: 'oneClick', reason: '' }
  return { did: 'unsubscribed', recipient, by: 'unsubscribePage', reason: writeReason(text('why'), text('say')) }
}

/** A link leads to pages alone, never to what a browser would run. */
function isWeb(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)
}

function placeOf({ showcase, store }: SiteRoom, c: Context): ReaderPlace {
  const { place, shop } = showcase
  const { look } = place
  if (store.made() === null)
    return { language: languageOf(undefined, c.req.header('accept-language') ?? ''), name: '', look }
  return { language: shop.catalogue.language, name: shop.catalogue.name, look }
}

function wrong(room: SiteRoom, c: Context, status: 404 | 413 = 404): Response {
  const place = placeOf(room, c)
  const words = SHOP_WORDS[place.language].reader
  return sendOwn(c, readerFailure(place, words.wrong, words.wrongLead), status)
}

function full(room: SiteRoom, c: Context): Response {
  const place = placeOf(room, c)
  const { lost, reader } = SHOP_WORDS[place.language]
  return sendOwn(c, readerFailure(place, lost.failed, reader.full), 503)
}
