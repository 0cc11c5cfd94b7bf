import type { Point } from './long-press.ts'
import './tile.css'

/** A picture of the thing that goes along with the finger. */
export function showGhost(thing: HTMLElement, from: Point) {
  const box = thing.getBoundingClientRect()
  const ghost = thing.cloneNode(true) as HTMLElement
  ghost.classList.add('tile-ghost')
  ghost.setAttribute('aria-hidden', 'true')
  ghost.style.width = `${box.width}px`
  ghost.style.height = `${box.height}px`
  const move = ({ x, y }: Point) => {
    ghost.style.translate = `${box.left + x - from.x}px ${box.top + y - from.y}px`
  }
  move(from)
  document.body.append(ghost)
  return { move, remove: () => ghost.remove() }
}
