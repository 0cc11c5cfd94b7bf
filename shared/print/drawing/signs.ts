import type { Column, Content } from 'pdfmake/interfaces'
import type { Signatures, Signer } from '../paper.ts'

/** Points. */
const SIGNATURE = { width: 90, height: 40 }
const LINES = { wide: 200, narrow: 165 }
const SEAL = 110
/** As it is put on paper: over the first line's end, half above the name. */
const SEAL_AT = { x: 60, y: -SEAL / 2 }

/** Who signs, side by side, each over a line; the seal takes room below, so that no page's edge cuts it. */
export function drawSigns({ signers, seal }: Signatures, room: keyof typeof LINES = 'wide'): Content {
  const columns = { columns: signers.map((signer) => drawSigner(signer, LINES[room])), columnGap: 24 }
  const sealed: Content[] = seal
    ? [
        { image: seal, fit: [SEAL, SEAL], relativePosition: SEAL_AT },
        { text: '', margin: [0, 0, 0, SEAL + SEAL_AT.y] },
      ]
    : []
  return { stack: [columns, ...sealed], unbreakable: true, margin: [0, 16, 0, 0] }
}

/** The room over the line is the same with a signature and without, so that lines stand at one height. */
function drawSigner({ post, name, signature }: Signer, length: number): Column {
  const { width, height } = SIGNATURE
  const room: Content = { canvas: [{ type: 'line', x1: 0, y1: height, x2: length, y2: height, lineWidth: 0.5 }] }
  const picture: Content[] = signature
    ? [{ image: signature, fit: [width, height], relativePosition: { x: 0, y: -height } }]
    : []
  return { stack: [{ text: post, bold: true }, room, ...picture, { text: name, margin: [0, 2, 0, 0] }], width: '*' }
}
