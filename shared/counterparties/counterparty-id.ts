import { COMMON } from '../documents/families.ts'
import { derivedId } from '../records/keys/id.ts'

/** The id of what is known of an INN: two who ask for one write one record. Its time says nothing. */
export function counterpartyId(inn: string): string {
  return derivedId(COMMON, 0, 'counterparties', inn.trim())
}
