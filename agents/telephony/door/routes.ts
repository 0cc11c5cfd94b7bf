import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import type { RequestsGiven } from '../../../shared/calls/protocol.ts'
import { Failure } from '../../../shared/errors.ts'
import { RECEIVER_HEADER } from '../receivers/receivers.ts'
import { callerOf } from './caller/caller.ts'
import { answerFailure } from './failures.ts'
import type { DoorPorts } from './ports.ts'
import { readOutcome, reportsIn, saidIn } from './said.ts'
import { takeAll, takeOne } from './take-all.ts'

/** Nothing that the bridge takes is longer, bytes. */
const MOST = 64 * 1024
/** An exchange may tell of all that it has at once, bytes. */
const MOST_OF_HOOKS = 1024 * 1024
const HOOKS = '/phone/v1/hooks/*'
/** A phone may wait so long for something to do, s. */
const LONGEST_WAIT = 50

interface Env {
  readonly Bindings: HttpBindings
  readonly Variables: { readonly phone: HeldPhone; readonly body: Uint8Array }
}
type Ask = Context<Env>

/** What phones ask by HTTP (shared/calls/protocol.ts). `signedOnly`: the door of plain HTTP. */
export function doorRoutes(ports: DoorPorts, signedOnly: boolean): Hono<Env> {
  const app = new Hono<Env>()
  app.onError((error) => answerFailure(ports, error))
  app.notFound((c) => answerFailure(ports, new Failure('route-unknown', { path: c.req.path })))
  app.use(HOOKS, bodyLimit({ maxSize: MOST_OF_HOOKS, onError: () => tooLarge(MOST_OF_HOOKS) }))
  app.use('*', except(HOOKS, bodyLimit({ maxSize: MOST, onError: () => tooLarge(MOST) })))
  if (!signedOnly) hooks(app, ports)
  app.use('/phone/v1/*', async (c, next) => {
    await identify(ports, signedOnly, c)
    await next()
  })
  // The simplest phones can do no more than open an address.
  app.on(['GET', 'POST'], '/phone/v1/reports', (c) => reports(ports, c))
  app.get('/phone/v1/requests', (c) => requests(ports, c))
  app.on(['GET', 'POST'], '/phone/v1/requests/:id', async (c) => {
    await ports.requests.settle(c.get('phone'), c.req.param('id'), readOutcome(said(c)))
    return c.json({ done: true })
  })
  return app
}

function hooks(app: Hono<Env>, { phones, pace, hook }: DoorPorts): void {
  app.all('/phone/v1/hooks/:line/*', async (c) => {
    const line = await phones.findNow(c.req.param('line'))
    if (!line || line.owner !== null) throw new Failure('route-unknown', { path: c.req.path })
    if (line.isOff) throw new Failure('phone-off')
    // By address: who guesses at the line's secret does not keep its exchange waiting.
    keepPace(pace, { id: `${line.id} ${c.req.header('x-forwarded-for') ?? c.env.incoming.socket.remoteAddress}` })
    return await hook(line, c.req.raw)
  })
}

async function identify(ports: DoorPorts, signedOnly: boolean, c: Ask): Promise<void> {
  const { phones, nonces, pace, receivers } = ports
  const body = new Uint8Array(await c.req.arrayBuffer())
  const { method = '', url = '', socket } = c.env.incoming
  const header = (name: string) => c.req.header(name)
  const phone = await callerOf({ phones, nonces, signedOnly }, { method, path: url, header, body })
  keepPace(pace, phone)
  // Headers are not signed: over plain HTTP anybody could say this.
  if (!signedOnly) receivers.note(phone.id, header(RECEIVER_HEADER), header('x-forwarded-for') ?? socket.remoteAddress)
  c.header('cache-control', 'no-store')
  c.set('phone', phone)
  c.set('body', body)
}

/** Failure too-many-requests for a phone that asks for more than any does (SPEC BR5). */
export function keepPace(pace: DoorPorts['pace'], { id }: Pick<HeldPhone, 'id'>): void {
  const wait = pace.take(id)
  if (wait > 0) throw new Failure('too-many-requests', { seconds: Math.ceil(wait / 1000) })
}

/** One that is wrong is told so by the answer itself, of several each in its place. */
async function reports(ports: DoorPorts, c: Ask): Promise<Response> {
  const phone = c.get('phone')
  const given = said(c)
  const all = reportsIn(given)
  if (given.reports !== undefined) return c.json(await takeAll(ports, phone, all))
  await takeOne(ports, phone, given)
  return c.json({ taken: 1, refused: [] })
}

/** Failure phone-off for one that is switched off or removed while it waits. */
async function requests({ requests: giver, phones }: DoorPorts, c: Ask): Promise<Response> {
  const wait = Math.min(Math.max(Number(c.req.query('wait') ?? 0) || 0, 0), LONGEST_WAIT)
  const phone = c.get('phone')
  const shutOut = new AbortController()
  const forget = phones.observe(() => {
    if (!phones.isGood(phone)) shutOut.abort()
  })
  try {
    const given = await giver.next(phone, wait * 1000, AbortSignal.any([c.req.raw.signal, shutOut.signal]))
    if (shutOut.signal.aborted) throw new Failure('phone-off')
    return c.json({ requests: given } satisfies RequestsGiven)
  } finally {
    forget()
  }
}

function said(c: Ask) {
  const query = new URL(c.req.url).searchParams
  return saidIn({ type: c.req.header('content-type') ?? '', query, body: c.get('body') })
}

function tooLarge(bytes: number): never {
  throw new Failure('request-too-large', { bytes })
}
