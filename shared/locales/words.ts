import type { Plural } from './plural.ts'
import type { ru } from './ru/index.ts'

/** The dictionary's shape, taken from the Russian one: every other language must have the same entries. */
export type Words = Shape<typeof ru>

type Shape<T> = T extends string ? string : T extends Plural ? Plural : { readonly [K in keyof T]: Shape<T[K]> }

type Paths<T, Leaf> = {
  [K in keyof T & string]: T[K] extends string | Plural ? (T[K] extends Leaf ? K : never) : `${K}.${Paths<T[K], Leaf>}`
}[keyof T & string]

/** Names of phrases by number, as `orders.count`: to be asked for with `n`. */
export type PluralPath = Paths<Words, Plural>
/** Names of all other phrases, as `common.save`. */
export type PlainPath = Paths<Words, string>
