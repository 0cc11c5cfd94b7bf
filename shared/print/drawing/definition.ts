import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Block, Fact, Paper } from '../paper.ts'
import { drawBank } from './bank.ts'
import { drawCode } from './code.ts'
import { drawSigns } from './signs.ts'
import { drawTable } from './table.ts'

/** Points: an inch has 72. */
const MARGIN = 40
const GAP = 8

/** A paper as pdfmake draws it: on A4, with the number of each page where there is more than one. */
export function asDefinition({ title, wide, blocks }: Paper): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageOrientation: wide ? 'landscape' : 'portrait',
    pageMargins: MARGIN,
    info: { title },
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    content: blocks.flatMap(drawAt),
    footer: (page, pages) => ({
      text: pages > 1 ? `${page} / ${pages}` : '',
      alignment: 'right',
      fontSize: 7,
      margin: [MARGIN, 12, MARGIN, 0],
    }),
  }
}

/** Signatures stand beside a code before them: one below the other they take a page of their own too early. */
function drawAt(block: Block, at: number, blocks: readonly Block[]): Content[] {
  const [before, next] = [blocks[at - 1], blocks[at + 1]]
  if (block.is === 'signatures' && before?.is === 'code') return []
  if (block.is !== 'code' || next?.is !== 'signatures') return [draw(block)]
  return [{ columns: [drawCode(block), drawSigns(next, 'narrow')], columnGap: 3 * GAP, unbreakable: true } as Content]
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
      return drawCode(block)
    case 'signatures':
      return drawSigns(block)
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
