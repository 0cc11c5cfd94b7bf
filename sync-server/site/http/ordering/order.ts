import type { Context, Hono } from 'hono'
import { Pace } from '../../../../shared/line/pace.ts'
import type { SiteOrder } from '../../../../shared/site/catalogue.ts'
import { EMPTY, type Filled, filledIn, wrongIn } from '../../ordering/filled.ts'
import { asSold, linesOf, type OrderLine, readLines } from '../../ordering/lines.ts'
import { doubtOf, type FormToken, newToken, orderToken, readToken, writeToken } from '../../ordering/token.ts'
import { type FormShown, orderPage, TRAP } from '../../pages/order-form.ts'
import { statePage } from '../../pages/state.ts'
import { lost, type SiteRoom, said } from '../room.ts'
import { keep } from './cookie.ts'
import { formOf } from './forms.ts'

/** So many forms of orders a minute one network sends: an office behind one address fits in. */
const MOST_SENT = 20

/** The form of an order, taking it in, and the page of what becomes of it (SPEC ST7 to ST9). */
export function orderRoutes(app: Hono, room: SiteRoom): void {
  const { showcase, store } = room
  const pace = new Pace(MOST_SENT)
  app.get('/order/:token', async (c) => {
    const token = c.req.param('token')
    const [taken, told] = [store.queue.takenAt(token), store.state(token)]
    if (taken === null && !told) return lost(room, c)
    const waiting = store.queue.waiting(token)
    return showcase.sendOwn(c, statePage(showcase.place, { taken, told, waiting }))
  })
  app.get('/order', (c) => {
    if (!showcase.shop.catalogue.isOn) return said(room, c, 'closed', 503)
    const lines = linesOf(showcase.cartOf(c), showcase.shop)
    if (lines.length === 0) return c.redirect(`${room.base}/cart`, 303)
    return show(room, c, newToken(Date.now()), { lines, filled: EMPTY }, 200)
  })
  app.post('/order', async (c) => {
    const form = await formOf(c)
    if (!form) return said(room, c, 'shape', 415)
    const token = readToken(form.get('form') ?? '', room.keys.forms)
    // Before anything else: who sends a form again whose answer was lost is told what became of it.
    const known = token && store.queue.takenAs(token.id)
    if (known) return thanked(room, c, known)
    if (!showcase.shop.catalogue.isOn) return said(room, c, 'closed', 503)
    const wait = pace.take(room.askerOf(c))
    return take(room, c, form, token, wait)
  })
}

/** Takes an order in, or shows the form again, with all that was typed and what stands in the way. */
function take(room: SiteRoom, c: Context, form: URLSearchParams, token: FormToken | null, wait: number): Response {
  const now = Date.now()
  const filled = filledIn((name) => form.get(name) ?? '')
  const { lines, changes } = asSold(readLines(form.getAll('line')), room.showcase.shop)
  const wrong = wrongIn(filled)
  const doubt = (form.get(TRAP) ?? '') !== '' ? ('trap' as const) : doubtOf(token, now)
  // Who filled it in slowly is asked once: what is shown again counts from now on, but a form that came too quickly keeps its time.
  const next = token ? (doubt === 'old' ? { ...token, at: now } : token) : newToken(now)
  const isRight = changes.length === 0 && lines.length > 0 && Object.keys(wrong).length === 0
  // Who has something to mend is not told to wait: he will.
  const said = doubt === 'quick' && !isRight ? null : doubt
  const shown: Shown = { lines, filled, wrong, changes, again: wait > 0 ? 'often' : said }
  if (wait > 0) {
    c.header('retry-after', String(Math.ceil(wait / 1000)))
    return show(room, c, next, shown, 429)
  }
  if (doubt !== null || !isRight) return show(room, c, next, shown, 422)
  return settled(room, c, { token: next, filled, lines, now }, shown)
}

type Shown = Omit<FormShown, 'token'>

interface Whole {
  readonly token: FormToken
  readonly filled: Filled
  readonly lines: readonly OrderLine[]
  readonly now: number
}

/** It is on the disk before anybody is thanked. */
function settled(room: SiteRoom, c: Context, { token, filled, lines, now }: Whole, shown: Shown): Response {
  const { consent: _, news, ...said } = filled
  const own = orderToken(token.id, room.keys.orders)
  const order: SiteOrder = { ...said, id: token.id, at: now, agreed: now, wantsNews: news, lines, token: own }
  try {
    if (!room.store.queue.order(order)) return show(room, c, token, { ...shown, again: 'full' }, 503)
  } catch (err) {
    room.log.error({ err }, 'site: an order could not be written')
    return show(room, c, token, { ...shown, again: 'failed' }, 503)
  }
  return thanked(room, c, own)
}

function thanked(room: SiteRoom, c: Context, token: string): Response {
  keep(room, c, new Map())
  return c.redirect(`${room.base}/order/${token}`, 303)
}

function show(room: SiteRoom, c: Context, token: FormToken, shown: Shown, status: 200 | 422 | 429 | 503): Response {
  const { showcase, keys } = room
  return showcase.sendOwn(c, orderPage(showcase.place, { ...shown, token: writeToken(token, keys.forms) }), status)
}
