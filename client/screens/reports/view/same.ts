/** For memos whose values are made anew each time: what reads the same is no change. */
export const WHEN_IT_READS_OTHERWISE = {
  equals: (before: unknown, now: unknown) => JSON.stringify(before) === JSON.stringify(now),
}
