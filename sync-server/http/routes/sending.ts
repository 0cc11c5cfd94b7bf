import * as v from 'valibot'
import type { AgentSending } from '../../../shared/messages/own-mail.ts'
import { HTTP_METHODS, type SendingChange, type SendingView, TLS_MODES } from '../../../shared/messages/sending.ts'
import { SERVICE_ADDRESS } from '../../../shared/records/forms/service-address.ts'
import { checkAgent, keeperFor } from '../guard/caller.ts'
import { bodyOf, email, line, type Takes } from '../guard/input.ts'
import type { App, Room } from '../ports.ts'

/** One line, or nothing. */
export const some = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most), v.regex(/^\P{Cc}*$/u))
const template = v.pipe(v.string(), v.maxLength(10_000), v.regex(/^[^\0]*$/))
export const secret = v.nullable(v.pipe(v.string(), v.maxLength(500), v.regex(/^\P{Cc}*$/u)))
export const host = v.pipe(v.string(), v.trim(), v.maxLength(253), v.regex(/^[\p{L}\p{N}._:-]+$/u))
export const port = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(65_535))
export const tls = v.picklist(TLS_MODES)
export const mostMb = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1000)))
/** Its host is none that a template makes: the secret goes there. */
const address = v.pipe(v.string(), v.trim(), v.maxLength(2000), v.regex(SERVICE_ADDRESS), v.url())
const header = v.object({ name: v.pipe(v.string(), v.regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/)), value: some(1000) })

/** An account of mail. */
const mailFields = {
  host,
  port,
  tls,
  user: some(200),
  password: secret,
  fromName: some(120),
  fromAddress: email,
  mostMb,
}
const mail = v.object(mailFields)
const sms = v.variant('kind', [
  v.object({
    kind: v.literal('smpp'),
    host,
    port,
    tls: v.boolean(),
    systemId: line(100),
    password: secret,
    sender: some(40),
  }),
  v.object({
    kind: v.literal('http'),
    url: address,
    method: v.picklist(HTTP_METHODS),
    headers: v.pipe(v.array(header), v.maxLength(20)),
    body: template,
    success: some(200),
    sender: some(40),
    secret,
  }),
  v.object({ kind: v.literal('smsru'), secret, sender: some(40) }),
  v.object({ kind: v.literal('smsc'), login: line(100), password: secret, sender: some(40) }),
])
const change = v.object({ mail: v.nullable(mail), sms: v.nullable(sms) }) satisfies Takes<SendingChange>

/** How letters and SMS are sent, for who looks after accounts and for who sends (sending/SPEC.md). */
export function sendingRoutes(app: App, room: Room): void {
  const { sending, mailAccounts } = room
  app.get('/api/agent/sending', async (c) => {
    checkAgent(room, c)
    const [{ mail, sms }, accounts] = [await sending.whole(), await mailAccounts.sending()]
    return c.json({ sms, mail: accounts.mail ?? mail, own: accounts.own } satisfies AgentSending)
  })
  app.get('/api/sending', async (c) => {
    await keeperFor(room, c)
    return c.json((await sending.view()) satisfies SendingView)
  })
  app.put('/api/sending', async (c) => {
    const { account } = await keeperFor(room, c)
    const settings = await bodyOf(c, change)
    await sending.change(settings, account.user, Date.now())
    const ways = { mail: settings.mail !== null, sms: settings.sms?.kind ?? null }
    room.log.info({ by: account.user, ...ways }, 'sending: changed')
    return c.json((await sending.view()) satisfies SendingView)
  })
}
