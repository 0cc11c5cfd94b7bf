import { batch, createEffect, createMemo, createSignal, createUniqueId, on } from 'solid-js'
import { useWords } from '../words/words.tsx'
import type { Pasted } from './clipboard/paste.ts'
import { createEditing } from './editing.ts'
import { createFormats } from './formats.ts'
import type { GridProps } from './props.ts'
import { cleared, filledDown, filledRight, pulled, type Write } from './selection/fill.ts'
import {
  at,
  everything,
  inside,
  isOneCell,
  type Place,
  type Range,
  rangeOf,
  type Selection,
  walked,
  wholeColumns,
  wholeRows,
} from './selection/selection.ts'
import { createGridView, type GridView } from './view.ts'

/** What is said under the grid until the next act. */
export type Notice = { readonly pasted: Pasted } | { readonly text: string }

export type GridState = ReturnType<typeof createGridState>

/** What a grid knows of itself, and what can be done in it. */
export function createGridState(props: GridProps) {
  const { t } = useWords()
  const [selection, setSelection] = createSignal<Selection>(at({ row: 0, column: 0 }))
  const [notice, setNotice] = createSignal<Notice | null>(null)
  const [table, setTable] = createSignal<HTMLElement>()
  const range = createMemo(() => rangeOf(selection()))
  const view = createGridView(props)
  const formats = createFormats(props)
  const focus = () => table()?.focus({ preventScroll: true })
  const lost = (text: string, wrong: string) => setNotice({ text: t('grid.lost', { text, wrong }) })
  const editing = createEditing({ props, formats, range, lost })
  // Scrolled before anything is drawn anew: the page is laid out once.
  const select = (next: Selection) =>
    batch(() => {
      setSelection(next)
      view.show(next.anchor ? next.active : next.end)
    })
  keepWithRows(props, selection, setSelection)
  createEffect(() => props.onSelect?.(selection()))
  const size = () => ({ rows: props.rowIds.length, columns: props.columns.length })
  return {
    props,
    view,
    formats,
    editing,
    selection,
    range,
    notice,
    setNotice,
    size,
    table,
    setTable,
    focus,
    select,
    active: () => selection().active,
    ...createIds(view, selection),
    isDrawn: ({ row, column }: Place) =>
      view.rowSlots.slotOf(row) !== undefined && view.columnSlots.slotOf(column) !== undefined,
    goTo: (place: Place) => select(at(place)),
    reach: (end: Place) => select({ active: selection().active, end }),
    /** Whole rows or columns do not scroll: one sees where one is. */
    selectRows: (from: number, to: number) => setSelection(wholeRows(from, to, size())),
    selectColumns: (from: number, to: number) => setSelection(wholeColumns(from, to, size())),
    selectOver: ({ top, left, bottom, right }: Range) =>
      setSelection({ active: { row: top, column: left }, end: { row: bottom, column: right } }),
    selectAll: () => setSelection(everything(size())),
    collapse: () => setSelection(at(selection().active)),
    isOne: () => isOneCell(selection()),
    /** Enter or Tab within a range. */
    walk: (way: 'Enter' | 'Tab', isBack: boolean) => select(walked(selection(), way, isBack)),
    ...createActs(props, range, setNotice),
  }
}

/** The names of elements: rows and cells have those of the slots that they are drawn in. */
function createIds({ rowSlots, columnSlots }: GridView, selection: () => Selection) {
  const id = createUniqueId()
  const rowId = (slot: number) => `${id}-${slot}`
  const cellId = (rowSlot: number, columnSlot: number) => `${id}-${rowSlot}-${columnSlot}`
  const activeId = () => {
    const { row, column } = selection().active
    const [rowSlot, columnSlot] = [rowSlots.slotOf(row), columnSlots.slotOf(column)]
    return rowSlot === undefined || columnSlot === undefined ? undefined : cellId(rowSlot, columnSlot)
  }
  return { rowId, cellId, activeId }
}

/** What is done to the cells of a range; each is one act. */
function createActs(props: GridProps, range: () => Range, setNotice: (notice: Notice | null) => void) {
  const measureOf = (column: number) => props.columns[column]?.measure ?? 0
  const { peek } = props.sheet
  const write = (writes: readonly Write[]) => {
    setNotice(null)
    const changed = writes.filter(({ row, column, value }) => peek(row, column) !== value)
    if (changed.length > 0 && !props.isReadOnly) props.onWrite(changed)
  }
  return {
    write,
    clear: () => write(cleared(range(), peek)),
    fillDown: () => write(filledDown(range(), peek)),
    fillRight: () => write(filledRight(range(), peek, measureOf)),
    /** The handle of the range was pulled to `whole`. */
    pull: (whole: Range) => write(pulled(range(), whole, peek, measureOf)),
  }
}

/** As rows come and go, the selection stays with those that it was on; where these have gone, it stays where it is. */
function keepWithRows(props: GridProps, selection: () => Selection, setSelection: (next: Selection) => void): void {
  createEffect(
    on(
      () => [props.rowIds, props.columns.length] as const,
      ([ids, columns], before) => {
        const was = before?.[0]
        if (!was || (was === ids && before[1] === columns)) return
        const moved = ({ row, column }: Place) => {
          const found = was[row] === ids[row] ? row : ids.indexOf(was[row] ?? '')
          return inside({ row: found === -1 ? row : found, column }, { rows: ids.length, columns })
        }
        const { active, anchor, end } = selection()
        setSelection({ active: moved(active), ...(anchor && { anchor: moved(anchor) }), end: moved(end) })
      },
    ),
  )
}
