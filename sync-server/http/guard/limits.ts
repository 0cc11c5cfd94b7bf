import { Failure } from '../../../shared/errors.ts'
import type { Allowance } from '../../accounts/attempts.ts'
import { emailOf } from '../../accounts/store/rows.ts'
import type { Ask, Room } from '../ports.ts'
import { addressOf } from './caller.ts'
import { knownAs } from './known-device.ts'
import { networkOf } from './network.ts'

const MINUTE = 60_000
/** Failures from one network; for one e-mail from all networks together; from one browser that the account knows. */
const PER_NETWORK: Allowance = { failures: 10, window: 5 * MINUTE }
const PER_EMAIL: Allowance = { failures: 30, window: 15 * MINUTE }
const PER_DEVICE: Allowance = { failures: 10, window: 15 * MINUTE }

/** Runs what may be a guess of a password. Failure too-many-attempts once the network or the e-mail failed too often. */
export async function guessed<T>(room: Room, c: Ask, email: string, attempt: () => Promise<T>): Promise<T> {
  return await withinLimits(room, [networkKey(room, c), await accountKey(room, c, email)], attempt)
}

/** Runs what may be a guess of a link's token or a code. Failure too-many-attempts once the network failed too often. */
export function guessedSecret<T>(room: Room, c: Ask, attempt: () => Promise<T>): Promise<T> {
  return withinLimits(room, [networkKey(room, c)], attempt)
}

type Limit = readonly [key: string, allowance: Allowance]

function networkKey(room: Room, c: Ask): Limit {
  return [`network ${networkOf(addressOf(room, c))}`, PER_NETWORK]
}

/** A browser on which the account has signed in is counted apart: what strangers guess does not keep it waiting. */
async function accountKey(room: Room, c: Ask, email: string): Promise<Limit> {
  const known = await knownAs(room, c, email)
  return known === null ? [`email ${emailOf(email)}`, PER_EMAIL] : [`device ${known}`, PER_DEVICE]
}

/** The first limit that refuses ends it: what a network may not try any more does not count against the e-mail. */
async function withinLimits<T>(
  { accounts: { guesses } }: Room,
  limits: readonly Limit[],
  attempt: () => Promise<T>,
): Promise<T> {
  for (const [key, allowance] of limits) {
    const wait = await guesses.begin(key, allowance)
    if (wait > 0) throw new Failure('too-many-attempts', { seconds: Math.ceil(wait / 1000) })
  }
  const result = await attempt()
  for (const [key] of limits) await guesses.succeed(key)
  return result
}
