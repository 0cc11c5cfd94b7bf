import type { CollectionName } from '../collections.ts'
import { NAME, ODD } from '../custom/values.ts'
import { folded } from '../filters/values/folded.ts'
import { listField } from '../lists/fields.ts'
import type { Field } from '../records/declarations/fields.ts'
import { readTyped } from './rank.ts'

/** Types whose values stand on the screen as they are kept; of the others that are texts there are ids, words of the program, days. */
const READ: readonly Field['type'][] = ['text', 'note']

/** Whether a folded text has all words of a search, as they were typed or as the same keys in the other layout. */
export function holderOf(search: string): (text: string) => boolean {
  const { words, otherWords } = readTyped(search)
  return (text) => words.every((word) => text.includes(word)) || otherWords.every((word) => text.includes(word))
}

/** A record as lists show it. */
type Item = { readonly [field: string]: unknown }

const TEXTS = new WeakMap<Item, string>()

/**
 * Gives all that people can read of a collection's items, folded: their texts, and the names of what they refer to. A list of
 * many thousand is told once of each field whether it is read.
 */
export function createTexts(collection: CollectionName): (item: Item) => string {
  const read = new Map<string, boolean>()
  const isReadHere = (name: string) => {
    const known = read.get(name) ?? isRead(collection, name)
    read.set(name, known)
    return known
  }
  return (item) => {
    const text = TEXTS.get(item) ?? textOf(item, isReadHere)
    TEXTS.set(item, text)
    return text
  }
}

function textOf(item: Item, isReadHere: (name: string) => boolean): string {
  const values = Object.entries(item).filter(([name, value]) => typeof value === 'string' && isReadHere(name))
  return folded(values.map(([, value]) => value).join(' '))
}

function isRead(collection: CollectionName, name: string): boolean {
  const field = listField(collection, name)
  if (!field) return name.endsWith(NAME) || name.endsWith(ODD)
  return READ.includes(field.type) && !field.account && !field.unread
}
