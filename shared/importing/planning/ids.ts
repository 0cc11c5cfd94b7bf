import { digest } from 'lib0/hash/sha256'
import { COLLECTIONS, type CollectionName } from '../../collections.ts'
import { COMMON, FAMILIES, type FamilyName } from '../../documents/families.ts'
import { derivedId } from '../../records/keys/id.ts'

/**
 * The id of a record that is not an order: it follows from source, collection and outer key alone. Records of setup and
 * goods have plain ids, short enough to name an entry of a list, as a state does in its kind.
 */
export function timelessId(source: string, collection: CollectionName, key: string): string {
  const path = `${collection}\u0000${key}`
  const isCut = familyParts(collection).length > 0
  return isCut ? derivedId(COMMON, 0, source, path) : hash(`${source}\u0000${path}`, 12)
}

/** The id of an order from outside, dated at `time` (ms). */
export function orderId(source: string, key: string, time: number): string {
  return derivedId(COMMON, time, source, `orders\u0000${key}`)
}

/** The part of a derived id that source and key give: two ids of one outer order have it in common, whatever their dates. */
export function tailOf(id: string): string {
  return id.slice(-22)
}

/**
 * The id of the `index`-th entry of a list in a record from outside. The index stands first, so that moves made at the
 * same moment keep their order (moves go by time, then id); the rest makes it unique among all records.
 */
export function entryId(record: string, list: string, index: number): string {
  return String(index).padStart(2, '0') + hash(`${record}\u0000${list}\u0000${index}`, 9)
}

/** The id of an entry that is added to a record that is there: it follows from what it says, so twice is once. */
export function addedId(record: string, list: string, value: string): string {
  return hash(`${record}\u0000${list}\u0000${value}`, 10)
}

function familyParts(collection: CollectionName): readonly string[] {
  return FAMILIES[COLLECTIONS[collection].family as FamilyName].parts
}

/** The first bytes of a text's SHA-256 as hexadecimal digits. */
function hash(text: string, bytes: number): string {
  const all = digest(new TextEncoder().encode(text))
  return [...all.subarray(0, bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
