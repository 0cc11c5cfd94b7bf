/** Of what is made a step at a time so many pieces are dealt with in one: others may be heard between two. */
export const FEW = 500

/** Makes at once what is made a step at a time. */
export function finished<T>(making: Generator<void, T>): T {
  for (let step = making.next(); ; step = making.next()) if (step.done) return step.value
}

/**
 * Sorts by texts, in the order of their signs; what is equal stays as it stands. The few that follow each other are sorted at
 * once, then merged, so that a step is as short where all texts begin alike.
 */
export function* sorting<T>(all: readonly T[], textOf: (one: T) => string): Generator<void, readonly T[]> {
  let runs: (readonly T[])[] = []
  for (let from = 0; from < all.length; from += FEW) {
    runs.push(all.slice(from, from + FEW).sort((a, b) => compared(textOf(a), textOf(b))))
    yield
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = []
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merging(runs[at] ?? [], runs[at + 1] ?? [], textOf))
    runs = merged
  }
  return runs[0] ?? []
}

function* merging<T>(
  one: readonly T[],
  other: readonly T[],
  textOf: (one: T) => string,
): Generator<void, readonly T[]> {
  const merged: T[] = []
  for (let [a, b] = [0, 0]; a < one.length || b < other.length; ) {
    const isOther = b < other.length && (a === one.length || textOf(other[b] as T) < textOf(one[a] as T))
    merged.push((isOther ? other[b++] : one[a++]) as T)
    if (merged.length % FEW === 0) yield
  }
  return merged
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
