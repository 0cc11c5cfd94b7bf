import type { Block, Body, Inline, ListItem } from './body.ts'
import { printable } from './printable.ts'

/** What a parameter that was not filled is called; without it, by its name. */
type Called = (name: string) => string

const byName: Called = (name) => name

/** A body as plain text, its paragraphs apart by an empty line: what stands in a letter beside the HTML (SPEC TX7). */
export function plainOf({ content }: Body, called = byName): string {
  return printable(linesOf(content, '\n\n', called))
}

/** A body as an SMS bears it, a line for each paragraph, with plain spaces for those that do not break. */
export function smsOf({ content }: Body): string {
  return printable(linesOf(content, '\n', byName))
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .trim()
}

function linesOf(blocks: readonly Block[], gap: string, called: Called): string {
  return blocks.map((block) => textOf(block, gap, called)).join(gap)
}

function textOf(block: Block, gap: string, called: Called): string {
  switch (block.type) {
    case 'goods':
      return goodsLines([block.attrs.heads, ...block.attrs.rows])
    case 'paragraph':
    case 'heading':
      return (block.content ?? []).map((piece) => pieceOf(piece, called)).join('')
    default:
      return block.content
        .map((item, i) => itemOf(item, block.type === 'bulletList' ? '•' : `${i + 1}.`, gap, called))
        .join('\n')
  }
}

function itemOf({ content }: ListItem, sign: string, gap: string, called: Called): string {
  return `${sign} ${linesOf(content, gap, called).replaceAll('\n', '\n  ')}`
}

/** What a link shows, and behind it where it leads, unless that is what it shows. */
function pieceOf(inline: Inline, called: Called): string {
  if (inline.type === 'hardBreak') return '\n'
  if (inline.type === 'parameter') return `[${called(inline.attrs.name)}]`
  const link = inline.marks?.find((mark) => mark.type === 'link')
  const isShown = !link || link.attrs.href.replace(/^(mailto:|tel:)/i, '') === inline.text
  return isShown ? inline.text : `${inline.text} (${link.attrs.href})`
}

/** Rows of the goods, a line for each; empty cells are left out. */
export function goodsLines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.filter((cell) => cell !== '').join(' | ')).join('\n')
}
