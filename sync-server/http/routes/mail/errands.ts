import { domainToASCII } from 'node:url'
import * as v from 'valibot'
import type { Done } from '../../../../shared/accounts/api.ts'
import { ACCOUNT_SIDES, type AccountTry } from '../../../../shared/letters/accounts.ts'
import { CHECK_TROUBLES, type CheckAnswer } from '../../../../shared/letters/check.ts'
import { CODE_TROUBLES } from '../../../../shared/letters/consent/exchange.ts'
import type { ErrandDone, ErrandsAsked } from '../../../../shared/letters/errands.ts'
import { type MailGuess, type MailGuessAsked, serviceByExchangers } from '../../../../shared/letters/services.ts'
import { checkAgent, sessionFor } from '../../guard/caller.ts'
import { bodyOf, email, type Takes } from '../../guard/input.ts'
import type { App, Room } from '../../ports.ts'
import { accountFields, accountId, askerOf } from './accounts.ts'

/** So long an agent's asking waits for something to do, ms. */
const WAIT = 25_000

const text = v.pipe(v.string(), v.maxLength(1000))
const tried = v.object({ ...accountFields, id: accountId }) satisfies Takes<AccountTry>
const guessed = v.object({ address: email }) satisfies Takes<MailGuessAsked>
const step = v.object({
  side: v.picklist(ACCOUNT_SIDES),
  trouble: v.nullable(v.picklist(CHECK_TROUBLES)),
  said: text,
})
const checked = v.object({
  steps: v.array(step),
  folders: v.nullable(v.array(v.object({ path: text, use: v.nullable(text) }))),
})
const exchanged = v.union([
  v.object({ refreshToken: v.pipe(v.string(), v.minLength(1), v.maxLength(8000)) }),
  v.object({ trouble: v.picklist(CODE_TROUBLES), said: text }),
])
const done = v.variant('kind', [
  v.object({ id: accountId, kind: v.literal('account'), answer: checked }),
  v.object({ id: accountId, kind: v.literal('code'), answer: exchanged }),
  v.object({ id: accountId, kind: v.literal('domain'), answer: v.pipe(v.array(text), v.maxLength(100)) }),
]) satisfies Takes<ErrandDone>

/** What agents do for who waits at a form: accounts are tried, names asked for, codes exchanged (mail/accounts/SPEC MA11, MA16, MA20). */
export function mailErrandRoutes(app: App, room: Room): void {
  const { mailAccounts, errands, consents } = room
  app.post('/api/mail/check', async (c) => {
    const asker = await askerOf(room, c)
    const { id, ...asked } = await bodyOf(c, tried)
    const account = await mailAccounts.tried(id, consents.filled(asked, id, asker.user), asker)
    return c.json((await errands.ask('account', account)) satisfies CheckAnswer)
  })
  app.post('/api/mail/guess', async (c) => {
    await sessionFor(room, c)
    const { address } = await bodyOf(c, guessed)
    const hosts = await errands.ask('domain', domainToASCII(address.slice(address.lastIndexOf('@') + 1)))
    return c.json({ service: serviceByExchangers(hosts) } satisfies MailGuess)
  })
  app.get('/api/agent/mail/errands', async (c) => {
    checkAgent(room, c)
    return c.json({ errands: await errands.take(WAIT, c.req.raw.signal) } satisfies ErrandsAsked)
  })
  app.post('/api/agent/mail/errands', async (c) => {
    checkAgent(room, c)
    errands.done(await bodyOf(c, done))
    return c.json({ done: true } satisfies Done)
  })
}
