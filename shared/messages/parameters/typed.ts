import { type Inline, type Mark, textNode } from '../body/body.ts'

/** A piece of a typed text: words, or the name of a parameter that stands there in brackets. */
export type Piece =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'parameter'; readonly name: string }

/** «[[so]]» is «[so]» and no parameter; what does not begin with a letter, «[1]», is none either. */
const BRACKETS = /\[\[([^[\]]*)\]\]|\[( *\p{L}[^[\]\n]{0,98})\]/gu

/** Where in a typed text a parameter stands, from a sign until another, and what it is called. */
export interface Place {
  readonly from: number
  readonly until: number
  readonly name: string
}

/** The parameters of a typed text, in their order. */
export function placesIn(text: string): readonly Place[] {
  return [...text.matchAll(BRACKETS)].flatMap(({ 0: whole, 2: name, index }) =>
    name === undefined ? [] : [{ from: index, until: index + whole.length, name: name.trim() }],
  )
}

/** A text as it was typed, cut where a parameter stands (SPEC TX3); words that follow each other are one piece. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let words = ''
  let end = 0
  const endWords = () => {
    if (words !== '') pieces.push({ is: 'words', text: words })
    words = ''
  }
  for (const { 0: whole, 1: escaped, 2: name, index } of text.matchAll(BRACKETS)) {
    words += text.slice(end, index)
    end = index + whole.length
    if (name === undefined) words += `[${escaped ?? ''}]`
    else {
      endWords()
      pieces.push({ is: 'parameter', name: name.trim() })
    }
  }
  words += text.slice(end)
  endWords()
  return pieces
}

/** The same for a piece of a body's line: each keeps its looks. */
export function withParameters(text: string, marks?: readonly Mark[]): readonly Inline[] {
  return piecesOf(text).map((piece) =>
    piece.is === 'words'
      ? textNode(piece.text, marks)
      : { type: 'parameter', attrs: { name: piece.name }, ...(marks && marks.length > 0 && { marks }) },
  )
}
