import type { CollectionName } from '../../collections.ts'
import { plainText } from '../../discussion/text/parts.ts'
import { phoneDigits } from '../phone.ts'
import { type Searched, searchedFields } from './fields.ts'
import { wordsIn } from './words.ts'

/** A row as it is read, whatever its collection. */
export type AnyValues = { readonly id: string; readonly [name: string]: unknown }

/** What a record is found by. */
export interface Terms {
  /** Of what it is called by. */
  readonly titles: ReadonlySet<string>
  /** Of its other texts. */
  readonly texts: ReadonlySet<string>
  /** Digits of phones, without what may stand before them. */
  readonly phones: ReadonlySet<string>
  /** Ids of customers and products that it names, of people whom it concerns, or the device that made it. */
  readonly references: ReadonlySet<string>
}

const NOTHING: Terms = { titles: new Set(), texts: new Set(), phones: new Set(), references: new Set() }

/** Reads what a record is found by; a removed one by nothing (SPEC I5, F8). */
export function termsOf(collection: CollectionName, row: AnyValues): Terms {
  if (row.gone === true) return NOTHING
  const terms = {
    titles: new Set<string>(),
    texts: new Set<string>(),
    phones: new Set<string>(),
    references: new Set<string>(),
  }
  const add = (values: { readonly [name: string]: unknown }, fields: readonly Searched[]) => {
    for (const field of fields) addValue(terms, field, values[field.name])
  }
  const { own, lists, isByMaker } = searchedFields(collection)
  add(row, own)
  for (const { name, fields } of lists) for (const entry of entriesIn(row[name])) add(entry, fields)
  if (isByMaker && typeof row.madeBy === 'string') terms.references.add(row.madeBy)
  return terms
}

type Growing = { readonly [T in keyof Terms]: Set<string> }

function addValue(terms: Growing, { way }: Searched, value: unknown): void {
  if (Array.isArray(value)) for (const one of value) addOne(terms, way, one)
  else addOne(terms, way, value)
}

function addOne(terms: Growing, way: Searched['way'], value: unknown): void {
  if (typeof value !== 'string' || value === '') return
  if (way === 'people' || way === 'named') {
    terms.references.add(value)
    return
  }
  const into = way === 'title' ? terms.titles : terms.texts
  // People stand in what was said by their ids.
  for (const word of wordsIn(plainText(value, () => ''))) into.add(word)
  const digits = way === 'phone' ? phoneDigits(value) : ''
  if (digits !== '') terms.phones.add(digits)
}

function entriesIn(list: unknown): readonly { readonly [name: string]: unknown }[] {
  return Array.isArray(list) ? list : []
}
