import { KITCHEN, WALL } from './kitchen.ts'

/** A4 across, and what is left free around, in points. */
const PAGE = { width: 842, height: 595 }
const MARGIN = 60
const SCALE = (PAGE.width - 2 * MARGIN) / WALL.width

/** The kitchen as a PDF of one page, with its measures in millimetres. */
export function plan(): Buffer {
  const content = drawing()
  return withTable([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ])
}

function drawing(): string {
  const shapes = KITCHEN.map(({ x, y, width, height, colour }) => {
    const fill = colour.map((part) => (part / 255).toFixed(3)).join(' ')
    const place = [MARGIN + x * SCALE, PAGE.height - MARGIN + 20 - (y + height) * SCALE, width * SCALE, height * SCALE]
    return `${fill} rg ${place.map((pt) => pt.toFixed(1)).join(' ')} re B`
  })
  const measures = `BT /F 14 Tf 0 g ${MARGIN + 12} ${MARGIN - 34} Td (${WALL.width} x ${WALL.height} mm) Tj ET`
  return ['0.4 w 0.35 0.4 0.48 RG', ...shapes, measures].join('\n')
}

/** Objects, numbered from 1, and where each begins (ISO 32000-1, 7.5). */
function withTable(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>`
  return Buffer.from(`${text}${table}\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}
