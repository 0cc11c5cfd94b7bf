import { CUSTOM_VALUE, type CustomValues, isCustomName } from './custom.ts'
import { type Field, flag } from './fields.ts'
import type { Json } from './value.ts'

export type Fields = { readonly [name: string]: Field }

/**
 * A list inside a record. `once`: an entry is never changed after it is made, by anyone but the server. `keyed`: an entry is
 * named by what it is about and stands while one of its fields has a value (SPEC R24).
 */
export interface List<F extends Fields = Fields> {
  readonly fields: F
  readonly once: boolean
  readonly keyed: boolean
}
export type Lists = { readonly [name: string]: List }

/** One collection's declaration: it drives forms, lists, filters, import, export, search and random test data. */
export interface Collection<F extends Fields = Fields, L extends Lists = Lists> {
  readonly name: string
  /** Raised with each change of meaning; records of a higher version are read-only to this program. */
  readonly version: number
  /** The family of documents that holds it (shared/documents). */
  readonly family: string
  readonly fields: F
  readonly lists: L
  /** Whether its records have fields that the company adds by itself (custom.ts). */
  readonly custom: boolean
  /** Fields, `field` or `list/field`, of which reading says since when and by whom they read so (SPEC R23). */
  readonly since: readonly string[]
}

type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never }
type Partially<F extends Fields> = { readonly [K in keyof F]?: (F[K] extends Field<infer T> ? T : never) | null }

/** An entry of a list as it is read; `madeAt` is when it was written whole, from its stamp; of a keyed list, when its record was made. */
export type Entry<F extends Fields> = { readonly id: string; readonly madeAt: number } & Values<F>
export type EntryOf<C extends Collection, N extends keyof C['lists']> = Entry<C['lists'][N]['fields']>

/** By path, `field` or `list/entry/field`: when and by which replica what stands there was written. */
export type Since = { readonly [path: string]: { readonly at: number; readonly by: string } }

/** A record as it is read: every field has a value or its fallback, every list its entries in order. */
export type Row<C extends Collection> = {
  readonly id: string
  /** Removed, until restored. */
  readonly gone: boolean
  /** When and by which replica it was removed, from the stamp of the removal; null while it is not. */
  readonly goneAt: number | null
  readonly goneBy: string | null
  /** Written by a program newer than this one: to be shown, not edited. */
  readonly newer: boolean
  /** When and by which replica the record was made, from its stamp. */
  readonly madeAt: number
  readonly madeBy: string
  /** When a person or process last wrote to it; facts, places and what the server adds do not count. */
  readonly changedAt: number
  /** Of the fields that its declaration names so: what was written after the record was made. None where it names none. */
  readonly since?: Since
} & Values<C['fields']> & { readonly [N in keyof C['lists']]: readonly Entry<C['lists'][N]['fields']>[] } & CustomValues

/** What is given to make a record: any of its fields, and entries of its lists by their id. */
export type Draft<C extends Collection> = CustomValues &
  Partially<C['fields']> & {
    readonly [N in keyof C['lists']]?: { readonly [entry: string]: Partially<C['lists'][N]['fields']> }
  }
export type Patch<F extends Fields> = Partially<F>

/** Names that every record and entry has besides its declared fields. */
export const GONE = 'gone'
const BUILT_IN: Fields = { [GONE]: flag() }

/** Declares a collection. */
export function collection<const N extends string, F extends Fields, L extends Lists = Record<never, never>>(
  name: N,
  declaration: Pick<Collection<F, L>, 'version' | 'family' | 'fields'> & {
    readonly lists?: L
    readonly custom?: boolean
    readonly since?: readonly string[]
  },
): Collection<F, L> & { readonly name: N } {
  const { lists = {} as L, custom = false, since = [] } = declaration
  return { ...declaration, name, lists, custom, since }
}

/** Declares a list whose entries are edited field by field. */
export function list<F extends Fields>(fields: F): List<F> {
  return { fields, once: false, keyed: false }
}

/** Declares a list whose entries are named by what they are about: nobody makes one, each field is written by itself. */
export function listByKey<F extends Fields>(fields: F): List<F> {
  return { fields, once: false, keyed: true }
}

/** Declares a list whose entries are facts: made once, never changed. */
export function listOfFacts<F extends Fields>(fields: F): List<F> {
  return { fields, once: true, keyed: false }
}

/** The field that stands at a path of the collection, `gone` included; undefined where the path names none. */
export function fieldAt(collection: Collection, path: string): Field | undefined {
  const [first = '', entry, field] = path.split('/')
  if (entry === undefined) return fieldNamed(collection, first) ?? own(BUILT_IN, first)
  if (field === undefined) return undefined
  return own(own(collection.lists, first)?.fields ?? {}, field) ?? own(BUILT_IN, field)
}

/** A declared field of a collection's records, or what stands under the name of one that the company added. */
export function fieldNamed({ fields, custom }: Pick<Collection, 'fields' | 'custom'>, name: string): Field | undefined {
  return own(fields, name) ?? (custom && isCustomName(name) ? CUSTOM_VALUE : undefined)
}

/** What reading gives for a raw value at a field: itself, or the fallback where it does not fit. */
export function readValue(field: Field, value: Json | undefined): Json {
  return value !== undefined && value !== null && field.accepts(value) ? value : fallbackOf(field)
}

/**
 * What reading gives where nothing stands. An empty set is each row's own: one array of two rows is still one behind the worker's
 * port, and whoever writes into it there in place writes into both.
 */
export function fallbackOf({ fallback }: Field): Json {
  return Array.isArray(fallback) ? [...fallback] : fallback
}

/** An object's own member: never one that a prototype lends. */
export function own<T>(object: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
