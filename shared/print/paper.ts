import type { Language } from '../locales/index.ts'

/** A paper as data: what stands on it, from the top. Whoever draws it decides how (drawing/), and changes no word. */
export interface Paper {
  /** As its file and its window are called. */
  readonly title: string
  readonly language: Language
  /** Pages are turned for wide tables. */
  readonly wide?: boolean
  readonly blocks: readonly Block[]
}

export type Block =
  | Picture
  | { readonly is: 'title'; readonly text: string }
  | { readonly is: 'text'; readonly text: string; readonly look?: 'strong' | 'small' }
  /** What stands under a label: parties, grounds. */
  | { readonly is: 'facts'; readonly facts: readonly Fact[] }
  /** Whom to pay, as payment orders have it. */
  | { readonly is: 'bank'; readonly rows: readonly BankRow[] }
  | Table
  /** Under the last column of the table. */
  | { readonly is: 'totals'; readonly totals: readonly Fact[] }
  | Signatures
  | Code

export interface Fact {
  readonly label: string
  readonly text: string
}

/** A line of the payee's table: what stands at its left, and at its right under a label. */
export interface BankRow {
  readonly left: string
  readonly facts: readonly Fact[]
}

export interface Table {
  readonly is: 'table'
  readonly columns: readonly Column[]
  /** Cells by column. */
  readonly rows: readonly (readonly string[])[]
}

export interface Column {
  readonly head: string
  readonly align: 'left' | 'right'
  /** What is left of the width is shared by those that grow; the others are as wide as what stands in them. */
  readonly grows?: boolean
}

/** A picture as `data:image/png;base64,…`, or of JPEG. */
export type Image = string

export interface Picture {
  readonly is: 'picture'
  readonly image: Image
}

export interface Signatures {
  readonly is: 'signatures'
  readonly signers: readonly Signer[]
  readonly seal: Image | null
}

/** A code to be read by a camera, with words beside it. */
export interface Code {
  readonly is: 'code'
  readonly text: string
  readonly words: string
}

/** Who signs: post, name, and the picture of the signature, if it is printed. */
export interface Signer {
  readonly post: string
  readonly name: string
  readonly signature: Image | null
}

/** All words of a paper, a line for each text, cells of a row with tabulators between: what it says to who reads it. */
export function paperText({ title, blocks }: Paper): string {
  return [title, ...blocks.flatMap(linesOf)].join('\n')
}

function linesOf(block: Block): readonly string[] {
  switch (block.is) {
    case 'title':
    case 'text':
      return [block.text]
    case 'facts':
      return block.facts.map(line)
    case 'totals':
      return block.totals.map(line)
    case 'bank':
      return block.rows.map(({ left, facts }) => [left, ...facts.map(line)].join('\t'))
    case 'table':
      return [block.columns.map(({ head }) => head).join('\t'), ...block.rows.map((row) => row.join('\t'))]
    case 'signatures':
      return block.signers.map(({ post, name }) => [post, name].join('\t'))
    case 'code':
      return [block.words]
    case 'picture':
      return []
  }
}

function line({ label, text }: Fact): string {
  return `${label}\t${text}`
}
