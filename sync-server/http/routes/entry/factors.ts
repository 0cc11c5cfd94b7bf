import * as v from 'valibot'
import type { BackupCodes, Code, Done, FactorRequirement, Password } from '../../../../shared/accounts/api.ts'
import { Failure } from '../../../../shared/errors.ts'
import { requireFactor } from '../../../accounts/factors/requirement.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  newBackupCodes,
  passSecondFactor,
} from '../../../accounts/factors/second-factor.ts'
import type { Session } from '../../../accounts/sessions.ts'
import { headersFor, sendCookies, sessionFor, settingUpFor } from '../../guard/caller.ts'
import { bodyOf, line, password, type Takes } from '../../guard/input.ts'
import { guessed, guessedSecret } from '../../guard/limits.ts'
import type { App, Ask, Room } from '../../ports.ts'
import { companyName } from '../state.ts'
import { letIn } from './sessions.ts'

const code = v.object({ code: line(40) }) satisfies Takes<Code>
const proof = v.object({ password }) satisfies Takes<Password>
const requirement = v.object({ required: v.boolean() }) satisfies Takes<FactorRequirement>
const DONE: Done = { done: true }

/** The second factor: passing it when signing in, switching one's own on and off, requiring it of everybody. */
export function factorRoutes(app: App, room: Room): void {
  const { accounts } = room
  app.post('/api/auth/second-factor', async (c) => {
    const { code: typed } = await bodyOf(c, code)
    const pass = () => passSecondFactor(accounts, headersFor(room, c), typed)
    return await letIn(room, c, await guessedSecret(room, c, pass), 'second factor')
  })
  app.post('/api/second-factor', async (c) => {
    const issuer = await companyName(room)
    const begin = (headers: Headers, password: string) => beginSecondFactor(accounts, headers, password, issuer)
    return c.json(await proven(room, c, begin, settingUpFor))
  })
  app.post('/api/second-factor/confirm', async (c) => {
    const { account } = await settingUpFor(room, c)
    const { code: typed } = await bodyOf(c, code)
    sendCookies(c, await guessedSecret(room, c, () => confirmSecondFactor(accounts, headersFor(room, c), typed)))
    room.log.info({ user: account.user }, 'accounts: second factor on')
    return c.json(DONE)
  })
  app.post('/api/second-factor/off', async (c) => {
    const end = (headers: Headers, password: string, { account }: Session) =>
      endSecondFactor(accounts, account.user, headers, password)
    sendCookies(c, await proven(room, c, end))
    return c.json(DONE)
  })
  app.post('/api/second-factor/backup-codes', async (c) => {
    const backupCodes = await proven(room, c, (headers, password) => newBackupCodes(accounts, headers, password))
    return c.json({ backupCodes } satisfies BackupCodes)
  })
  app.post('/api/second-factor/requirement', async (c) => {
    const { account } = await sessionFor(room, c)
    if (account.role !== 'owner') throw new Failure('role-forbids')
    const { required } = await bodyOf(c, requirement)
    await requireFactor(accounts, account.user, required)
    room.log.info({ by: account.user, required }, 'accounts: second factor required')
    return c.json(DONE)
  })
}

/** Does what who is signed in must prove his password for once more; wrong ones count as guesses. */
export async function proven<T>(
  room: Room,
  c: Ask,
  act: (headers: Headers, password: string, session: Session) => Promise<T>,
  find = sessionFor,
): Promise<T> {
  const session = await find(room, c)
  const { password } = await bodyOf(c, proof)
  return await guessed(room, c, session.account.email, () => act(headersFor(room, c), password, session))
}
