import { COMMON } from '../../documents/families.ts'
import { derivedId, parseId } from '../../records/keys/id.ts'

/** What stands behind the ids of our own records in files. */
const OURS = '@voronka'
/**
 * Records that came by invitations lie in one document, of this moment: so a UID alone says which record it is, whenever
 * it comes, whatever it was moved to, on each device (SPEC E7).
 */
const OF_INVITATIONS = Date.UTC(2000, 0, 1)

/** How a record is called in files, for ever. */
export function uidOf({ id, uid = null }: { readonly id: string; readonly uid?: string | null }): string {
  return uid ?? `${id}${OURS}`
}

/** The record that a UID means: one of ours, or the one that its invitation makes. */
export function idOfUid(uid: string): { readonly id: string; readonly isOurs: boolean } {
  const own = uid.endsWith(OURS) ? uid.slice(0, -OURS.length) : ''
  if (parseId(own) !== null) return { id: own, isOurs: true }
  return { id: derivedId(COMMON, OF_INVITATIONS, 'ical', uid), isOurs: false }
}
