import type { Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Block, Fact, Paper, Signer } from '../../../shared/print/paper.ts'
import { drawBank } from './bank.ts'
import { drawCode } from './code.ts'
import { drawTable } from './table.ts'

/** Points: an inch has 72. */
const MARGIN = 40
const GAP = 8
const SIGNATURE = { width: 90, height: 40 }
const SEAL = 110

/** A paper as pdfmake draws it: on A4, with the number of each page where there is more than one. */
export function asDefinition({ title, wide, blocks }: Paper): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageOrientation: wide ? 'landscape' : 'portrait',
    pageMargins: MARGIN,
    info: { title },
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    content: blocks.map(draw),
    footer: (page, pages) => ({
      text: pages > 1 ? `${page} / ${pages}` : '',
      alignment: 'right',
      fontSize: 7,
      margin: [MARGIN, 12, MARGIN, 0],
    }),
  }
}

function draw(block: Block): Content {
  switch (block.is) {
    case 'title':
      return { text: block.text, fontSize: 14, bold: true, margin: [0, GAP, 0, GAP] }
    case 'text':
      return { text: block.text, margin: [0, 2, 0, 2], ...LOOKS[block.look ?? 'plain'] }
    case 'picture':
      return { image: block.image, fit: [180, 60], margin: [0, 0, 0, GAP] }
    case 'facts':
      return drawFacts(block.facts)
    case 'totals':
      return drawTotals(block.totals)
    case 'bank':
      return drawBank(block.rows)
    case 'table':
      return drawTable(block)
    case 'code':
      return drawCode(block.text, block.words)
    case 'signatures':
      return drawSigns(block.signers, block.seal)
  }
}

const LOOKS = { plain: {}, strong: { bold: true }, small: { fontSize: 8, color: '#555555' } } as const

function drawFacts(facts: readonly Fact[]): Content {
  const body = facts.map(({ label, text }): Content[] => [
    { text: label, color: '#555555' },
    { text, bold: true },
  ])
  return { table: { widths: ['auto', '*'], body }, layout: 'noBorders', margin: [0, 0, 0, GAP] }
}

function drawTotals(totals: readonly Fact[]): Content {
  const body = totals.map(({ label, text }): Content[] => [
    { text: label, alignment: 'right', bold: true },
    { text, alignment: 'right', bold: true, noWrap: true },
  ])
  return { table: { widths: ['*', 'auto'], body }, layout: 'noBorders', margin: [0, 2, 0, GAP] }
}

/** Side by side, each over a line to sign on; the seal lies under the first one's, as it is put on paper. */
function drawSigns(signers: readonly Signer[], seal: string | null): Content {
  const columns = signers.map(({ post, name, signature }): Column => {
    const place: Content = signature
      ? { image: signature, fit: [SIGNATURE.width, SIGNATURE.height] }
      : { text: ' ', margin: [0, 0, 0, SIGNATURE.height - 12] }
    const line: Content = { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 200, y2: 0, lineWidth: 0.5 }] }
    return { stack: [{ text: post, bold: true }, place, line, { text: name }], width: '*' }
  })
  const pictures: Content[] = seal
    ? [{ image: seal, fit: [SEAL, SEAL], relativePosition: { x: 60, y: -SEAL / 2 } }]
    : []
  return { stack: [{ columns, columnGap: 24 }, ...pictures], unbreakable: true, margin: [0, 2 * GAP, 0, 0] }
}
