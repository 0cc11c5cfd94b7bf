import { type Accessor, createContext, useContext } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import type { states } from '../../../shared/orders/collections.ts'
import { type Collection, fieldAt, GONE, own, type Row } from '../../../shared/records/declarations/collection.ts'
import type { Field } from '../../../shared/records/declarations/fields.ts'
import { isSameJson, type Json } from '../../../shared/records/declarations/value.ts'
import type { MoveNames } from '../process/move-chip.tsx'
import type { Shows } from '../words/show-value.ts'
import type { Deed } from './deeds.ts'

/** What the parts of a history tell with. */
export interface Telling {
  readonly collection: CollectionName
  readonly id: string
  readonly currency: Accessor<string>
  /** Whether who looks may write what was before. */
  readonly mayBringBack: Accessor<boolean>
  readonly shows: Shows
  readonly moves: MoveNames
  /** All states of orders. */
  readonly states: Accessor<readonly Row<typeof states>[]>
  /** What every path has now. */
  readonly present: Accessor<ReadonlyMap<string, Json>>
}

export const TellingContext = createContext<Telling>()

export function useTelling(): Telling {
  const telling = useContext(TellingContext)
  if (!telling) throw new Error('a part of a history stands outside of it')
  return telling
}

/** What a deed was about: the record, a move of an order, an entry of a list as a whole, or a field of either. */
export type About = 'made' | 'removal' | 'move' | 'entry' | 'entry-removal' | 'place' | 'field'

export function aboutOf({ collection }: Pick<Telling, 'collection'>, { path }: Pick<Deed, 'path'>): About {
  const [first = '', entry, field] = path.split('/')
  if (path === '') return 'made'
  if (path === GONE) return 'removal'
  if (entry === undefined) return 'field'
  if (first === 'moves' && listOf(collection, first)?.once) return 'move'
  if (field === undefined) return 'entry'
  if (field === GONE) return 'entry-removal'
  return fieldAt(COLLECTIONS[collection], path)?.type === 'place' ? 'place' : 'field'
}

/**
 * Whether it is known what stood before a deed. The server knows; a document keeps the last write of each replica to a
 * path alone, so what a device tells by itself may have had another one before it.
 */
export function isBeforeKnown({ arrived }: Deed): boolean {
  return arrived !== null
}

/** Whether what stood before a deed can be written again: it is no fact, nobody's but people's, and not what stands now. */
export function canBringBack(telling: Telling, deed: Deed): boolean {
  const field = fieldAt(COLLECTIONS[telling.collection], deed.path)
  if (!telling.mayBringBack() || !field || field.server) return false
  const present = telling.present()
  const about = aboutOf(telling, deed)
  if (about === 'entry-removal') return deed.value === true && present.get(deed.path) === true
  if (about !== 'field' || !isBeforeKnown(deed) || isEntryGone(present, deed.path)) return false
  return !isSameJson(present.get(deed.path) ?? null, deed.before)
}

function isEntryGone(present: ReadonlyMap<string, Json>, path: string): boolean {
  const [list, entry, field] = path.split('/')
  return field !== undefined && present.get(`${list}/${entry}/${GONE}`) === true
}

/** The declared fields of a list, and what an entry has in them now. */
export function entryOf({ collection, present }: Telling, path: string): readonly NamedValue[] {
  const [list = '', entry = ''] = path.split('/')
  return named(listOf(collection, list)?.fields ?? {}, (name) => present().get(`${list}/${entry}/${name}`))
}

/** A field of a record or entry with its value. */
export interface NamedValue {
  readonly name: string
  readonly field: Field
  readonly value: Json
}

/** What facts carry for the program alone. */
const CODES: readonly string[] = ['document', 'line', 'device', 'undoes']

/** Fields that have a value; places and codes say nothing to people. */
export function named(
  fields: { readonly [name: string]: Field },
  valueIn: (name: string) => Json | undefined,
): readonly NamedValue[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = valueIn(name) ?? null
    return value === null || field.type === 'place' || CODES.includes(name) ? [] : [{ name, field, value }]
  })
}

export function listOf(collection: CollectionName, list: string) {
  return own((COLLECTIONS[collection] as Collection).lists, list)
}
