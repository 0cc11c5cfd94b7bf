import {
  type Block,
  type Body,
  type GoodsNode,
  type GoodsTable,
  heading,
  type Inline,
  type ListItem,
  type Mark,
  paragraph,
  textNode,
} from '../body/body.ts'
import type { Basis } from '../collections.ts'
import type { Around } from '../parameters/around.ts'
import type { LinkValue } from '../parameters/order-values.ts'
import { parameterNamed } from '../parameters/parameters.ts'
import { withParameters } from '../parameters/typed.ts'
import { valueFor } from '../parameters/values.ts'

/**
 * A body with what its parameters stand for around an order (SPEC TX6): no parameter is left in it but those that the basis
 * does not have. A table of goods parts the line that it stands in.
 */
export function fillBody(body: Body, basis: Basis, around: Around): Body {
  return { type: 'doc', content: filled(body.content, basis, around) }
}

function filled(blocks: readonly Block[], basis: Basis, around: Around): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.type === 'goods') return [block]
    if (block.type === 'bulletList' || block.type === 'orderedList') {
      return [{ type: block.type, content: block.content.map((item) => filledItem(item, basis, around)) }]
    }
    const line: readonly Inline[] = block.content ?? []
    const parts = parted(line.flatMap((piece) => filledPiece(piece, basis, around)))
    const lineOf = (content: readonly Inline[]) =>
      block.type === 'heading' ? heading(block.attrs.level, content) : paragraph(content)
    return parts.map((part) => ('type' in part ? part : lineOf(part)))
  })
}

/** It begins with a paragraph, even where a table was put at its beginning. */
function filledItem(item: ListItem, basis: Basis, around: Around): ListItem {
  const content = filled(item.content, basis, around)
  return { type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [paragraph([]), ...content] }
}

type Part = Inline | GoodsNode

function filledPiece(piece: Inline, basis: Basis, around: Around): readonly Part[] {
  if (piece.type === 'hardBreak') return [piece]
  const pieces = piece.type === 'text' ? withParameters(piece.text, piece.marks) : [piece]
  return pieces.flatMap((one) =>
    one.type === 'parameter' ? partsFor(one.attrs.name, one.marks, basis, around) : [one],
  )
}

function partsFor(name: string, marks: readonly Mark[] | undefined, basis: Basis, around: Around): readonly Part[] {
  const parameter = parameterNamed(basis, name)
  const value = parameter === null ? `[${name}]` : valueFor(parameter, around)
  if (typeof value !== 'string') return [partOf(value, marks)]
  return value
    .split(/\r\n?|\n/)
    .flatMap((line, i): readonly Part[] => [
      ...(i === 0 ? [] : [{ type: 'hardBreak' as const }]),
      ...(line === '' ? [] : [textNode(line, marks)]),
    ])
}

function partOf(value: GoodsTable | LinkValue, marks: readonly Mark[] = []): Part {
  if (!('href' in value)) return { type: 'goods', attrs: value }
  return textNode(value.text, [
    ...marks.filter(({ type }) => type !== 'link'),
    { type: 'link', attrs: { href: value.href } },
  ])
}

/** A line cut at its tables; of an empty one, it. */
function parted(line: readonly Part[]): readonly (readonly Inline[] | GoodsNode)[] {
  const parts: (Inline[] | GoodsNode)[] = []
  for (const piece of line) {
    const last = parts.at(-1)
    if (piece.type === 'goods') parts.push(piece)
    else if (Array.isArray(last)) last.push(piece)
    else parts.push([piece])
  }
  return parts.length === 0 ? [[]] : parts
}
