import { onCleanup } from 'solid-js'
import type { Point } from './long-press.ts'

/** How near (px) to an edge a dragged thing begins to scroll, and how far a frame goes at most. */
const NEAR = 56
const FASTEST = 14

/**
 * Scrolls while something is dragged near the edge of what scrolls. `scrolled` gives the elements under a point, the
 * inner ones first; `after` is told when something has moved under the point.
 */
export function createEdgeScroll(scrolled: (at: Point) => readonly HTMLElement[], after: (at: Point) => void) {
  let at: Point | null = null
  let frame = 0
  const step = () => {
    if (!at) return
    const point = at
    if (scrolled(point).some((element) => pull(element, point))) after(point)
    frame = requestAnimationFrame(step)
  }
  const stop = () => {
    at = null
    cancelAnimationFrame(frame)
  }
  const follow = (point: Point) => {
    const isRunning = at !== null
    at = point
    if (!isRunning) frame = requestAnimationFrame(step)
  }
  onCleanup(stop)
  return { follow, stop }
}

/** Scrolls an element as its edge is near; whether it moved. */
function pull(element: HTMLElement, { x, y }: Point): boolean {
  const box = element.getBoundingClientRect()
  const { scrollLeft, scrollTop } = element
  element.scrollBy(speed(x - box.left, box.right - x), speed(y - box.top, box.bottom - y))
  return element.scrollLeft !== scrollLeft || element.scrollTop !== scrollTop
}

/** How far to go in a frame, by the distances to the edges before and behind. */
function speed(before: number, behind: number): number {
  const nearness = (distance: number) => Math.max(0, Math.min(1, 1 - distance / NEAR))
  return Math.round(FASTEST * (nearness(behind) - nearness(before)))
}
