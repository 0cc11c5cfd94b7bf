import { crc32, deflateSync } from 'node:zlib'
import { KITCHEN, type Shape, WALL } from './kitchen.ts'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
/** Eight bits for each of three colours, no interlace (PNG 11.2.2). */
const TRUECOLOUR = Buffer.of(8, 2, 0, 0, 0)

/** The kitchen as a PNG, so many pixels wide. */
export function picture(width: number): Buffer {
  const height = Math.round((width * WALL.height) / WALL.width)
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, TRUECOLOUR])),
    chunk('IDAT', deflateSync(pixels(width, height))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Rows of pixels, each behind the number of its filter: none. */
function pixels(width: number, height: number): Buffer {
  const row = 1 + 3 * width
  const rows = Buffer.alloc(row * height)
  const scale = width / WALL.width
  for (const shape of KITCHEN) fill(rows, row, shape, scale)
  return rows
}

function fill(rows: Buffer, row: number, { x, y, width, height, colour }: Shape, scale: number): void {
  const [left, right, top, bottom] = [x, x + width, y, y + height].map((mm) => Math.round(mm * scale)) as [
    number,
    number,
    number,
    number,
  ]
  const line = Buffer.alloc(3 * (right - left), Buffer.from(colour))
  for (let at = top; at < bottom; at++) line.copy(rows, at * row + 1 + 3 * left)
}

function chunk(name: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
