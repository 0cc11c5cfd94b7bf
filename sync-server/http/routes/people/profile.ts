import * as v from 'valibot'
import type { ProfilePatch, SignedIn } from '../../../../shared/accounts/api.ts'
import { profileOf, renameSelf } from '../../../accounts/people/profile.ts'
import { sessionFor, settingUpFor } from '../../guard/caller.ts'
import { bodyOf, line, type Takes } from '../../guard/input.ts'
import type { App, Room } from '../../ports.ts'

const patch = v.object({ name: line(120) }) satisfies Takes<ProfilePatch>

/** What a person sees and changes of the own account. */
export function profileRoutes(app: App, room: Room): void {
  app.get('/api/profile', async (c) => {
    const { account } = await settingUpFor(room, c)
    return c.json(await profileOf(room.accounts, account.user))
  })
  app.patch('/api/profile', async (c) => {
    const { account } = await sessionFor(room, c)
    const { name } = await bodyOf(c, patch)
    await renameSelf(room.accounts, room.author, account.user, name)
    return c.json({ account: { ...account, name } } satisfies SignedIn)
  })
}
