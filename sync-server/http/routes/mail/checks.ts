import * as v from 'valibot'
import type { Done } from '../../../../shared/accounts/api.ts'
import { ACCOUNT_SIDES, type AccountTry } from '../../../../shared/letters/accounts.ts'
import { CHECK_TROUBLES, type CheckAnswer, type CheckMade, type ChecksAsked } from '../../../../shared/letters/check.ts'
import { checkAgent } from '../../guard/caller.ts'
import { bodyOf, type Takes } from '../../guard/input.ts'
import type { App, Room } from '../../ports.ts'
import { accountFields, accountId, askerOf } from './accounts.ts'

/** So long an agent's asking waits for something to try, ms. */
const WAIT = 25_000

const text = v.pipe(v.string(), v.maxLength(1000))
const tried = v.object({ ...accountFields, id: accountId }) satisfies Takes<AccountTry>
const step = v.object({
  side: v.picklist(ACCOUNT_SIDES),
  trouble: v.nullable(v.picklist(CHECK_TROUBLES)),
  said: text,
})
const made = v.object({
  id: accountId,
  answer: v.object({
    steps: v.array(step),
    folders: v.nullable(v.array(v.object({ path: text, use: v.nullable(text) }))),
  }),
}) satisfies Takes<CheckMade>

/** Accounts of mail as they are tried before they are kept (mail/accounts/SPEC MA11). */
export function mailCheckRoutes(app: App, room: Room): void {
  const { mailAccounts, checks } = room
  app.post('/api/mail/check', async (c) => {
    const asker = await askerOf(room, c)
    const { id, ...change } = await bodyOf(c, tried)
    return c.json((await checks.ask(await mailAccounts.tried(id, change, asker))) satisfies CheckAnswer)
  })
  app.get('/api/agent/mail/checks', async (c) => {
    checkAgent(room, c)
    return c.json({ checks: await checks.take(WAIT, c.req.raw.signal) } satisfies ChecksAsked)
  })
  app.post('/api/agent/mail/checks', async (c) => {
    checkAgent(room, c)
    checks.made(await bodyOf(c, made))
    return c.json({ done: true } satisfies Done)
  })
}
