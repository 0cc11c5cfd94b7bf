import { type FileProblem, problemAt } from '../problem.ts'
import { type Encoding, findEncoding } from './encodings.ts'

/** A file's text, and how it was read. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** Lines with bytes that are no text in this encoding; there the text has `BROKEN`. */
  readonly problems: readonly FileProblem[]
}

/** What stands for bytes that are no text. */
export const BROKEN = '\ufffd'
/** More lines than that are not named: then the encoding is wrong, not the file. */
const NAMED = 100
/** Bytes of a file that are read at once: ten times a hundred thousand rows. */
export const LARGEST = 256 * 1024 * 1024

/**
 * The text of a file of unknown encoding, its mark left out; `asked` is the one that somebody chose. A problem in its
 * place: `file-too-large`, or `file-not-text` for a picture, an archive and the like.
 */
export function decodeText(bytes: Uint8Array, asked?: Encoding): Decoded | FileProblem {
  if (bytes.length > LARGEST) return problemAt(null, 'file-too-large', { megabytes: LARGEST / 1024 / 1024 })
  const encoding = asked ?? findEncoding(bytes)
  if (encoding === null) return problemAt(null, 'file-not-text')
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, problems: brokenLines(text).map((line) => problemAt(line, 'bytes-broken', { encoding })) }
}

function brokenLines(text: string): number[] {
  if (!text.includes(BROKEN)) return []
  const lines = text.split(/\r\n|\n|\r/).flatMap((line, at) => (line.includes(BROKEN) ? [at + 1] : []))
  return lines.slice(0, NAMED)
}
