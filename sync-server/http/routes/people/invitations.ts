import * as v from 'valibot'
import type {
  Done,
  GivenLink,
  InvitationList,
  InvitationRequest,
  InvitationView,
} from '../../../../shared/accounts/api.ts'
import { PERSON_ROLES } from '../../../../shared/accounts/rights.ts'
import { people } from '../../../../shared/company/collections.ts'
import { COMMON } from '../../../../shared/documents/families.ts'
import { Failure } from '../../../../shared/errors.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { isId } from '../../../../shared/records/keys/key.ts'
import {
  acceptInvitation,
  invite,
  lookAtInvitation,
  openInvitations,
  revokeInvitation,
} from '../../../accounts/people/invitations.ts'
import { checkUnlike } from '../../../accounts/people/own-words.ts'
import { writePerson } from '../../../accounts/people/people.ts'
import { keeperFor } from '../../guard/caller.ts'
import { bodyOf, email, line, newAccount, type Takes } from '../../guard/input.ts'
import { guessedSecret } from '../../guard/limits.ts'
import { addressFor } from '../../guard/origin.ts'
import type { App, Ask, Room } from '../../ports.ts'
import { welcome } from '../entry/sessions.ts'
import { companyName } from '../state.ts'

const invitation = v.object({
  name: line(120),
  email: v.exactOptional(email),
  role: v.picklist(PERSON_ROLES),
  person: v.exactOptional(v.pipe(v.string(), v.check(isId))),
}) satisfies Takes<InvitationRequest>

/** Inviting, and what those who look after accounts do with invitations. */
export function invitationRoutes(app: App, room: Room): void {
  app.get('/api/invitations', async (c) => {
    await keeperFor(room, c)
    return c.json({ invitations: await openInvitations(room.accounts) } satisfies InvitationList)
  })
  app.post('/api/invitations', async (c) => {
    const { account } = await keeperFor(room, c)
    const request = await bodyOf(c, invitation)
    await checkPerson(room, request)
    const { token, ...link } = await invite(room.accounts, account.role, request)
    room.log.info({ by: account.user, invitation: link.id, role: request.role }, 'accounts: invited')
    return c.json({ ...link, link: `${addressFor(room, c)}/invitation/${token}` } satisfies GivenLink)
  })
  app.delete('/api/invitations/:id', async (c) => {
    const { account } = await keeperFor(room, c)
    await revokeInvitation(room.accounts, account.role, c.req.param('id'))
    return c.json({ done: true } satisfies Done)
  })
}

/** The page behind an invitation's link. */
export function acceptRoutes(app: App, room: Room): void {
  app.get('/api/invitations/:token', async (c) => {
    const { name, email, role } = await look(room, c, c.req.param('token'))
    return c.json({ company: await companyName(room), name, email, role } satisfies InvitationView)
  })
  app.post('/api/invitations/:token', async (c) => {
    const token = c.req.param('token')
    await look(room, c, token)
    const account = await bodyOf(c, newAccount)
    checkUnlike(account.password, [await companyName(room), account.name, account.email])
    const user = await acceptInvitation(room.accounts, token, account, newId(COMMON, Date.now()))
    await writePerson(room.author, user)
    room.log.info({ user: user.id, role: user.role }, 'accounts: invitation accepted')
    return await welcome(room, c, account.email, account.password)
  })
}

function look(room: Room, c: Ask, token: string) {
  return guessedSecret(room, c, () => lookAtInvitation(room.accounts, token))
}

/** A named person stands in `people` and has no account yet. */
async function checkPerson({ author }: Room, { person }: InvitationRequest): Promise<void> {
  if (person === undefined) return
  await author.write((tx) => {
    if (tx.get(people, person).user !== null) throw new Failure('person-taken')
  })
}
