import { keyOf } from '../../keys/keys.ts'
import { createKeyNotes } from '../../keys/offers.ts'
import { useWords } from '../../words/words.tsx'
import type { GridState } from '../create-grid.ts'
import { moved } from '../selection/selection.ts'

/** Listens to the keys of a grid that has the focus. What is typed goes into the field that begins with it. */
export function createGridKeys(grid: GridState): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.target !== event.currentTarget || event.isComposing) return
    if (grid.size().rows === 0) return
    const isDone = move(event, grid) || actOf(event, grid)?.() !== undefined
    if (isDone) event.preventDefault()
    else if (types(event)) grid.editing.begin(grid.active(), true)
  }
}

function move(event: KeyboardEvent, { selection, size, view, select, props }: GridState): boolean {
  if (event.altKey) return false
  const pressed = { key: event.key, shift: event.shiftKey, control: event.ctrlKey || event.metaKey }
  const isFilled = (row: number, column: number) => props.sheet.peek(row, column) !== null
  const next = moved(selection(), pressed, { ...size(), perPage: view.perPage(), isFilled })
  if (next) select(next)
  return next !== undefined
}

/** What a key does, besides moving; undefined for keys that do nothing here. Acts give true, so that the key is theirs. */
function actOf(event: KeyboardEvent, grid: GridState): (() => true) | undefined {
  const done = (act: () => void) => () => {
    act()
    return true as const
  }
  if (event.altKey) return undefined
  const key = keyOf(event)
  const acts: Readonly<Record<string, (() => void) | undefined>> = {
    'mod+a': grid.selectAll,
    'mod+d': grid.fillDown,
    'mod+r': grid.fillRight,
    Delete: grid.clear,
    Backspace: grid.clear,
    F2: () => grid.editing.begin(grid.active(), false),
    Enter: () => grid.editing.begin(grid.active(), false),
    ...(grid.isOne() ? {} : walks(grid, event.shiftKey)),
    ...spaces(grid, event.shiftKey),
    ...(grid.notice() || !grid.isOne() ? { Escape: () => leave(grid) } : {}),
  }
  const act = Object.hasOwn(acts, key) ? acts[key] : undefined
  return act && done(act)
}

/** Within a range Enter and Tab walk; Escape leaves it, and Tab the grid then. */
function walks({ walk }: GridState, isShift: boolean) {
  return { Enter: () => walk('Enter', isShift), Tab: () => walk('Tab', isShift) }
}

/** Space with Shift takes whole rows, with Ctrl whole columns. */
function spaces({ range, selectRows, selectColumns }: GridState, isShift: boolean) {
  const { top, bottom, left, right } = range()
  return {
    'mod+ ': () => selectColumns(left, right),
    ...(isShift ? { ' ': () => selectRows(top, bottom) } : {}),
  }
}

/** Escape lets go of what is said, then of a range. */
function leave({ notice, setNotice, collapse }: GridState): void {
  if (notice()) setNotice(null)
  else collapse()
}

/** Whether a key writes a sign that a number may begin with, or any other one: it is then told what fits. */
function types({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
}

/** What the keys of a grid do, for the map of keys. */
export function createGridNotes(isReadOnly: () => boolean): void {
  const { t } = useWords()
  createKeyNotes(() => ({
    heading: t('grid.keys.heading'),
    rows: [
      { keys: 'mod+ArrowRight|mod+ArrowDown', label: t('grid.keys.jump') },
      { keys: 'Shift+ArrowRight|Shift+ArrowDown', label: t('grid.keys.reach') },
      { keys: 'mod+a', label: t('grid.keys.all') },
      { keys: 'mod+c', label: t('grid.keys.copy') },
      ...(isReadOnly()
        ? []
        : [
            { keys: 'mod+v', label: t('grid.keys.paste') },
            { keys: 'Enter|F2', label: t('grid.keys.edit') },
            { keys: 'mod+Enter', label: t('grid.keys.allTyped') },
            { keys: 'Enter|Tab', label: t('grid.keys.walk') },
            { keys: 'Delete', label: t('grid.keys.clear') },
            { keys: 'mod+d', label: t('grid.keys.down') },
            { keys: 'mod+r', label: t('grid.keys.right') },
          ]),
    ],
  }))
}
