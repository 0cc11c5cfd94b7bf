import { onCleanup } from 'solid-js'

/** How long a glide takes (ms). */
const TIME = 280

/**
 * Lets something that scrolls sideways, and snaps, glide to a place (px). Another place that is asked for meanwhile takes
 * over: the browser's own gliding may go on to the first one. A hand on it ends the glide. Without motion it is there at once.
 */
export function createGlide(scroller: HTMLElement): (left: number) => void {
  let frame = 0
  const free = () => scroller.style.setProperty('scroll-snap-type', 'none')
  const end = () => {
    cancelAnimationFrame(frame)
    scroller.style.removeProperty('scroll-snap-type')
  }
  const glide = (left: number) => {
    cancelAnimationFrame(frame)
    free()
    const from = scroller.scrollLeft
    const began = performance.now()
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    const step = () => {
      const rest = isStill ? 0 : Math.max(0, 1 - (performance.now() - began) / TIME)
      scroller.scrollLeft = left + (from - left) * rest ** 3
      if (rest > 0) frame = requestAnimationFrame(step)
      else end()
    }
    step()
  }
  for (const event of ['pointerdown', 'wheel']) scroller.addEventListener(event, end, { passive: true })
  onCleanup(end)
  return glide
}
