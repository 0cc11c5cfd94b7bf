import * as v from 'valibot'
import type { Done } from '../../../../shared/accounts/api.ts'
import { mayManageAccounts } from '../../../../shared/accounts/rights.ts'
import { Failure } from '../../../../shared/errors.ts'
import {
  ACCOUNT_SIDES,
  type AccountAsked,
  type AccountList,
  type AccountStanding,
  type AccountState,
  type HeldAccounts,
  LONGEST_SIGNATURE,
  type OAuth,
  type OAuthRenewed,
  RECEIVING_WAYS,
} from '../../../../shared/letters/accounts.ts'
import type { Asker } from '../../../mail/accounts/accounts.ts'
import { checkAgent, sessionFor } from '../../guard/caller.ts'
import { bodyOf, email, type Takes } from '../../guard/input.ts'
import type { App, Ask, Room } from '../../ports.ts'
import { host, mostMb, port, secret, some, tls } from '../sending.ts'

/** The longest name of a folder, in signs, and the most folders. */
const [LONGEST_FOLDER, MOST_FOLDERS] = [500, 500]
const STATES = ['connected', 'unreachable', 'refused'] as const satisfies readonly AccountState[]

export const oneLine = v.pipe(v.string(), v.regex(/^\P{Cc}*$/u))
/** Where a service is asked, in the browser or by an agent. */
export const oauthUrl = v.pipe(oneLine, v.maxLength(1000), v.url(), v.regex(/^https?:/i))
export const accountId = v.pipe(v.string(), v.regex(/^[0-9a-f]{20}$/))
const server = { host, port, tls, user: some(200) }
const instant = v.pipe(v.number(), v.safeInteger())
const folder = v.pipe(oneLine, v.minLength(1), v.maxLength(LONGEST_FOLDER))
const signature = v.pipe(v.string(), v.maxLength(LONGEST_SIGNATURE), v.regex(/^[\P{Cc}\n\t]*$/u))
const oauth = v.object({
  refreshToken: oneLine,
  clientId: oneLine,
  clientSecret: oneLine,
  tokenUrl: oauthUrl,
}) satisfies Takes<OAuth>
/** JSON of `OAuth`, or nothing. */
const oauthText = v.pipe(v.string(), v.maxLength(10_000), v.check(isOAuth))

export const accountFields = {
  isCompanys: v.boolean(),
  name: some(120),
  fromName: some(120),
  address: email,
  receive: v.nullable(v.object({ ...server, way: v.picklist(RECEIVING_WAYS) })),
  send: v.nullable(v.object({ ...server, mostMb })),
  password: secret,
  oauth: v.nullable(oauthText),
  folders: v.pipe(v.array(folder), v.maxLength(MOST_FOLDERS)),
  since: v.nullable(instant),
  isDefault: v.boolean(),
  marksSeen: v.boolean(),
  storesSent: v.boolean(),
  signature,
  isOff: v.boolean(),
  consent: v.exactOptional(accountId),
}
const change = v.object(accountFields) satisfies Takes<AccountAsked>

const renewed = v.object({
  was: v.pipe(oauthText, v.minLength(1)),
  now: v.pipe(oauthText, v.minLength(1)),
}) satisfies Takes<OAuthRenewed>
const path = v.exactOptional(v.nullable(folder))
const count = v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))
const standing = v.object({
  account: accountId,
  changed: instant,
  side: v.exactOptional(v.picklist(ACCOUNT_SIDES)),
  state: v.exactOptional(v.picklist(STATES)),
  trouble: v.exactOptional(v.nullable(v.pipe(oneLine, v.maxLength(500)))),
  sentFolder: path,
  trashFolder: path,
  archiveFolder: path,
  leftOut: v.exactOptional(v.pipe(v.array(folder), v.maxLength(100))),
  listed: count,
  taken: count,
  filtered: count,
  failed: count,
}) satisfies Takes<AccountStanding>

/** Accounts of mail (mail/accounts/SPEC.md). */
export function mailAccountRoutes(app: App, room: Room): void {
  personRoutes(app, room)
  app.get('/api/agent/mail/accounts', async (c) => {
    checkAgent(room, c)
    return c.json({ accounts: await room.mailAccounts.held() } satisfies HeldAccounts)
  })
  app.post('/api/agent/mail/renewed', async (c) => {
    checkAgent(room, c)
    const told = await bodyOf(c, renewed)
    room.consents.renewed(told)
    await room.mailAccounts.renewed(told)
    return c.json({ done: true } satisfies Done)
  })
  app.post('/api/agent/mail/standing', async (c) => {
    checkAgent(room, c)
    await room.mailAccounts.stand(await bodyOf(c, standing))
    return c.json({ done: true } satisfies Done)
  })
}

function personRoutes(app: App, room: Room): void {
  const { mailAccounts, consents, log } = room
  app.get('/api/mail/accounts', async (c) => {
    return c.json((await mailAccounts.list(await askerOf(room, c))) satisfies AccountList)
  })
  app.put('/api/mail/accounts/:id', async (c) => {
    const asker = await askerOf(room, c)
    const account = c.req.param('id')
    if (!v.is(accountId, account)) throw new Failure('request-shape', { field: 'id' })
    const asked = await bodyOf(c, change)
    await mailAccounts.change(account, consents.filled(asked, account, asker.user), asker, Date.now())
    consents.forget(asked.consent)
    log.info({ by: asker.user, account }, 'mail account: changed')
    return c.json((await mailAccounts.list(asker)) satisfies AccountList)
  })
  app.delete('/api/mail/accounts/:id', async (c) => {
    const asker = await askerOf(room, c)
    const account = c.req.param('id')
    if (await mailAccounts.remove(account, asker)) log.info({ by: asker.user, account }, 'mail account: removed')
    return c.json((await mailAccounts.list(asker)) satisfies AccountList)
  })
}

/** Who asks over a session. */
export async function askerOf(room: Room, c: Ask): Promise<Asker> {
  const { user, role } = (await sessionFor(room, c)).account
  return { user, isKeeper: mayManageAccounts(role) }
}

function isOAuth(json: string): boolean {
  if (json === '') return true
  try {
    return v.is(oauth, JSON.parse(json))
  } catch {
    // No JSON is no OAuth.
    return false
  }
}
