/** A cell by its position, from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** How many cells there are each way. */
export interface Size {
  readonly rows: number
  readonly columns: number
}

/** Cells between two corners, both included. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** One range of cells, as far as `end`; what is typed goes into its active cell. */
export interface Selection {
  readonly active: Place
  /** Where the range begins once the active cell has walked in it; at the active cell otherwise. */
  readonly anchor?: Place
  readonly end: Place
}

/** What a move needs to know of the grid. */
export interface Ground extends Size {
  /** Rows that a page of it shows. */
  readonly perPage: number
  readonly isFilled: (row: number, column: number) => boolean
}

/** The keys that move, as they were pressed. */
export interface Pressed {
  readonly key: string
  readonly shift: boolean
  readonly control: boolean
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column
}

export function at(place: Place): Selection {
  return { active: place, end: place }
}

export function rangeOf({ active, anchor = active, end }: Selection): Range {
  return {
    top: Math.min(anchor.row, end.row),
    left: Math.min(anchor.column, end.column),
    bottom: Math.max(anchor.row, end.row),
    right: Math.max(anchor.column, end.column),
  }
}

/** Whether it is one cell alone. */
export function isOneCell(selection: Selection): boolean {
  const { rows, columns } = sizeOf(rangeOf(selection))
  return rows === 1 && columns === 1
}

/** As spreadsheets walk within a range: Enter down its columns, Tab along its rows, back with Shift, and round at its ends. */
export function walked(selection: Selection, way: 'Enter' | 'Tab', isBack: boolean): Selection {
  const { top, left, bottom, right } = rangeOf(selection)
  const { rows, columns } = sizeOf({ top, left, bottom, right })
  const [row, column] = [selection.active.row - top, selection.active.column - left]
  const count = rows * columns
  const next = ((way === 'Enter' ? column * rows + row : row * columns + column) + (isBack ? count - 1 : 1)) % count
  const active =
    way === 'Enter'
      ? { row: top + (next % rows), column: left + Math.floor(next / rows) }
      : { row: top + Math.floor(next / columns), column: left + (next % columns) }
  return { active, anchor: { row: top, column: left }, end: { row: bottom, column: right } }
}

export function sizeOf({ top, left, bottom, right }: Range): Size {
  return { rows: bottom - top + 1, columns: right - left + 1 }
}

export function isWithin({ top, left, bottom, right }: Range, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

/** The nearest place that the grid has. */
export function inside({ row, column }: Place, { rows, columns }: Size): Place {
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  }
}

export function everything({ rows, columns }: Size): Selection {
  return { active: { row: 0, column: 0 }, end: inside({ row: rows, column: columns }, { rows, columns }) }
}

/** Whole rows, from one to another. */
export function wholeRows(from: number, to: number, { columns }: Size): Selection {
  return { active: { row: from, column: 0 }, end: { row: to, column: columns - 1 } }
}

/** Whole columns, from one to another. */
export function wholeColumns(from: number, to: number, { rows }: Size): Selection {
  return { active: { row: 0, column: from }, end: { row: rows - 1, column: to } }
}

/** The selection after a key that moves it; undefined for other keys. With Shift its end moves, else the active cell alone stays. */
export function moved(selection: Selection, pressed: Pressed, ground: Ground): Selection | undefined {
  const from = pressed.shift && selection.anchor === undefined ? selection.end : selection.active
  const target = targetOf(from, pressed, ground)
  if (!target) return undefined
  const to = inside(target, ground)
  return pressed.shift ? { active: selection.active, end: to } : at(to)
}

const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

function targetOf({ row, column }: Place, { key, control }: Pressed, ground: Ground): Place | undefined {
  const step = STEPS[key]
  if (step) return control ? edgeFrom({ row, column }, step, ground) : next({ row, column }, step)
  if (key === 'Home') return { row: control ? 0 : row, column: 0 }
  if (key === 'End') return { row: control ? ground.rows - 1 : row, column: ground.columns - 1 }
  if (key === 'PageUp') return { row: row - ground.perPage, column }
  if (key === 'PageDown') return { row: row + ground.perPage, column }
  return undefined
}

function next({ row, column }: Place, step: Place): Place {
  return { row: row + step.row, column: column + step.column }
}

/** As spreadsheets jump: to the last of the filled cells that follow each other, over a gap to the next filled one, or to the edge. */
function edgeFrom(from: Place, step: Place, ground: Ground): Place {
  const has = ({ row, column }: Place) => row >= 0 && column >= 0 && row < ground.rows && column < ground.columns
  const isFilled = (place: Place) => ground.isFilled(place.row, place.column)
  let place = next(from, step)
  if (!has(place)) return from
  const isRun = isFilled(from) && isFilled(place)
  while (has(next(place, step)) && isFilled(isRun ? next(place, step) : place) === isRun) place = next(place, step)
  return place
}
