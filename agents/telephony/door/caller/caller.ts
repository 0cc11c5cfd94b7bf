import type { HeldPhone } from '../../../../shared/calls/phones.ts'
import { Failure } from '../../../../shared/errors.ts'
import type { HeldPhones } from '../../phones/held-phones.ts'
import type { Nonces } from './nonces.ts'
import { isSameSecret, signatureOf } from './signature.ts'

/** A request, as far as it says who asks. */
export interface Asking {
  readonly method: string
  /** With its query, as it stands in the request's first line. */
  readonly path: string
  readonly header: (name: string) => string | undefined
  readonly body: Uint8Array
}

export interface Callers {
  readonly phones: Pick<HeldPhones, 'findNow' | 'wasThere'>
  readonly nonces: Nonces
  /** A key that is shown is worth nothing: it was to be read on the way here. */
  readonly signedOnly: boolean
}

/** A phone's clock may be so far from ours where it signs, ms. */
const APART = 5 * 60_000
const NONCE = /^[\x21-\x7e]{8,100}$/

/**
 * The phone that asks (SPEC BR3, BR4). Failures, the first that holds: phone-key-needed, phone-signature-needed, phone-off,
 * phone-key-wrong, phone-signature-wrong, phone-clock-off, phone-replayed.
 */
export async function callerOf(callers: Callers, asking: Asking): Promise<HeldPhone> {
  const signature = asking.header('x-voronka-signature')
  if (signature !== undefined) return await signedCaller(callers, asking, signature)
  const shown = shownKey(asking)
  if (!shown) throw new Failure(callers.signedOnly ? 'phone-signature-needed' : 'phone-key-needed')
  if (callers.signedOnly) throw new Failure('phone-signature-needed')
  const phone = await knownPhone(callers, shown.phone)
  if (!isSameSecret(shown.key, phone.key)) throw new Failure('phone-key-wrong')
  return checkedOn(phone)
}

/** `Bearer <phone>.<key>`; pages, which cannot set headers on a WebSocket, name it as a protocol: `key.<phone>.<key>`. */
function shownKey({ header }: Asking): { readonly phone: string; readonly key: string } | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(header('authorization') ?? '')?.[1]
  const protocol = /(?:^|[\s,])key\.([^\s,]+)/.exec(header('sec-websocket-protocol') ?? '')?.[1]
  const [, phone, key] = /^([^.]+)\.(.+)$/.exec(bearer ?? protocol ?? '') ?? []
  return phone && key ? { phone, key } : null
}

async function signedCaller(callers: Callers, asking: Asking, signature: string): Promise<HeldPhone> {
  const { method, path, body, header } = asking
  const [id, time, nonce] = ['phone', 'time', 'nonce'].map((name) => header(`x-voronka-${name}`) ?? '')
  if (!id) throw new Failure('phone-key-needed')
  const phone = await knownPhone(callers, id)
  const meant = signatureOf({ method, path, time: time ?? '', nonce: nonce ?? '', body }, phone.key)
  if (!isSameSecret(signature.toLowerCase(), meant)) throw new Failure('phone-signature-wrong')
  checkedOn(phone)
  const [at, now] = [Number(time), Date.now()]
  if (!time || !Number.isSafeInteger(at) || Math.abs(at - now) > APART)
    throw new Failure('phone-clock-off', { now, minutes: APART / 60_000 })
  if (!nonce || !NONCE.test(nonce)) throw new Failure('request-shape', { field: 'x-voronka-nonce' })
  if (!callers.nonces.take(phone.id, nonce, at)) throw new Failure('phone-replayed')
  return phone
}

/** Who has no key, as a line, is nobody here. */
async function knownPhone({ phones }: Callers, id: string): Promise<HeldPhone> {
  const phone = await phones.findNow(id)
  if (phone?.key) return phone
  throw new Failure(phones.wasThere(id) ? 'phone-off' : 'phone-key-wrong')
}

function checkedOn(phone: HeldPhone): HeldPhone {
  if (phone.isOff) throw new Failure('phone-off')
  return phone
}
