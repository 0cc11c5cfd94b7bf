import Mustache from 'mustache'
import { goodsLines } from '../body/plain.ts'
import { printable } from '../body/printable.ts'
import type { Basis } from '../collections.ts'
import type { Around } from '../parameters/around.ts'
import type { Value } from '../parameters/order-values.ts'
import { parameterNamed } from '../parameters/parameters.ts'
import { piecesOf } from '../parameters/typed.ts'
import { valueFor } from '../parameters/values.ts'

/** Signs that no text has once it is printable: what was typed, or stands in a record, is never a place to be filled. */
const TAGS: [string, string] = ['\u0001', '\u0002']
const asItIs = (value: unknown) => String(value)

/**
 * A text of one or several lines with what its parameters stand for around an order (SPEC TX6). One that the basis does not
 * have stays in its brackets.
 */
export function fillText(text: string, basis: Basis, around: Around): string {
  const pieces = piecesOf(printable(text))
  const view = pieces.map((piece) => (piece.is === 'words' ? '' : wordsFor(piece.name, basis, around)))
  const template = pieces.map((piece, i) => (piece.is === 'words' ? piece.text : `${TAGS[0]}${i}${TAGS[1]}`)).join('')
  return Mustache.render(template, view, undefined, { tags: TAGS, escape: asItIs })
}

/** The same in one line: a subject. */
export function fillLine(text: string, basis: Basis, around: Around): string {
  return fillText(text, basis, around)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim()
}

function wordsFor(name: string, basis: Basis, around: Around): string {
  const parameter = parameterNamed(basis, name)
  return parameter === null ? `[${name}]` : printable(wordsOf(valueFor(parameter, around)))
}

/** A value as words alone: of the goods, a line for each; of a link, where it leads. */
function wordsOf(value: Value): string {
  if (typeof value === 'string') return value
  return 'href' in value ? value.href : goodsLines(value.rows)
}
