import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { GridFormats } from './formats.ts'
import type { GridProps } from './props.ts'
import type { Write } from './selection/fill.ts'
import { inside, type Place, type Range } from './selection/selection.ts'

/** What is being typed, and where. */
export interface Draft {
  readonly rowId: string
  readonly column: number
  /** What stood in the field at first. */
  readonly text: string
  /** It replaces what stood there: arrows then end it, as in spreadsheets. */
  readonly isOver: boolean
}

/** What the typing acts upon. */
export interface EditingOn {
  readonly props: GridProps
  readonly formats: GridFormats
  readonly range: () => Range
  /** Told of a text that was left though it is no number. */
  readonly lost: (text: string, wrong: string) => void
}

/** Typing into the active cell: it begins, is taken or given up. */
export function createEditing({ props, formats, range, lost }: EditingOn) {
  const [draft, setDraft] = createSignal<Draft | null>(null)
  const [wrong, setWrong] = createSignal<string>()
  let typed = ''
  const placeOf = ({ rowId, column }: Draft): Place => ({ row: props.rowIds.indexOf(rowId), column })
  const end = () => {
    setDraft(null)
    setWrong(undefined)
  }
  createEffect(on(draft, (now) => props.onEditing?.(now && placeOf(now)), { defer: true }))
  onCleanup(() => draft() && props.onEditing?.(null))

  /** Writes what was typed; false where it is no number: then the field stays, and says so. */
  const take = (isForAll = false): boolean => {
    const now = draft()
    if (!now) return true
    const place = placeOf(now)
    const read = formats.read(typed, place.column)
    if ('wrong' in read) setWrong(read.wrong)
    else {
      const writes = isForAll ? inAll(range(), read.value, place, props) : [{ ...place, value: read.value }]
      end()
      const changed = writes.filter(({ row, column, value }) => row >= 0 && props.sheet.peek(row, column) !== value)
      if (changed.length > 0) props.onWrite(changed)
    }
    return !('wrong' in read)
  }
  return {
    draft,
    wrong,
    placeOf,
    /** Begins with what stands there, or over it. */
    begin(place: Place, isOver: boolean) {
      const rowId = props.rowIds[place.row]
      if (props.isReadOnly || rowId === undefined) return
      const text = isOver ? '' : formats.shown(props.sheet.peek(place.row, place.column), place.column)
      typed = text
      setDraft({ rowId, column: place.column, text, isOver })
    },
    input(text: string) {
      typed = text
      setWrong(undefined)
    },
    take,
    giveUp: end,
    /** The field was left by a press elsewhere: what cannot be taken is told, what stood there stays. */
    leave() {
      if (!draft() || take()) return
      lost(typed, wrong() ?? '')
      end()
    },
  }
}

/** Ctrl+Enter: into all cells of the range that measure the same. */
function inAll(range: Range, value: number | null, { column }: Place, { columns }: GridProps): Write[] {
  const writes: Write[] = []
  for (let row = range.top; row <= range.bottom; row++) {
    for (let at = range.left; at <= range.right; at++) {
      if (columns[at]?.measure === columns[column]?.measure) writes.push({ row, column: at, value })
    }
  }
  return writes
}

/** Where a key leads that ends the typing; undefined for keys of the typing itself. */
export function stepAfter(event: KeyboardEvent, place: Place, isOver: boolean, props: GridProps): Place | undefined {
  const back = event.shiftKey ? -1 : 1
  const steps: Readonly<Record<string, readonly [number, number] | undefined>> = {
    Enter: [back, 0],
    Tab: [0, back],
    ...(isOver ? { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] } : {}),
  }
  const step = steps[event.key]
  if (!step) return undefined
  return inside(
    { row: place.row + step[0], column: place.column + step[1] },
    { rows: props.rowIds.length, columns: props.columns.length },
  )
}
