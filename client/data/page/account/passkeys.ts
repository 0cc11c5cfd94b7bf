import type {
  NewPasskey,
  PasskeyProof,
  PasskeyQuestion,
  PasskeyView,
  SignedIn,
} from '../../../../shared/accounts/api.ts'
import { Failure, type FailureCode } from '../../../../shared/errors.ts'
import { api } from '../api.ts'

/** Why this browser, as it is used here, has no passkeys; null where it has. */
export function passkeysLack(): 'browser' | 'address' | null {
  const isAble = 'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential
  if (!isAble || !isSecureContext) return 'browser'
  return /^[\d.]+$|^\[/.test(location.hostname) ? 'address' : null
}

/** Signs in by a passkey of this device. Failures: passkey-cancelled, passkey-wrong, passkey-unknown, account-disabled. */
export async function signInByPasskey(): Promise<void> {
  const question = await api<PasskeyQuestion>('POST', '/api/auth/passkey/question', {})
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(question as PublicKeyCredentialRequestOptionsJSON)
  const proof = await asked(navigator.credentials.get({ publicKey }))
  await api<SignedIn>('POST', '/api/auth/passkey', proof)
}

/** Makes a passkey on this device. Failures: password-wrong, passkey-cancelled, passkey-there, passkey-wrong. */
export async function addPasskey(name: string, password: string): Promise<PasskeyView> {
  const question = await api<PasskeyQuestion>('POST', '/api/passkeys/question', { password })
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(question as PublicKeyCredentialCreationOptionsJSON)
  const proof = await asked(navigator.credentials.create({ publicKey }))
  return await api<PasskeyView>('POST', '/api/passkeys', { ...proof, name } satisfies NewPasskey)
}

/** What browsers call it when there is no answer. */
const REFUSALS: Readonly<Record<string, FailureCode>> = {
  NotAllowedError: 'passkey-cancelled',
  AbortError: 'passkey-cancelled',
  InvalidStateError: 'passkey-there',
}

async function asked(asking: Promise<Credential | null>): Promise<PasskeyProof> {
  try {
    const answer = await asking
    if (!(answer instanceof PublicKeyCredential)) throw new Failure('passkey-cancelled')
    return { response: { ...answer.toJSON() } }
  } catch (error) {
    const code = error instanceof DOMException ? REFUSALS[error.name] : undefined
    throw code === undefined ? error : new Failure(code, {}, { cause: error })
  }
}
