import { roomFor } from '../../funnel/columns/cells.ts'

/** Reads ints of a stretch of rows, row by row. */
export function ints(of: (row: number) => number): (start: number, count: number) => Int32Array {
  let room = new Int32Array(0)
  return (start, count) => {
    room = roomFor(room, count)
    for (let at = 0; at < count; at++) room[at] = of(start + at)
    return room
  }
}

/** Reads sums of a stretch of rows, row by row. */
export function floats(of: (row: number) => number): (start: number, count: number) => Float64Array {
  let room = new Float64Array(0)
  return (start, count) => {
    room = roomFor(room, count)
    for (let at = 0; at < count; at++) room[at] = of(start + at)
    return room
  }
}
