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

/** A text of a record that is not what it is called by, or the name of what it refers to. */
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
/** By such fits of their names records are found that refer to others (SPEC I9). */
const AS_NAMES: readonly Fit[] = ['same', 'form', 'begins', 'near']

/** What is known of a record beside its row. */
export interface Around {
  /** What stands beside its name wherever it is shown. */
  readonly hint: string
  /** What a customer or a product that it names is called. */
  names(id: string): readonly string[]
}

/** Marks what was typed in a text (SPEC I11). */
export function marksIn(text: string, typed: string): Marked {
  const whole = text.normalize('NFC')
  return { text: whole, marks: marksOfAll({ text: whole, way: 'text' }, readAsked(typed), true) }
}

/**
 * The text of a record, or the name of what it refers to, that has most of what neither its name nor its hint has; null where
 * these say it all.
 */
export function excerptOf(collection: CollectionName, row: AnyValues, typed: string, around: Around): Excerpt | null {
  const readings = readAsked(typed)
  const shown = [...titlesOf(collection, row), around.hint].map((text): Read => ({ text, way: 'title' }))
  for (const isForgiving of [false, true]) {
    const lacking = readings.map(({ parts }) => lackingIn(shown, parts, isForgiving))
    if (lacking.some((parts) => parts.length === 0)) return null
    const best = bestOf(textsOf(collection, row, around), lacking, isForgiving)
    if (best) return { list: best.list, field: best.field, ...cut(best.text, marksOfAll(best, readings, isForgiving)) }
  }
  return null
}

function titlesOf(collection: CollectionName, row: AnyValues): readonly string[] {
  const titles = searchedFields(collection).own.filter(({ way }) => way === 'title')
  return titles.flatMap(({ name }) => (typeof row[name] === 'string' ? [row[name]] : []))
}

/** A text, and how it is read. */
interface Read {
  readonly way: Searched['way']
  readonly text: string
}
type Told = Read & Pick<Excerpt, 'list' | 'field'>

function* textsOf(collection: CollectionName, row: AnyValues, around: Around): Generator<Told> {
  const { own, lists } = searchedFields(collection)
  yield* textsIn(null, row, own, around)
  for (const { name, fields } of lists) {
    const entries = row[name]
    if (Array.isArray(entries)) for (const entry of entries) yield* textsIn(name, entry, fields, around)
  }
}

type Values = { readonly [name: string]: unknown }

function* textsIn(list: string | null, values: Values, fields: readonly Searched[], { names }: Around) {
  for (const { name: field, way } of fields) {
    const value = values[field]
    if (way === 'named' && typeof value === 'string') for (const text of names(value)) yield { list, field, way, text }
    if (way !== 'text' && way !== 'phone') continue
    const text = Array.isArray(value) ? value.join(', ') : value
    if (typeof text === 'string') yield { list, field, way, text: text.normalize('NFC') }
  }
}

/** The parts that none of these texts has. */
function lackingIn(texts: readonly Read[], parts: readonly Part[], isForgiving: boolean): readonly Part[] {
  return parts.filter((part) => texts.every((read) => marksOf(read, part, isForgiving).length === 0))
}

/** The text that has most parts of any reading, the first of several; null where none has one. */
function bestOf(texts: Iterable<Told>, readings: readonly (readonly Part[])[], isForgiving: boolean): Told | null {
  let best: { readonly told: Told; readonly parts: number } | null = null
  for (const told of texts) {
    const parts = Math.max(...readings.map((one) => foundIn(told, one, isForgiving).parts.length))
    if (parts > (best?.parts ?? 0)) best = { told, parts }
  }
  return best?.told ?? null
}

/** All that was typed and stands in a text, as the reading says it that has most of it there. */
function marksOfAll(read: Read, readings: readonly Reading[], isForgiving: boolean): readonly Mark[] {
  const found = readings.map(({ parts }) => foundIn(read, parts, isForgiving))
  return joined(found.reduce((best, one) => (one.parts.length > best.parts.length ? one : best), NOTHING).marks)
}

interface FoundParts {
  readonly parts: readonly Part[]
  readonly marks: readonly Mark[]
}
const NOTHING: FoundParts = { parts: [], marks: [] }

function foundIn(read: Read, parts: readonly Part[], isForgiving: boolean): FoundParts {
  const marked = parts.map((part) => ({ part, marks: marksOf(read, part, isForgiving) }))
  const found = marked.filter(({ marks }) => marks.length > 0)
  return { parts: found.map(({ part }) => part), marks: found.flatMap(({ marks }) => marks) }
}

function marksOf({ text, way }: Read, { words, phone }: Part, isForgiving: boolean): readonly Mark[] {
  if (way === 'phone' && phone && fitsPhone(text, phone)) return [[0, text.length]]
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    words.flatMap((sought) => {
      const fit = fitOfWord(folded(word), sought, isForgiving)
      return fit === null || (way === 'named' && !AS_NAMES.includes(fit)) ? [] : [markOf(word, index, sought, fit)]
    }),
  )
}

function markOf(word: string, at: number, sought: Sought, fit: Fit): Mark {
  if (!IN_PART.includes(fit)) return [at, at + word.length]
  const from = at + folded(word).indexOf(sought.word)
  return [from, from + sought.word.length]
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
