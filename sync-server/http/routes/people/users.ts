import * as v from 'valibot'
import type { Done, GivenLink, UserList, UserPatch } from '../../../../shared/accounts/api.ts'
import { PERSON_ROLES } from '../../../../shared/accounts/rights.ts'
import { resetFactors } from '../../../accounts/factors/second-factor.ts'
import { listMembers } from '../../../accounts/people/list-members.ts'
import { changeMember, checkManage } from '../../../accounts/people/members.ts'
import { writePerson } from '../../../accounts/people/people.ts'
import { newReset } from '../../../accounts/resets.ts'
import { endAllSessions } from '../../../accounts/sessions.ts'
import { userBy } from '../../../accounts/store/rows.ts'
import { keeperFor } from '../../guard/caller.ts'
import { bodyOf, type Takes } from '../../guard/input.ts'
import { addressFor } from '../../guard/origin.ts'
import type { App, Room } from '../../ports.ts'

const patch = v.object({
  role: v.exactOptional(v.picklist(PERSON_ROLES)),
  disabled: v.exactOptional(v.boolean()),
}) satisfies Takes<UserPatch>
const DONE: Done = { done: true }

/** The page of users, for those who look after accounts. */
export function userRoutes(app: App, room: Room): void {
  const { accounts } = room
  app.get('/api/users', async (c) => {
    await keeperFor(room, c)
    const users = await listMembers(accounts, room.online())
    return c.json({ users, requiredSince: await accounts.facts.requiredSince() } satisfies UserList)
  })
  app.patch('/api/users/:id', async (c) => {
    const { account } = await keeperFor(room, c)
    const change = await bodyOf(c, patch)
    const user = await changeMember(accounts, account.role, c.req.param('id'), change)
    await writePerson(room.author, user)
    room.log.info({ by: account.user, user: user.id, change }, 'accounts: changed')
    return c.json(DONE)
  })
  app.post('/api/users/:id/sign-out-everywhere', async (c) => {
    const { account } = await keeperFor(room, c)
    const user = await userBy(accounts.context.adapter, c.req.param('id'))
    checkManage(account.role, user)
    await endAllSessions(accounts, user.id)
    return c.json(DONE)
  })
  app.delete('/api/users/:id/factors', async (c) => {
    const { account } = await keeperFor(room, c)
    const { id } = await resetFactors(accounts, account.role, c.req.param('id'))
    await accounts.cuts.tell(id)
    room.log.info({ by: account.user, user: id }, 'accounts: second factor and passkeys reset')
    return c.json(DONE)
  })
  app.post('/api/users/:id/reset-link', async (c) => {
    const { account } = await keeperFor(room, c)
    const { token, ...link } = await newReset(accounts, account.role, c.req.param('id'))
    room.log.info({ by: account.user, user: c.req.param('id') }, 'accounts: reset link given')
    return c.json({ ...link, link: `${addressFor(room, c)}/reset/${token}` } satisfies GivenLink)
  })
}
