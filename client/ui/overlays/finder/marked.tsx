import { For, type JSX } from 'solid-js'

/** Where in a text something stands: from a sign to the one that is not of it any more; in order, none within another. */
export type Marks = readonly (readonly [from: number, to: number])[]

interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** A text in which some places are marked. */
export function Marked(props: { readonly text: string; readonly marks?: Marks | undefined }): JSX.Element {
  return (
    <For each={piecesOf(props.text, props.marks ?? [])}>
      {(piece) => (piece.isMarked ? <mark>{piece.text}</mark> : piece.text)}
    </For>
  )
}

function piecesOf(text: string, marks: Marks): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of marks) {
    pieces.push({ text: text.slice(at, from), isMarked: false }, { text: text.slice(from, to), isMarked: true })
    at = to
  }
  return [...pieces, { text: text.slice(at), isMarked: false }].filter((piece) => piece.text !== '')
}
