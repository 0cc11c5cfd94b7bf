/**
 * Reading and writing one cell of a typed array whose index is known to be inside. One function per array type, so that each
 * is compiled for that type alone; they vanish by inlining.
 */
export function int(cells: Int32Array, index: number): number {
  return cells[index] as number
}

export function float(cells: Float64Array, index: number): number {
  return cells[index] as number
}

export function byte(cells: Uint8Array, index: number): number {
  return cells[index] as number
}

export function add(cells: Float64Array, index: number, amount: number): void {
  cells[index] = (cells[index] as number) + amount
}

type Ints = Int32Array<ArrayBuffer>
type Floats = Float64Array<ArrayBuffer>
type Bytes = Uint8Array<ArrayBuffer>
type Cells = Ints | Floats | Bytes

/** `cells` itself where it holds `length`, else a longer copy with zeros beyond the old end. */
export function roomFor(cells: Ints, length: number): Ints
export function roomFor(cells: Floats, length: number): Floats
export function roomFor(cells: Bytes, length: number): Bytes
export function roomFor(cells: Cells, length: number): Cells {
  if (length <= cells.length) return cells
  const longer = emptyLike(cells, Math.max(length, Math.ceil(cells.length * 1.5), 64))
  longer.set(cells)
  return longer
}

function emptyLike(cells: Cells, length: number): Cells {
  if (cells instanceof Float64Array) return new Float64Array(length)
  if (cells instanceof Uint8Array) return new Uint8Array(length)
  return new Int32Array(length)
}
