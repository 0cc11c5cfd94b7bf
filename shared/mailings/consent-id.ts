import { COMMON } from '../documents/families.ts'
import type { Way } from '../messages/collections.ts'
import { derivedId } from '../records/keys/id.ts'

/** All consents stand in one document, so the time of their ids says nothing. */
const TIME = Date.UTC(2020)

/** The id of the consent of an address or number (SPEC BM1); the number is in its normal form (E.164). */
export function consentId(way: Way, to: string): string {
  return derivedId(COMMON, TIME, `mailingConsents/${way}`, toOf(way, to))
}

/** An address or number as consents and readers have it: in lower case, without spaces around it. */
export function toOf(way: Way, to: string): string {
  return way === 'letter' ? to.trim().toLowerCase() : to.trim()
}
