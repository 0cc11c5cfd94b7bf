import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import { Failure } from '../../shared/errors.ts'
import { CONSENT_PATH } from '../../shared/letters/consent/consent.ts'
import { Pace } from '../../shared/line/pace.ts'
import { UPLOADS } from '../files/files.ts'
import { pathsOf } from '../site/door.ts'
import { siteHeaders } from '../site/http/headers.ts'
import { SHOP } from '../site/settings/settings.ts'
import { answerFailure } from './failures.ts'
import { httpFigures } from './figures.ts'
import { fileRoutes } from './files.ts'
import { consentHeaders, fileHeaders, LETTER_PATHS, letterHeaders, securityHeaders } from './guard/headers.ts'
import { checkOrigin } from './guard/origin.ts'
import { checkPace, MOST as MOST_ASKED } from './guard/pace.ts'
import type { App, Env, Ports, Room } from './ports.ts'
import { watchRequests } from './requests.ts'
import { effectRoutes } from './routes/agents/effects.ts'
import { errandRoutes } from './routes/agents/errands.ts'
import { feedRoutes } from './routes/agents/feed.ts'
import { MADE_FILES, madeFileRoutes } from './routes/agents/made-files.ts'
import { mailLedgerRoutes } from './routes/agents/mail-ledger.ts'
import { backupRoutes } from './routes/backups.ts'
import { letterByteRoutes } from './routes/bytes/letters.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { counterpartyRoutes } from './routes/counterparties.ts'
import { factorRoutes } from './routes/entry/factors.ts'
import { passkeyRoutes } from './routes/entry/passkeys.ts'
import { resetRoutes } from './routes/entry/resets.ts'
import { sessionRoutes } from './routes/entry/sessions.ts'
import { setUpRoutes } from './routes/entry/set-up.ts'
import { erasureRoutes } from './routes/erasures.ts'
import { blobRoutes } from './routes/files.ts'
import { historyRoutes } from './routes/history.ts'
import { mailAccountRoutes } from './routes/mail/accounts.ts'
import { mailConsentRoutes } from './routes/mail/consents.ts'
import { mailErrandRoutes } from './routes/mail/errands.ts'
import { operatorRoutes } from './routes/operator.ts'
import { parcelRoutes } from './routes/parcels.ts'
import { deviceRoutes } from './routes/people/devices.ts'
import { acceptRoutes, invitationRoutes } from './routes/people/invitations.ts'
import { profileRoutes } from './routes/people/profile.ts'
import { userRoutes } from './routes/people/users.ts'
import { replicaRoutes } from './routes/replica.ts'
import { sendingRoutes } from './routes/sending.ts'
import { siteRoutes } from './routes/site.ts'
import { stateRoutes } from './routes/state.ts'
import { bridgeRoutes } from './routes/telephony/bridge.ts'
import { phoneRoutes } from './routes/telephony/phones.ts'
import { trailRoutes } from './routes/trail.ts'

/** Nothing that the interface takes is longer, in bytes, but the bytes of files. */
const MOST = 64 * 1024
/** What exchanges send, and how much of it. */
const HOOKS = '/phone/v1/hooks/*'
const MOST_OF_HOOKS = 1024 * 1024

/** The server's HTTP side: the interface of shared/accounts/api.ts, health and metrics, the built PWA. */
export function createHttp(ports: Ports): App {
  const app: App = new Hono<Env>()
  const room: Room = { ...ports, figures: httpFigures(ports.registry, ports.accounts) }
  app.onError((error, c) => answerFailure(room, error, c))
  app.notFound((c) => answerFailure(room, new Failure('route-unknown', { path: c.req.path }), c))
  app.use('/api/files/*', fileHeaders())
  app.use('/api/letters/*', fileHeaders())
  for (const path of LETTER_PATHS) app.use(path, letterHeaders())
  app.use(CONSENT_PATH, consentHeaders())
  for (const path of pathsOf(SHOP)) app.use(path, siteHeaders())
  app.use('*', watchRequests(room), securityHeaders(ports.access))
  guardInterface(app, room)
  for (const routes of [stateRoutes, setUpRoutes, sessionRoutes, replicaRoutes, invitationRoutes, acceptRoutes]) {
    routes(app, room)
  }
  for (const routes of [
    userRoutes,
    resetRoutes,
    operatorRoutes,
    profileRoutes,
    factorRoutes,
    passkeyRoutes,
    deviceRoutes,
    historyRoutes,
    backupRoutes,
    erasureRoutes,
    parcelRoutes,
    blobRoutes,
    letterByteRoutes,
    trailRoutes,
    feedRoutes,
    effectRoutes,
    madeFileRoutes,
    mailLedgerRoutes,
    sendingRoutes,
    mailAccountRoutes,
    mailErrandRoutes,
    errandRoutes,
    counterpartyRoutes,
    mailConsentRoutes,
    phoneRoutes,
    bridgeRoutes,
    siteRoutes,
  ]) {
    routes(app, room)
  }
  app.all('/api/*', (c) => {
    throw new Failure('route-unknown', { path: c.req.path })
  })
  calendarRoutes(app, room)
  app.route('/', room.door.app)
  fileRoutes(app, room)
  return app
}

function guardInterface(app: App, room: Room): void {
  const pace = new Pace(MOST_ASKED)
  const onError = () => refuseLarge(MOST)
  const bounded = except([`${UPLOADS}/*`, MADE_FILES], bodyLimit({ maxSize: MOST, onError }))
  app.use(HOOKS, bodyLimit({ maxSize: MOST_OF_HOOKS, onError: () => refuseLarge(MOST_OF_HOOKS) }))
  app.use('/phone/*', except(HOOKS, bodyLimit({ maxSize: MOST, onError })))
  app.use('/api/*', bounded, async (c, next) => {
    c.header('cache-control', 'no-store')
    checkOrigin(room, c)
    checkPace(room, pace, c)
    await next()
  })
}

function refuseLarge(bytes: number): never {
  throw new Failure('request-too-large', { bytes })
}
