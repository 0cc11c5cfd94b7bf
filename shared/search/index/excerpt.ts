import type { CollectionName } from '../../collections.ts'
import { folded } from '../../filters/values/folded.ts'
import { fitsPhone } from '../phone.ts'
import { type Part, type Reading, readAsked, type Sought } from './asked.ts'
import { type Searched, searchedFields } from './fields.ts'
import { type Fit, fitOfWord } from './fit.ts'
import type { AnyValues } from './terms.ts'
import { WORD } from './words.ts'

/** Where in a text something stands: from a sign to the one that is not of it any more. */
export type Mark = readonly [from: number, to: number]

/** A text in which something was found, with the places of it. */
export interface Marked {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** A text of a record that is not what it is called by. */
export interface Excerpt extends Marked {
  /** The list that the text's entry stands in; null of the record's own field. */
  readonly list: string | null
  readonly field: string
}

/** Signs that stand around what was found, before and behind. */
const BEFORE = 30
const BEHIND = 90
/** Such fits leave the rest of a word as it is. */
const IN_PART: readonly Fit[] = ['begins', 'digits', 'inside']

/** Marks what was typed in a text (SPEC I11). */
export function marksIn(text: string, typed: string): Marked {
  const whole = text.normalize('NFC')
  return { text: whole, marks: bestMarks(whole, readAsked(typed)).marks }
}

/** The text of a record that has most of what was typed; null where none has more of it than what the record is called by. */
export function excerptOf(collection: CollectionName, row: AnyValues, typed: string): Excerpt | null {
  const readings = readAsked(typed)
  const asCalled = titlesOf(collection, row).map((title) => bestMarks(title, readings).words)
  const known = Math.max(0, ...asCalled)
  let best: (Excerpt & { readonly words: number }) | null = null
  for (const { list, field, way, text } of textsOf(collection, row)) {
    const { marks, words } = bestMarks(text, readings, way === 'phone')
    if (words > (best?.words ?? known)) best = { list, field, words, ...cut(text, marks) }
  }
  if (best === null) return null
  const { words: _, ...excerpt } = best
  return excerpt
}

function titlesOf(collection: CollectionName, row: AnyValues): readonly string[] {
  const titles = searchedFields(collection).own.filter(({ way }) => way === 'title')
  return titles.flatMap(({ name }) => (typeof row[name] === 'string' ? [row[name]] : []))
}

interface Told extends Pick<Excerpt, 'list' | 'field'> {
  readonly way: Searched['way']
  readonly text: string
}

function* textsOf(collection: CollectionName, row: AnyValues): Generator<Told> {
  const { own, lists } = searchedFields(collection)
  yield* textsIn(null, row, own)
  for (const { name, fields } of lists) {
    const entries = row[name]
    if (Array.isArray(entries)) for (const entry of entries) yield* textsIn(name, entry, fields)
  }
}

function* textsIn(list: string | null, values: { readonly [name: string]: unknown }, fields: readonly Searched[]) {
  for (const { name: field, way } of fields) {
    if (way !== 'text' && way !== 'phone') continue
    const value = values[field]
    const text = Array.isArray(value) ? value.join(', ') : value
    if (typeof text === 'string') yield { list, field, way, text: text.normalize('NFC') }
  }
}

/** The marks of the reading that finds most, and how many of its words. */
function bestMarks(
  text: string,
  readings: readonly Reading[],
  isPhone = false,
): { marks: readonly Mark[]; words: number } {
  let best: { marks: readonly Mark[]; words: number } = { marks: [], words: 0 }
  for (const { parts } of readings) {
    const found = parts.map((part) => marksOf(text, part, isPhone))
    const words = found.filter((marks) => marks.length > 0).length
    if (words > best.words) best = { words, marks: joined(found.flat()) }
  }
  return best
}

function marksOf(text: string, { words, phone }: Part, isPhone: boolean): readonly Mark[] {
  if (isPhone && phone && fitsPhone(text, phone)) return [[0, text.length]]
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    words.flatMap((sought) => markOf(word, index, sought)),
  )
}

function markOf(word: string, at: number, sought: Sought): readonly Mark[] {
  const own = folded(word)
  const fit = fitOfWord(own, sought, true)
  if (fit === null) return []
  if (!IN_PART.includes(fit)) return [[at, at + word.length]]
  const from = at + own.indexOf(sought.word)
  return [[from, from + sought.word.length]]
}

/** In the order in which they stand, none within another. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const all: [number, number][] = []
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = all.at(-1)
    if (last && from < last[1]) last[1] = Math.max(last[1], to)
    else all.push([from, to])
  }
  return all
}

/** What stands around the first mark, in one line. */
function cut(text: string, marks: readonly Mark[]): Marked {
  const first = marks[0]?.[0] ?? 0
  const from = first <= BEFORE ? 0 : wordStart(text, first - BEFORE)
  const to = Math.min(text.length, first + BEHIND)
  const [before, behind] = [from > 0 ? '…' : '', to < text.length ? '…' : '']
  const shift = before.length - from
  const kept = marks.filter(([start]) => start < to)
  return {
    text: before + text.slice(from, to).replaceAll(/\s/g, ' ') + behind,
    marks: kept.map(([start, end]): Mark => [start + shift, Math.min(end, to) + shift]),
  }
}

/** The next beginning of a word from there on, near by. */
function wordStart(text: string, from: number): number {
  const space = text.slice(from, from + BEFORE / 2).search(/\s/)
  return space < 0 ? from : from + space + 1
}
