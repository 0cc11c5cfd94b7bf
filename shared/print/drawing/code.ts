import type { CanvasRect, Content } from 'pdfmake/interfaces'
import type { Code } from '../paper.ts'
import { codeRows } from './code-rows.ts'

/** Points: four centimetres, which cameras of all phones read. */
const SIDE = 113

/** A QR code of rectangles, so that it is sharp on any printer, with its words below it. */
export function drawCode({ text, words }: Code): Content {
  const rows = codeRows(text)
  const size = SIDE / rows.length
  const canvas = rows.flatMap((row, y) => runsOf(row).map(([from, to]) => rect(from, y, to - from, size)))
  return {
    stack: [{ canvas }, { text: words, fontSize: 7, color: '#555555', margin: [0, 4, 0, 0] }],
    width: SIDE,
    unbreakable: true,
    margin: [0, 6, 0, 0],
  } as Content
}

function rect(x: number, y: number, w: number, size: number): CanvasRect {
  return { type: 'rect', x: x * size, y: y * size, w: w * size, h: size, color: 'black', lineWidth: 0 }
}

/** Where dark modules stand side by side: from, and before what. One rectangle for each leaves no hairlines between them. */
function runsOf(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  const starts = row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [x] : []))
  return starts.map((from) => {
    const end = row.indexOf(false, from)
    return [from, end < 0 ? row.length : end] as const
  })
}
