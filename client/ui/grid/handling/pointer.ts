import { createSignal, type JSX } from 'solid-js'
import { createEdgeScroll } from '../../board/edge-scroll.ts'
import { createLongPress, type Point } from '../../board/long-press.ts'
import type { GridState } from '../create-grid.ts'
import { at, type Place, type Range, sizeOf } from '../selection/selection.ts'

/**
 * Presses on a grid. The mouse selects, and drags a range; a finger that taps selects, on the active cell begins to type; one that
 * rests begins a range, and draws it. Heads take whole rows and columns. The handle of the range fills.
 */
export function createGridPointer(grid: GridState) {
  const [drag, setDrag] = createSignal<((place: Place) => void) | null>(null)
  const handle = createHandle(grid)
  const follow = ({ x, y }: Point) => drag()?.(grid.view.placeAt(x, y))
  const scrolled = () => [grid.view.scroller() ?? []].flat()
  const edges = createEdgeScroll(scrolled, follow)
  const stop = () => {
    edges.stop()
    setDrag(null)
  }
  const moveTo = (point: Point) => {
    follow(point)
    edges.follow(point)
  }
  const finger = createLongPress({
    find: (target) => target.closest<HTMLElement>('.grid-cell, .grid-handle'),
    take(thing, { x, y }) {
      if (thing.matches('.grid-handle')) handle.begin()
      else grid.goTo(grid.view.placeAt(x, y))
      setDrag(() => (thing.matches('.grid-handle') ? handle.pull : grid.reach))
    },
    move: moveTo,
    drop() {
      handle.end()
      stop()
    },
    cancel: stop,
  })
  const events = {
    onPointerDown(event) {
      if (event.pointerType === 'touch' || event.button !== 0) return
      const next = pressed(event, grid, handle)
      if (!next) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag(() => next)
    },
    onPointerMove: (event) => drag() && event.pointerType !== 'touch' && moveTo(event),
    onPointerUp(event) {
      if (event.pointerType === 'touch') return
      handle.end()
      stop()
    },
    onPointerCancel: stop,
    onClick: (event) => tap(event, grid),
    onDblClick: (event) => isCell(event) && grid.editing.begin(grid.active(), false),
  } satisfies JSX.HTMLAttributes<HTMLElement>
  return { events, finger, filling: handle.whole }
}

/** The pointer was captured: what lies under it is asked for. */
function isCell({ clientX, clientY }: MouseEvent): boolean {
  return document.elementFromPoint(clientX, clientY)?.closest('.grid-cell') != null
}

/** A press of the mouse, and what dragging from there does; undefined where nothing is pressed. */
function pressed(event: PointerEvent, grid: GridState, handle: Handle): ((place: Place) => void) | undefined {
  const { target } = event
  if (!(target instanceof Element) || target.closest('.grid-editor')) return undefined
  grid.editing.leave()
  grid.focus()
  if (target.closest('.grid-handle')) {
    handle.begin()
    return handle.pull
  }
  const place = grid.view.placeAt(event.clientX, event.clientY)
  if (target.closest('.grid-cell')) {
    if (event.shiftKey) grid.reach(place)
    else grid.select(at(place))
    return grid.reach
  }
  return headPressed(target, place, event.shiftKey, grid)
}

function headPressed(target: Element, place: Place, isShift: boolean, grid: GridState) {
  const { selectRows, selectColumns, selectAll, active } = grid
  if (target.closest('.grid-corner')) return void selectAll()
  if (target.closest('.grid-row-head, .grid-row > .grid-total')) {
    const from = isShift ? active().row : place.row
    selectRows(from, place.row)
    return ({ row }: Place) => selectRows(from, row)
  }
  const head = target.closest<HTMLElement>('.grid-column-head')
  if (!head) return undefined
  const wide = Number(head.dataset.wide ?? 1)
  const from = isShift ? active().column : Number(head.dataset.column)
  selectColumns(from, Number(head.dataset.column) + wide - 1)
  return ({ column }: Place) => selectColumns(from, Math.max(column, from + wide - 1))
}

/** A tap of a finger. */
function tap(event: MouseEvent, grid: GridState): void {
  const { target } = event
  if (!('pointerType' in event) || event.pointerType !== 'touch' || !(target instanceof Element)) return
  const place = grid.view.placeAt(event.clientX, event.clientY)
  if (!target.closest('.grid-cell')) {
    headPressed(target, place, false, grid)
    return
  }
  const isAgain = grid.isOne() && grid.active().row === place.row && grid.active().column === place.column
  grid.editing.leave()
  grid.focus()
  if (isAgain) grid.editing.begin(place, false)
  else grid.goTo(place)
}

type Handle = ReturnType<typeof createHandle>

/** The square at the range's corner: it is pulled one way, and what stands in the range is repeated up to there. */
function createHandle(grid: GridState) {
  const [whole, setWhole] = createSignal<Range | null>(null)
  return {
    /** The range with what is to be filled. */
    whole,
    begin: () => setWhole(grid.range()),
    pull: (place: Place) => setWhole(pulledTo(grid.range(), place)),
    end() {
      const range = whole()
      setWhole(null)
      if (
        !range ||
        (sizeOf(range).rows === sizeOf(grid.range()).rows && sizeOf(range).columns === sizeOf(grid.range()).columns)
      )
        return
      grid.pull(range)
      grid.selectOver(range)
    },
  }
}

/** The range with the cells up to a place, along the way on which it lies further out. */
function pulledTo(range: Range, { row, column }: Place): Range {
  const [down, up] = [row - range.bottom, range.top - row]
  const [right, left] = [column - range.right, range.left - column]
  const furthest = Math.max(down, up, right, left)
  if (furthest <= 0) return range
  if (furthest === down) return { ...range, bottom: row }
  if (furthest === up) return { ...range, top: row }
  return furthest === right ? { ...range, right: column } : { ...range, left: column }
}
