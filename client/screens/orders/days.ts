const DAY = 86_400_000

/** Whole days from an instant (ms) until now. */
export function daysSince(at: number): number {
  return Math.max(0, Math.floor((Date.now() - at) / DAY))
}
