import {
  type Block,
  type Body,
  bodyOfText,
  type GoodsTable,
  HEADING_LEVELS,
  heading,
  type Inline,
  type ListItem,
  type Mark,
  PLAIN_MARKS,
  paragraph,
  textNode,
} from './body.ts'
import { readHref } from './link.ts'

/** Lists stand at most so deep in each other; what is deeper stands at this depth, and what is far deeper nowhere. */
export const DEEPEST = 6
const DEEPEST_NODE = 30
/** A body has at most so many pieces and signs: what comes behind is left out. */
export const MOST_NODES = 5_000
export const MOST_SIGNS = 50_000
/** The longest name of a parameter. */
const LONGEST_NAME = 200

interface Node {
  readonly [key: string]: unknown
}

/** What of a body may still be read. */
interface Left {
  nodes: number
  signs: number
}

const INLINE = ['text', 'parameter', 'hardBreak']

/**
 * A body as it is kept, read so that nothing but the closed tree comes out (SPEC TX2): what stands in a node that is not known
 * stands in its place; what is no tree at all is text.
 */
export function readBody(kept: string | null): Body {
  const raw = kept === null ? null : parsed(kept)
  if (!isNode(raw) || raw.type !== 'doc') return bodyOfText((kept ?? '').slice(0, MOST_SIGNS))
  const content = blocksIn(raw, 0, { nodes: MOST_NODES, signs: MOST_SIGNS })
  return { type: 'doc', content: content.length === 0 ? [paragraph([])] : content }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function childrenOf({ content }: Node): readonly Node[] {
  return Array.isArray(content) ? content.filter(isNode) : []
}

function attrsOf({ attrs }: Node): Node {
  return isNode(attrs) ? attrs : {}
}

/** Pieces of a line that stand among blocks are a paragraph of their own. */
function blocksIn(node: Node, depth: number, left: Left): readonly Block[] {
  const blocks: Block[] = []
  let line: Inline[] = []
  const endLine = () => {
    if (line.length > 0) blocks.push(paragraph(line))
    line = []
  }
  for (const child of childrenOf(node)) {
    if (INLINE.includes(String(child.type))) {
      line.push(...inlineOf(child, left))
    } else {
      endLine()
      blocks.push(...blockOf(child, depth, left))
    }
  }
  endLine()
  return blocks
}

function blockOf(node: Node, depth: number, left: Left): readonly Block[] {
  if (left.nodes <= 0) return []
  left.nodes--
  switch (node.type) {
    case 'paragraph':
      return [paragraph(inlinesIn(node, left))]
    case 'heading': {
      const level = HEADING_LEVELS.find((one) => one === attrsOf(node).level) ?? 3
      return [heading(level, inlinesIn(node, left))]
    }
    case 'bulletList':
    case 'orderedList':
      return listOf(node, node.type, depth, left)
    case 'goods':
      return goodsOf(node, left)
    default:
      return depth > DEEPEST_NODE ? [] : blocksIn(node, depth + 1, left)
  }
}

function listOf(node: Node, type: 'bulletList' | 'orderedList', depth: number, left: Left): readonly Block[] {
  const insides = childrenOf(node)
    .map((child) => itemOf(child, depth + 1, left))
    .filter(({ length }) => length > 0)
  if (depth >= DEEPEST) return insides.flat()
  const items = insides.map(
    (content): ListItem => ({
      type: 'listItem',
      content: content[0]?.type === 'paragraph' ? content : [paragraph([]), ...content],
    }),
  )
  return items.length === 0 ? [] : [{ type, content: items }]
}

function itemOf(node: Node, depth: number, left: Left): readonly Block[] {
  if (depth > DEEPEST_NODE || left.nodes <= 0) return []
  return node.type === 'listItem' ? blocksIn(node, depth, left) : blockOf(node, depth, left)
}

function goodsOf(node: Node, left: Left): readonly Block[] {
  const { heads, rows } = attrsOf(node)
  const table: GoodsTable = {
    heads: wordsIn(heads),
    rows: Array.isArray(rows) ? rows.slice(0, left.nodes).map(wordsIn) : [],
  }
  const signs = [table.heads, ...table.rows].flat().reduce((sum, { length }) => sum + length, 0)
  if (table.heads.length === 0 || signs > left.signs) return []
  left.nodes -= table.rows.length
  left.signs -= signs
  return [{ type: 'goods', attrs: table }]
}

function wordsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function inlinesIn(node: Node, left: Left): readonly Inline[] {
  return childrenOf(node).flatMap((child) => inlineOf(child, left))
}

function inlineOf(node: Node, left: Left): readonly Inline[] {
  if (left.nodes <= 0) return []
  left.nodes--
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }]
  if (node.type === 'text') return linesOf(node, left)
  return node.type === 'parameter' ? parameterOf(node) : []
}

function parameterOf(node: Node): readonly Inline[] {
  const { name } = attrsOf(node)
  const marks = marksOf(node)
  if (typeof name !== 'string' || name === '' || name.length > LONGEST_NAME) return []
  return [{ type: 'parameter', attrs: { name }, ...(marks.length > 0 && { marks }) }]
}

/** A text of several lines is as many, with breaks between. */
function linesOf(node: Node, left: Left): readonly Inline[] {
  if (typeof node.text !== 'string') return []
  const text = node.text.slice(0, left.signs)
  left.signs -= text.length
  const marks = marksOf(node)
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, i): Inline[] => [
      ...(i === 0 ? [] : [{ type: 'hardBreak' as const }]),
      ...(line === '' ? [] : [textNode(line, marks)]),
    ])
}

/** Each mark once, in one order, so that the same looks are written the same. */
function marksOf({ marks }: Node): readonly Mark[] {
  const found = Array.isArray(marks) ? marks.filter(isNode) : []
  const plain = PLAIN_MARKS.filter((type) => found.some((mark) => mark.type === type))
  const link = found.find((mark) => mark.type === 'link')
  const href = link ? readHref(attrsOf(link).href) : null
  return [...plain.map((type) => ({ type })), ...(href === null ? [] : [{ type: 'link' as const, attrs: { href } }])]
}
