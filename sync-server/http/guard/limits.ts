import { Failure } from '../../../shared/errors.ts'
import type { Allowance } from '../../accounts/attempts.ts'
import { emailOf } from '../../accounts/store/rows.ts'
import type { Ask, Room } from '../ports.ts'
import { addressOf } from './caller.ts'
import { networkOf } from './network.ts'

const MINUTE = 60_000
/** Failures from one network, and for one e-mail from all networks together. */
const PER_NETWORK: Allowance = { failures: 10, window: 5 * MINUTE }
const PER_EMAIL: Allowance = { failures: 30, window: 15 * MINUTE }

/** Runs what may be a guess of a password. Failure too-many-attempts once the network or the e-mail failed too often. */
export function guessed<T>(room: Room, c: Ask, email: string, attempt: () => Promise<T>): Promise<T> {
  return withinLimits(room, [networkKey(room, c), [`email ${emailOf(email)}`, PER_EMAIL]], attempt)
}

/** Runs what may be a guess of a link's token or a code. Failure too-many-attempts once the network failed too often. */
export function guessedSecret<T>(room: Room, c: Ask, attempt: () => Promise<T>): Promise<T> {
  return withinLimits(room, [networkKey(room, c)], attempt)
}

type Limit = readonly [key: string, allowance: Allowance]

function networkKey(room: Room, c: Ask): Limit {
  return [`network ${networkOf(addressOf(room, c))}`, PER_NETWORK]
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
