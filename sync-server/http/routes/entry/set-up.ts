import * as v from 'valibot'
import type { SetupRequest } from '../../../../shared/accounts/api.ts'
import { isZone } from '../../../../shared/time/days.ts'
import { checkUnlike } from '../../../accounts/people/own-words.ts'
import { foundingIn } from '../../../accounts/set-up/founding.ts'
import { makeSetUp } from '../../../accounts/set-up/set-up.ts'
import { checkSetUpCode } from '../../../accounts/set-up/set-up-code.ts'
import { bodyOf, line, newAccount, type Takes } from '../../guard/input.ts'
import { guessedSecret } from '../../guard/limits.ts'
import type { App, Ask, Room } from '../../ports.ts'
import { asksCode } from '../state.ts'
import { welcome } from './sessions.ts'

const setup = v.object({
  company: line(200),
  language: v.picklist(['ru', 'en']),
  zone: v.pipe(v.string(), v.check(isZone)),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  demo: v.boolean(),
  owner: newAccount,
  code: v.exactOptional(v.pipe(v.string(), v.maxLength(40))),
}) satisfies Takes<SetupRequest>

/** The first start, which makes the company and its owner and signs him in. */
export function setUpRoutes(app: App, room: Room): void {
  const setUp = makeSetUp(room.accounts, room)
  app.post('/api/setup', async (c) => {
    const { code = '', ...request } = await bodyOf(c, setup)
    await checkCode(room, c, code)
    const { company, owner } = request
    checkUnlike(owner.password, [company, owner.name, owner.email])
    await setUp(request)
    return await welcome(room, c, owner.email, owner.password)
  })
}

/** Failures: setup-code-wrong, too-many-attempts. Behind the first start there is nothing left to guess. */
async function checkCode(room: Room, c: Ask, typed: string): Promise<void> {
  const { accounts, setUpCode } = room
  if (setUpCode === null || !asksCode(room, c) || (await foundingIn(accounts.context.adapter))) return
  await guessedSecret(room, c, async () => checkSetUpCode(setUpCode, typed))
}
