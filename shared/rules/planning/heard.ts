/** A write as the server's journal told of it. */
export interface Told {
  /** Its number in the journal. */
  readonly journal: number
  /** When the server wrote it down, ms. */
  readonly at: number
  /** The rules that are still to be asked about it; without them all. */
  readonly rules?: readonly string[] | undefined
}

/** The server was put back to a backup then, ms. */
export interface Restoration {
  readonly at: number
}

/**
 * Whether a rule hears of what was made at `madeAt` (ms): it was on already when the journal told of it, and that was not only
 * brought again by a device after the server was restored.
 */
export function isHeard(
  onSince: number | null,
  told: Told,
  madeAt: number,
  restorations: readonly Restoration[],
): boolean {
  const isBroughtAgain = restorations.some(({ at }) => madeAt < at && at <= told.at)
  return onSince !== null && told.journal > onSince && !isBroughtAgain
}
