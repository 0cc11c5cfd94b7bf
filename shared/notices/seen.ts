import { digest } from 'lib0/hash/sha256'

/** How many bytes of a digest tell notices apart: of a hundred thousand two are alike once in a thousand million people. */
const BYTES = 8

/** What is kept of a notice that was seen: short, and the same on every device. */
export function markOf(id: string): string {
  const bytes = digest(new TextEncoder().encode(id)).subarray(0, BYTES)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The id of the record in which a person's marks of a moment stand. */
export function seenId(user: string, now: number): string {
  return `${user}_seen${new Date(now).toISOString().slice(0, 7)}`
}
