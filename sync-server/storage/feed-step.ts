/** So many lines of the trail are looked at in one step where not all are asked for: the others cost time too. */
const LOOKED = 5000
/** So much is given in one step, bytes of values, unless one number of the journal has more. */
const MOST_BYTES = 4 * 1024 * 1024

/** What is asked of the trail by the numbers of the journal. */
export interface FeedAsked {
  readonly after: number
  /** So many rows at most, unless one number has more. */
  readonly limit: number
  /** Empty: all. */
  readonly collections: readonly string[]
}

/** How many lines of the trail a step looks at: one more than it gives, where all are asked for. */
export function lookedAt({ limit, collections }: FeedAsked): number {
  return collections.length === 0 ? limit + 1 : LOOKED
}

/** A line of the trail, unread. */
export interface Outline {
  readonly journal: number
  readonly collection: string
  /** Bytes of its value. */
  readonly size: number
}

/**
 * The number of the journal up to which a step goes, all of that number in it: as far as limit and bytes allow, the first
 * number in any case. Lines are of numbers behind `after`, in order; null where there are none.
 */
export function endOfStep(lines: readonly Outline[], { limit, collections }: FeedAsked): number | null {
  const asked = collections.length === 0 ? null : new Set(collections)
  let [end, rows, bytes]: [number | null, number, number] = [null, 0, 0]
  for (const [i, { journal, collection, size }] of lines.entries()) {
    if (asked?.has(collection) ?? true) {
      rows += 1
      bytes += size
    }
    // The number goes on.
    if (lines[i + 1]?.journal === journal) continue
    if (end !== null && (rows > limit || bytes > MOST_BYTES)) return end
    end = journal
  }
  return end
}
