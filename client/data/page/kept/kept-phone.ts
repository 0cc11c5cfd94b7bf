import type { Paired, Report } from '../../../../shared/calls/protocol.ts'
import { keepText, keptValue } from './kept-texts.ts'

/**
 * As which phone this browser speaks with the bridge for an account, and what it has not told yet. Its key is kept as the
 * session's cookie is: whoever holds the phone unlocked may report calls by it.
 */
export interface KeptPhone extends Paired {
  /** The first first. */
  readonly untold: readonly Report[]
}

const keyOf = (user: string) => `voronka-phone-${user}`

export function keptPhone(user: string): KeptPhone | null {
  return keptValue<KeptPhone>(keyOf(user))
}

/** Null forgets it. False where the browser keeps nothing. */
export function keepPhone(user: string, phone: KeptPhone | null): boolean {
  return keepText(keyOf(user), phone && JSON.stringify(phone))
}
