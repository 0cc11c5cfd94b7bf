/** Where one belongs among what is sorted: before the first that does not come before it. */
export function placeFor<T>(sorted: readonly T[], one: T, compare: (a: T, b: T) => number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]
    if (other !== undefined && compare(other, one) < 0) low = middle + 1
    else high = middle
  }
  return low
}
