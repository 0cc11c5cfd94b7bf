const FIRST = 60_000
const LONGEST = 2 * 3_600_000
/** Of those that others to the same server would not share: with their pauses they take most of a day. */
const MOST = 14

/** How long to wait behind so many tries in vain (from 1), ms: half of a pause that doubles, and up to as much again. */
export function pauseBehind(tries: number, random = Math.random): number {
  const bound = Math.min(LONGEST, FIRST * 2 ** Math.min(tries - 1, 30))
  return Math.round(bound / 2 + (random() * bound) / 2)
}

/** Whether a message has been tried often enough. */
export function isSpent(tries: number): boolean {
  return tries >= MOST
}
