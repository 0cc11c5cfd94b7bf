import { createLongPress } from '../../board/long-press.ts'
import { hearPress } from './press.ts'
import type { TableSelection } from './selection.ts'

/** What presses on rows act upon. */
export interface PointerOn {
  readonly isHead: (index: number) => boolean
  readonly active: () => number
  readonly setActive: (index: number) => void
  readonly open: (index: number) => void
  readonly selection: () => TableSelection | undefined
}

/**
 * Presses on rows: a click opens; on the mark, or with Ctrl, it chooses; with Shift it chooses up to there. A finger that
 * rests chooses, and then each tap does.
 */
export function createTablePointer(on: PointerOn) {
  const press = hearPress((index, event) => {
    if (on.isHead(index)) return
    const selection = on.selection()
    const before = on.active()
    if (selection && event.shiftKey) selection.reach(index, before >= 0 ? before : index)
    else if (selection && chooses(event, selection)) selection.toggle(index)
    else on.open(index)
    on.setActive(index)
  })
  return {
    ...press,
    // Shift and a click would choose text, too.
    onMouseDown: (event: MouseEvent) => event.shiftKey && on.selection() && event.preventDefault(),
  }
}

function chooses(event: MouseEvent, selection: TableSelection): boolean {
  if (event.ctrlKey || event.metaKey || selection.isChoosing) return true
  return event.target instanceof Element && event.target.closest('.table-check') !== null
}

/** A finger that rests on a row chooses it. Gives a ref for the table. */
export function createTableFinger(on: Pick<PointerOn, 'isHead' | 'selection'>): (element: HTMLElement) => void {
  const indexOf = (row: HTMLElement) => Number(row.dataset.index)
  return createLongPress({
    find(target) {
      const row = on.selection() && target.closest<HTMLElement>('[data-index]')
      return row && !on.isHead(indexOf(row)) ? row : null
    },
    take: (row) => on.selection()?.choose(indexOf(row)),
  })
}
