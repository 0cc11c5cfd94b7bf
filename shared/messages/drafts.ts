import { digest } from 'lib0/hash/sha256'

/** The id of a person's draft by what it is written from: a card, or a letter that is answered. */
export function draftId(user: string, key: string): string {
  const bytes = digest(new TextEncoder().encode(key)).subarray(0, 16)
  return `${user}_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
