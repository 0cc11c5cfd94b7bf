/** Where a key leads from row `at` of `count`; `page` is how many rows are in view. Undefined for keys that lead nowhere. */
export function moved(key: string, at: number, count: number, page: number): number | undefined {
  const to = target(key, at, count, page)
  return to === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, to))
}

function target(key: string, at: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at < 0 ? count - 1 : at - 1
    case 'PageDown':
      return Math.max(0, at) + page
    case 'PageUp':
      return Math.max(0, at) - page
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** The row that can be opened nearest to `at`: first on in the direction of the move, else back; `at` where there is none. */
export function past(isSkipped: (index: number) => boolean, at: number, from: number, count: number): number {
  const find = (step: number) => {
    let index = at
    while (index >= 0 && index < count && isSkipped(index)) index += step
    return index >= 0 && index < count ? index : undefined
  }
  const onward = at < from ? -1 : 1
  return find(onward) ?? find(-onward) ?? at
}

/** So many rows are asked for at once: scrolling by one of them asks for nothing new. */
const STEP = 25

/** The positions that are asked for where those from `first` to `last` are to be seen: whole steps, to before `to`. */
export function inSteps(first: number, last: number, count: number): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.floor(first / STEP) * STEP)
  return { from, to: Math.min(count, Math.ceil((last + 1) / STEP) * STEP) }
}
