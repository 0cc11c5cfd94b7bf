import type { Comment } from './collections.ts'

/** When a comment was said, ms: what stands in the record, or when that was made. */
export function saidAt({ at, madeAt }: Pick<Comment, 'at' | 'madeAt'>): number {
  return at ?? madeAt
}

/** The order of a discussion: by when it was said, then by id; the same wherever it is read (SPEC D1). */
export function inOrder<C extends Pick<Comment, 'id' | 'at' | 'madeAt'>>(comments: Iterable<C>): C[] {
  return [...comments].sort((a, b) => saidAt(a) - saidAt(b) || (a.id < b.id ? -1 : 1))
}

/** A time that stands further ahead of this device's clock than this belongs to a clock that is wrong (records/SPEC R12). */
const AHEAD_LIMIT = 5 * 60_000

/** When something is said at `now` by who has read up to `read`, ms: behind that, unless that stands too far ahead (SPEC D2). */
export function sayingAt(now: number, read: number | null): number {
  return read === null || read < now || read > now + AHEAD_LIMIT ? now : read + 1
}
