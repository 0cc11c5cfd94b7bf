import type { PasskeyQuestion, PasskeyView } from '../../../shared/accounts/api.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Base } from '../base.ts'
import { type SignedAs, signedAs } from '../sessions.ts'
import { refusedBy } from './library-failure.ts'
import { checkNotLast } from './requirement.ts'

interface PasskeyRow {
  readonly id: string
  readonly name?: string | null | undefined
  readonly createdAt: Date | null
}

/** What the browser's answer to a question is; the library checks what is in it. */
export type PasskeyAnswer = Record<string, unknown>

/** A question, and the headers whose cookie names it among those that were asked. */
interface Asked {
  readonly question: PasskeyQuestion
  readonly headers: Headers
}

/** Asks the device of who is signed in for a new passkey; for five minutes. */
export async function askNewPasskey({ auth }: Base, headers: Headers): Promise<Asked> {
  const asked = await auth.api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true })
  return { question: asked.response, headers: asked.headers }
}

/** Keeps the passkey that the device made. Failures: passkey-wrong, passkey-late. */
export async function addPasskey(
  { auth }: Base,
  headers: Headers,
  name: string,
  response: PasskeyAnswer,
): Promise<PasskeyView> {
  const body = { name, response }
  return viewOf(await auth.api.verifyPasskeyRegistration({ headers, body }).catch(refusedBy('passkey-wrong')))
}

/** Asks a device for any passkey of this server. It must see to it that its owner holds it: that is the second factor. */
export async function askPasskey({ auth }: Base, headers: Headers): Promise<Asked> {
  const asked = await auth.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true })
  return { question: { ...asked.response, userVerification: 'required' }, headers: asked.headers }
}

/** Signs in by a passkey. Failures: passkey-wrong, passkey-late, passkey-unknown, account-disabled. */
export async function signInByPasskey(base: Base, headers: Headers, response: PasskeyAnswer): Promise<SignedAs> {
  const { verifyPasskeyAuthentication } = base.auth.api
  // Whatever it is: the library reads it, and refuses what is no answer.
  const body = { response } as unknown as NonNullable<Parameters<typeof verifyPasskeyAuthentication>[0]>['body']
  const answer = await verifyPasskeyAuthentication({ headers, body, returnHeaders: true }).catch(
    refusedBy('passkey-wrong'),
  )
  return await signedAs(base, answer.response.session.userId, answer.headers)
}

/** An account's passkeys, the oldest first. */
export async function passkeysOf({ context: { adapter } }: Base, user: string): Promise<readonly PasskeyView[]> {
  const where = [{ field: 'userId', value: user }]
  const sortBy = { field: 'createdAt', direction: 'asc' as const }
  return (await adapter.findMany<PasskeyRow>({ model: 'passkey', where, sortBy })).map(viewOf)
}

/** Gives one's own passkey another name. Failure passkey-unknown. */
export async function renamePasskey(base: Base, user: string, id: string, name: string): Promise<void> {
  const changed = await base.context.adapter.updateMany({ model: 'passkey', where: own(user, id), update: { name } })
  if (changed === 0) throw new Failure('passkey-unknown')
}

/** Signing in by one's own passkey works no longer. Failures: passkey-unknown, second-factor-last. */
export async function removePasskey(base: Base, user: string, id: string): Promise<void> {
  await checkNotLast(base, user, 'passkey')
  const removed = await base.context.adapter.deleteMany({ model: 'passkey', where: own(user, id) })
  if (removed === 0) throw new Failure('passkey-unknown')
}

function own(user: string, id: string) {
  return [
    { field: 'userId', value: user },
    { field: 'id', value: id },
  ]
}

function viewOf({ id, name, createdAt }: PasskeyRow): PasskeyView {
  return { id, name: name ?? '', made: createdAt?.getTime() ?? 0 }
}
