import * as v from 'valibot'
import type { ResetRequest, ResetView } from '../../../../shared/accounts/api.ts'
import { checkUnlike } from '../../../accounts/people/own-words.ts'
import { lookAtReset, useReset } from '../../../accounts/resets.ts'
import { bodyOf, password, type Takes } from '../../guard/input.ts'
import { guessedSecret } from '../../guard/limits.ts'
import type { App, Ask, Room } from '../../ports.ts'
import { companyName } from '../state.ts'
import { welcome } from './sessions.ts'

const reset = v.object({ password }) satisfies Takes<ResetRequest>

/** The page behind a reset link. */
export function resetRoutes(app: App, room: Room): void {
  app.get('/api/reset/:token', async (c) => {
    const { name, email } = await look(room, c, c.req.param('token'))
    return c.json({ name, email } satisfies ResetView)
  })
  app.post('/api/reset/:token', async (c) => {
    const token = c.req.param('token')
    const { name, email } = await look(room, c, token)
    const { password } = await bodyOf(c, reset)
    checkUnlike(password, [await companyName(room), name, email])
    await useReset(room.accounts, token, password)
    return await welcome(room, c, email, password)
  })
}

function look(room: Room, c: Ask, token: string) {
  return guessedSecret(room, c, () => lookAtReset(room.accounts, token))
}
