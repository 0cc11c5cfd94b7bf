import * as v from 'valibot'
import {
  type ErasureAsked,
  type ErasureBegun,
  type ErasurePreview,
  type ErasureSought,
  LONGEST_GROUND,
  whomOf,
} from '../../../shared/erasures/api.ts'
import type { Whom } from '../../../shared/erasures/person.ts'
import { Failure } from '../../../shared/errors.ts'
import { provePassword, type Session } from '../../accounts/sessions.ts'
import { headersFor, sessionFor } from '../guard/caller.ts'
import { bodyOf, line, password, type Takes } from '../guard/input.ts'
import { guessed } from '../guard/limits.ts'
import type { App, Ask, Room } from '../ports.ts'

const id = v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,80}$/)))
const sought = { customer: id, contact: id, address: v.exactOptional(line(320)) }
const look = v.object(sought) satisfies Takes<ErasureSought>
const asked = v.object({ ...sought, ground: line(LONGEST_GROUND), password }) satisfies Takes<ErasureAsked>

/** A person’s data erased on request: for the owner, who proves his password once more (shared/erasures/SPEC ER9). */
export function erasureRoutes(app: App, room: Room): void {
  const { accounts, eraser, log } = room
  app.post('/api/erasures/preview', async (c) => {
    await ownerFor(room, c)
    return c.json((await eraser.preview(whom(await bodyOf(c, look)))) satisfies ErasurePreview)
  })
  app.post('/api/erasures', async (c) => {
    const { account } = await ownerFor(room, c)
    const { ground, password: typed, ...named } = await bodyOf(c, asked)
    await guessed(room, c, account.email, () => provePassword(accounts, headersFor(room, c), typed))
    const begun = await eraser.ask(whom(named), ground, account.user)
    log.info({ by: account.user, erasure: begun }, 'a person is to be erased')
    return c.json({ id: begun } satisfies ErasureBegun)
  })
}

async function ownerFor(room: Room, c: Ask): Promise<Session> {
  const session = await sessionFor(room, c)
  if (session.account.role !== 'owner') throw new Failure('role-forbids')
  return session
}

function whom(named: ErasureSought): Whom {
  const found = whomOf(named)
  if (!found) throw new Failure('request-shape', { field: 'customer' })
  return found
}
