import * as v from 'valibot'
import type { SetupRequest } from '../../../../shared/accounts/api.ts'
import { makeSetUp } from '../../../accounts/set-up.ts'
import { bodyOf, line, newAccount, type Takes } from '../../guard/input.ts'
import type { App, Room } from '../../ports.ts'
import { welcome } from './sessions.ts'

const setup = v.object({
  company: line(200),
  language: v.picklist(['ru', 'en']),
  zone: v.pipe(v.string(), v.check(isZone)),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  demo: v.boolean(),
  owner: newAccount,
}) satisfies Takes<SetupRequest>

/** The first start, which makes the company and its owner and signs him in. */
export function setUpRoutes(app: App, room: Room): void {
  const setUp = makeSetUp(room.accounts, room.author)
  app.post('/api/setup', async (c) => {
    const request = await bodyOf(c, setup)
    await setUp(request)
    return await welcome(room, c, request.owner.email, request.owner.password)
  })
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
