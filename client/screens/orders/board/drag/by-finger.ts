import { createEdgeScroll } from '../../../../ui/board/edge-scroll.ts'
import { showGhost } from '../../../../ui/board/ghost.ts'
import { createLongPress, type Point } from '../../../../ui/board/long-press.ts'
import { type BoardContext, cellUnder, positionOf } from '../context.ts'

/** Carrying cards by a finger that rested on them; gives a ref for the board's element. */
export function createFinger(context: BoardContext): (element: HTMLElement) => void {
  const { board, carry, mayWrite } = context
  let root: HTMLElement | undefined
  let ghost: ReturnType<typeof showGhost> | null = null

  const hover = (at: Point) => {
    const cell = cellUnder(context, document.elementFromPoint(at.x, at.y))
    carry.hover(cell?.takes() ? cell.spotAt(at.y) : null)
  }
  const scrolled = (at: Point) => {
    const cell = cellUnder(context, document.elementFromPoint(at.x, at.y))
    return [cell?.element, root].filter((element) => element !== undefined)
  }
  const edges = createEdgeScroll(scrolled, hover)
  const end = () => {
    edges.stop()
    ghost?.remove()
    ghost = null
  }
  let touched: string | undefined
  const watch = createLongPress({
    find(target) {
      const thing = mayWrite ? target.closest<HTMLElement>('[data-card]') : null
      touched = thing?.dataset.card
      return thing
    },
    take: (thing, at) => {
      // While the finger rested, the order may have left its place to another.
      if (thing.dataset.card !== touched) return
      const place = cellUnder(context, thing)
      const cell = place && board.cell(place.lane, place.state)
      const index = positionOf(cell, thing.dataset.card)
      const card = index === null ? undefined : cell?.cards[index - cell.from]
      if (!place || !card || index === null) return
      ghost = showGhost(thing, at)
      carry.take(card, place.spot(index), 'finger')
    },
    move: (at) => {
      if (!ghost) return
      ghost.move(at)
      edges.follow(at)
      hover(at)
    },
    drop: () => {
      end()
      carry.drop()
    },
    cancel: () => {
      end()
      carry.cancel()
    },
  })
  return (element) => {
    root = element
    watch(element)
  }
}
