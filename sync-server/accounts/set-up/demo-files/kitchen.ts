/** A part of a drawing, in millimetres from its upper left corner. */
export interface Shape {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Red, green, blue: 0 to 255. */
  readonly colour: readonly [number, number, number]
}

/** The whole drawing, in millimetres. */
export const WALL = { width: 3600, height: 2700 }

const FRONT = [226, 232, 240] as const
const WOOD = [180, 140, 104] as const
const DARK = [51, 65, 85] as const
const MARGIN = 300
const STEP = 600
const GAP = 12

function front(column: number, y: number, height: number): Shape {
  return { x: MARGIN + column * STEP + GAP, y, width: STEP - 2 * GAP, height, colour: FRONT }
}

/** A kitchen of five parts as one stands before it: wall, floor, cupboards, worktop, hob, sink and a window. */
export const KITCHEN: readonly Shape[] = [
  { x: 0, y: 0, ...WALL, colour: [248, 250, 252] },
  { x: 0, y: 2400, width: WALL.width, height: 300, colour: [203, 213, 225] },
  ...[0, 1, 4].map((column) => front(column, 300, 700)),
  { x: MARGIN + 2 * STEP, y: 300, width: 2 * STEP, height: 800, colour: [186, 220, 248] },
  { x: MARGIN + 3 * STEP - GAP, y: 300, width: 2 * GAP, height: 800, colour: [255, 255, 255] },
  { x: MARGIN, y: 1500, width: 5 * STEP, height: 60, colour: WOOD },
  ...[0, 1, 2, 3, 4].map((column) => front(column, 1572, 720)),
  { x: MARGIN + STEP + 60, y: 1480, width: STEP - 120, height: 20, colour: DARK },
  { x: MARGIN + 3 * STEP + 260, y: 1300, width: 30, height: 200, colour: DARK },
  { x: MARGIN, y: 2300, width: 5 * STEP, height: 100, colour: DARK },
]
