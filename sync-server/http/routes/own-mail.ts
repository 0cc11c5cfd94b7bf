import * as v from 'valibot'
import type { Done } from '../../../shared/accounts/api.ts'
import { LONGEST_SIGNATURE } from '../../../shared/letters/accounts.ts'
import type { MailRefusal, OwnMailAnswer, OwnMailChange, OwnMailList } from '../../../shared/messages/own-mail.ts'
import { checkAgent, keeperFor, sessionFor } from '../guard/caller.ts'
import { bodyOf, line, type Takes } from '../guard/input.ts'
import type { App, Room } from '../ports.ts'
import { mailFields } from './sending.ts'

const signature = v.pipe(v.string(), v.maxLength(LONGEST_SIGNATURE), v.regex(/^[\P{Cc}\n\t]*$/u))
const change = v.object({ ...mailFields, signature }) satisfies Takes<OwnMailChange>
const refusal = v.object({
  user: line(100),
  changed: v.pipe(v.number(), v.safeInteger()),
  answer: v.pipe(v.string(), v.maxLength(500), v.regex(/^\P{Cc}*$/u)),
}) satisfies Takes<MailRefusal>

/** People's own accounts of mail (sending/SPEC.md). */
export function ownMailRoutes(app: App, room: Room): void {
  personRoutes(app, room)
  keeperRoutes(app, room)
  app.post('/api/agent/sending/refused', async (c) => {
    checkAgent(room, c)
    await room.ownMails.refuse(await bodyOf(c, refusal), Date.now())
    return c.json({ done: true } satisfies Done)
  })
}

/** What a person does with his own. */
function personRoutes(app: App, room: Room): void {
  const { ownMails } = room
  app.get('/api/profile/mail', async (c) => {
    const { user } = (await sessionFor(room, c)).account
    return c.json({ mail: await ownMails.view(user) } satisfies OwnMailAnswer)
  })
  app.put('/api/profile/mail', async (c) => {
    const { user } = (await sessionFor(room, c)).account
    await ownMails.change(user, await bodyOf(c, change), Date.now())
    room.log.info({ by: user }, 'own mail: changed')
    return c.json({ mail: await ownMails.view(user) } satisfies OwnMailAnswer)
  })
  app.delete('/api/profile/mail', async (c) => {
    const { user } = (await sessionFor(room, c)).account
    if (await ownMails.remove(user)) room.log.info({ by: user, user }, 'own mail: removed')
    return c.json({ mail: null } satisfies OwnMailAnswer)
  })
}

/** What who looks after accounts does with those of others. */
function keeperRoutes(app: App, room: Room): void {
  const { ownMails } = room
  app.get('/api/sending/own', async (c) => {
    await keeperFor(room, c)
    return c.json({ holders: await ownMails.holders() } satisfies OwnMailList)
  })
  app.delete('/api/sending/own/:user', async (c) => {
    const { account } = await keeperFor(room, c)
    const user = c.req.param('user')
    if (await ownMails.remove(user)) room.log.info({ by: account.user, user }, 'own mail: removed')
    return c.json({ holders: await ownMails.holders() } satisfies OwnMailList)
  })
}
