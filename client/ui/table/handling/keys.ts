import { keyOf } from '../../keys/keys.ts'
import { moved, past } from './cursor.ts'
import type { TableSelection } from './selection.ts'

/** What the keys of a table act upon. */
export interface KeysOn {
  readonly count: () => number
  readonly active: () => number
  readonly perPage: () => number
  /** The heads of groups are passed over, unless they can be opened and collapsed. */
  readonly isSkipped: (index: number) => boolean
  readonly isHead: (index: number) => boolean
  readonly goTo: (index: number, isReaching: boolean) => void
  readonly open: (index: number) => void
  readonly toggleGroup: (index: number) => void
  readonly isOpen: () => boolean
  readonly close: () => void
  readonly copy: () => boolean
  readonly selection: () => TableSelection | undefined
}

/** Listens to the keys of a table that has the focus. */
export function createTableKeys(on: KeysOn): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.target !== event.currentTarget || event.altKey) return
    const isDone = event.ctrlKey || event.metaKey ? withControl(event, on) : move(event, on) || act(event, on)
    if (isDone) event.preventDefault()
  }
}

function withControl(event: KeyboardEvent, on: KeysOn): boolean {
  const key = keyOf(event)
  if (key === 'mod+c') return getSelection()?.isCollapsed !== false && on.copy()
  const selection = on.selection()
  if (key !== 'mod+a' || !selection) return false
  selection.all()
  return true
}

function move(event: KeyboardEvent, on: KeysOn): boolean {
  const from = on.active()
  const at = moved(event.key, from, on.count(), on.perPage())
  if (at === undefined) return false
  const to = past(on.isSkipped, at, from, on.count())
  const selection = event.shiftKey ? on.selection() : undefined
  on.goTo(to, selection !== undefined)
  selection?.reach(to, Math.max(0, from))
  return true
}

function act(event: KeyboardEvent, on: KeysOn): boolean {
  const selection = on.selection()
  const isOnHead = on.active() >= 0 && on.isHead(on.active())
  switch (event.key) {
    case 'Enter':
      if (isOnHead) on.toggleGroup(on.active())
      else on.open(on.active())
      return true
    case 'ArrowLeft':
    case 'ArrowRight':
      if (isOnHead) on.toggleGroup(on.active())
      return isOnHead
    case ' ':
      if (on.active() >= 0 && !isOnHead) selection?.toggle(on.active())
      return selection !== undefined
    case 'Escape':
      return leave(on, selection)
    default:
      return false
  }
}

/** Escape lets go of what is chosen first, then of the open card. */
function leave(on: KeysOn, selection: TableSelection | undefined): boolean {
  if (selection && (selection.count > 0 || selection.isChoosing)) selection.clear()
  else if (on.isOpen()) on.close()
  else return false
  return true
}
