/** A rich text as a closed tree: the form that editors of the ProseMirror family read and write (SPEC TX1). */
export interface Body {
  readonly type: 'doc'
  readonly content: readonly Block[]
}

export type Block = Paragraph | Heading | List | GoodsNode

export interface Paragraph {
  readonly type: 'paragraph'
  readonly content?: readonly Inline[]
}

export const HEADING_LEVELS = [1, 2, 3] as const

export interface Heading {
  readonly type: 'heading'
  readonly attrs: { readonly level: (typeof HEADING_LEVELS)[number] }
  readonly content?: readonly Inline[]
}

export type List = ListOf<'bulletList'> | ListOf<'orderedList'>

interface ListOf<Type> {
  readonly type: Type
  readonly content: readonly ListItem[]
}

/** It begins with a paragraph. */
export interface ListItem {
  readonly type: 'listItem'
  readonly content: readonly Block[]
}

/** The table of an order's goods as it was when the text was filled; templates have a parameter in its place. */
export interface GoodsNode {
  readonly type: 'goods'
  readonly attrs: GoodsTable
}

/** Heads and cells in words, the last row being the total. */
export interface GoodsTable {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type Inline = TextNode | ParameterNode | { readonly type: 'hardBreak' }

/** Never empty. */
export interface TextNode {
  readonly type: 'text'
  readonly text: string
  readonly marks?: readonly Mark[]
}

/** A place to be filled, by the name of the parameter (parameters/). */
export interface ParameterNode {
  readonly type: 'parameter'
  readonly attrs: { readonly name: string }
  readonly marks?: readonly Mark[]
}

export const PLAIN_MARKS = ['bold', 'italic', 'underline', 'strike'] as const

/** How a piece of text stands; a link leads to the web, to an address of mail or to a phone. */
export type Mark =
  | { readonly type: (typeof PLAIN_MARKS)[number] }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }

/** A text without parameters or looks as a body, a paragraph for each line. */
export function bodyOfText(text: string): Body {
  return { type: 'doc', content: text.split(/\r\n?|\n/).map((line) => paragraph(line === '' ? [] : [textNode(line)])) }
}

export function paragraph(content: readonly Inline[]): Paragraph {
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
}

export function heading(level: Heading['attrs']['level'], content: readonly Inline[]): Heading {
  return { type: 'heading', attrs: { level }, ...(content.length > 0 && { content }) }
}

/** `text` is not empty. */
export function textNode(text: string, marks?: readonly Mark[]): TextNode {
  return { type: 'text', text, ...(marks && marks.length > 0 && { marks }) }
}

/** As records keep it. */
export function writeBody(body: Body): string {
  return JSON.stringify(body)
}

/** The pieces of a body's lines, in their order, at any depth. */
export function inlinesOf(blocks: readonly (Block | ListItem)[]): readonly Inline[] {
  return blocks.flatMap((block): readonly Inline[] => {
    if (block.type === 'goods') return []
    if (block.type === 'paragraph' || block.type === 'heading') return block.content ?? []
    return inlinesOf(block.content)
  })
}
