import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { isHash } from '../../../shared/files/hash.ts'
import type { DoorStanding, Lacking, QueuePage, StandingAside } from '../../../shared/site/door.ts'
import { isSameKey } from '../../sync/service-key.ts'
import type { SiteStore } from '../store/store.ts'
import { ASIDE, CATALOGUE, SETTLED, STATES } from './shapes.ts'

const MB = 1024 * 1024
/** A hundred thousand goods are about 30 MB. */
const LARGEST_CATALOGUE = 64 * MB
const LARGEST_PICTURE = 16 * MB
/** An answer waits no longer for something to tell, s. */
const LONGEST_WAIT = 30

/** What the agent asks of a door. */
export interface AgentRoom {
  readonly store: SiteStore
  /** The key that the agent shows. */
  readonly key: string
  /** Is told when another catalogue is shown. */
  readonly published: () => void
}

/** The door's side of shared/site/door.ts, for who shows its key (SPEC ST2 to ST4). */
export function agentRoutes({ store, key, published }: AgentRoom): Hono {
  const app = new Hono()
  app.use('*', async (c, next) => {
    c.header('cache-control', 'no-store')
    const shown = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (shown === undefined || !isSameKey(shown, key)) return refused(c, 401, 'sign-in-needed')
    return await next()
  })
  app.get('/catalogue', (c) => c.json({ made: store.made(), ...lackingIn(store) } satisfies DoorStanding))
  app.put('/catalogue', bounded(LARGEST_CATALOGUE), async (c) => {
    const catalogue = v.safeParse(CATALOGUE, await jsonOf(c))
    if (!catalogue.success) return refused(c, 400, 'request-shape', v.getDotPath(catalogue.issues[0]) ?? '')
    store.publish(catalogue.output)
    published()
    return c.json(lackingIn(store))
  })
  app.put('/pictures/:hash', bounded(LARGEST_PICTURE), async (c) => {
    const hash = c.req.param('hash')
    const isTaken = isHash(hash) && (await store.putPicture(hash, new Uint8Array(await c.req.arrayBuffer())))
    return isTaken ? c.body(null, 204) : refused(c, 422, 'picture-unknown')
  })
  app.put('/orders', bounded(LARGEST_PICTURE), async (c) => {
    const states = v.safeParse(STATES, await jsonOf(c))
    if (!states.success) return refused(c, 400, 'request-shape', v.getDotPath(states.issues[0]) ?? '')
    store.tellStates(states.output)
    return c.body(null, 204)
  })
  app.get('/queue', async (c) => {
    const [after, wait] = [Number(c.req.query('after') ?? 0), Number(c.req.query('wait') ?? 0)]
    if (!Number.isSafeInteger(after) || !(wait >= 0)) return refused(c, 400, 'request-shape', 'after')
    const items = await store.queue.page(after, Math.min(wait, LONGEST_WAIT) * 1000, c.req.raw.signal)
    return c.json({ items } satisfies QueuePage)
  })
  app.post('/settled', bounded(MB), async (c) => {
    const settled = v.safeParse(SETTLED, await jsonOf(c))
    if (!settled.success) return refused(c, 400, 'request-shape', 'upTo')
    store.queue.settle(settled.output.upTo)
    return c.body(null, 204)
  })
  app.post('/aside', bounded(MB), async (c) => {
    const aside = v.safeParse(ASIDE, await jsonOf(c))
    if (!aside.success) return refused(c, 400, 'request-shape', 'numbers')
    return c.json({ aside: store.queue.setAside(aside.output.numbers) } satisfies StandingAside)
  })
  app.post('/again', (c) => {
    store.queue.takeUp()
    return c.body(null, 204)
  })
  return app
}

function lackingIn(store: SiteStore): Lacking {
  return { pictures: store.lacking(store.catalogue()) }
}

function bounded(maxSize: number) {
  return bodyLimit({ maxSize, onError: (c) => refused(c, 413, 'request-too-large') })
}

/** A body that is no JSON is none of a known shape. */
async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text()
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function refused(c: Context, status: 400 | 401 | 413 | 422, code: string, field?: string) {
  return c.json({ code, params: field === undefined ? {} : { field } }, status)
}
