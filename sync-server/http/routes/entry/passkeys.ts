import * as v from 'valibot'
import type { Done, NewPasskey, PasskeyPatch, PasskeyProof } from '../../../../shared/accounts/api.ts'
import {
  addPasskey,
  askNewPasskey,
  askPasskey,
  removePasskey,
  renamePasskey,
  signInByPasskey,
} from '../../../accounts/factors/passkeys.ts'
import { checkOwnPassword, type Session } from '../../../accounts/sessions.ts'
import { headersFor, sendCookies, sessionFor, settingUpFor } from '../../guard/caller.ts'
import { bodyOf, line, type Takes } from '../../guard/input.ts'
import { guessedSecret } from '../../guard/limits.ts'
import type { App, Room } from '../../ports.ts'
import { proven } from './factors.ts'
import { letIn } from './sessions.ts'

const response = v.record(v.string(), v.unknown())
const proof = v.object({ response }) satisfies Takes<PasskeyProof>
const fresh = v.object({ name: line(60), response }) satisfies Takes<NewPasskey>
const patch = v.object({ name: line(60) }) satisfies Takes<PasskeyPatch>
const DONE: Done = { done: true }

/** Passkeys: signing in by one, and one's own. */
export function passkeyRoutes(app: App, room: Room): void {
  signingIn(app, room)
  owning(app, room)
}

function signingIn(app: App, room: Room): void {
  app.post('/api/auth/passkey/question', async (c) => {
    const { question, headers } = await askPasskey(room.accounts, headersFor(room, c))
    sendCookies(c, headers)
    return c.json(question)
  })
  app.post('/api/auth/passkey', async (c) => {
    const { response } = await bodyOf(c, proof)
    const pass = () => signInByPasskey(room.accounts, headersFor(room, c), response)
    return await letIn(room, c, await guessedSecret(room, c, pass), 'passkey')
  })
}

function owning(app: App, room: Room): void {
  const { accounts } = room
  app.post('/api/passkeys/question', async (c) => {
    const ask = async (headers: Headers, password: string, { account }: Session) => {
      await checkOwnPassword(accounts, account.user, password)
      return await askNewPasskey(accounts, headers)
    }
    const { question, headers } = await proven(room, c, ask, settingUpFor)
    sendCookies(c, headers)
    return c.json(question)
  })
  app.post('/api/passkeys', async (c) => {
    const { account } = await settingUpFor(room, c)
    const { name, response } = await bodyOf(c, fresh)
    const added = await addPasskey(accounts, headersFor(room, c), name, response)
    room.log.info({ user: account.user, passkey: added.id }, 'accounts: passkey added')
    return c.json(added)
  })
  app.patch('/api/passkeys/:id', async (c) => {
    const { account } = await sessionFor(room, c)
    const { name } = await bodyOf(c, patch)
    await renamePasskey(accounts, account.user, c.req.param('id'), name)
    return c.json(DONE)
  })
  app.post('/api/passkeys/:id/remove', async (c) => {
    await proven(room, c, async (_, password, { account }) => {
      await checkOwnPassword(accounts, account.user, password)
      await removePasskey(accounts, account.user, c.req.param('id'))
    })
    return c.json(DONE)
  })
}
