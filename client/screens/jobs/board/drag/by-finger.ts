import { createEdgeScroll } from '../../../../ui/board/edge-scroll.ts'
import { showGhost } from '../../../../ui/board/ghost.ts'
import { createLongPress, type Point } from '../../../../ui/board/long-press.ts'
import { type BoardContext, cellOf, spotAt } from '../context.ts'
import { foundAt } from './found-at.ts'

/** Carrying by a finger that rested on a card; gives a ref for the board. */
export function createFinger(context: BoardContext): (element: HTMLElement) => void {
  const { carry, mayWrite } = context
  let root: HTMLElement | undefined
  let ghost: ReturnType<typeof showGhost> | null = null
  const at = ({ x, y }: Point) => cellOf(document.elementFromPoint(x, y))
  const hover = (point: Point) => {
    const cell = at(point)
    carry.hover(cell ? spotAt(cell, point.y, carry.carried()?.card.id) : null)
  }
  const edges = createEdgeScroll((point) => [at(point), root].filter((element) => element != null), hover)
  const end = (put: boolean) => {
    edges.stop()
    ghost?.remove()
    ghost = null
    if (put) carry.drop()
    else carry.cancel()
  }
  const watch = createLongPress({
    find: (target) => (mayWrite ? target.closest<HTMLElement>('[data-card]') : null),
    take: (thing, point) => {
      const found = foundAt(context, thing)
      if (!found) return
      ghost = showGhost(thing, point)
      carry.take(found.job, found.spot, 'finger')
    },
    move: (point) => {
      if (!ghost) return
      ghost.move(point)
      edges.follow(point)
      hover(point)
    },
    drop: () => end(true),
    cancel: () => end(false),
  })
  return (element) => {
    root = element
    watch(element)
  }
}
