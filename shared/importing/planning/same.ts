import type { CollectionName } from '../../collections.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import type { Book } from './book.ts'
import { signOf } from './sign.ts'

type Signs = { readonly [C in CollectionName]?: readonly string[] }

/** Fields whose value no two records have: it alone says that a row means a record. */
const SURE: Signs = { customers: ['inn'], organisations: ['inn'], products: ['article', 'barcode'], people: ['email'] }
/** Fields that speak for or against where the names are the same. */
const NEAR: Signs = { customers: ['phone', 'email'] }

/** What a row means that no import has made: a record; several as likely (`many`); one that it hardly is (`near`); null: none. */
export type Same = { readonly id: string } | { readonly near: string } | 'many' | null

/**
 * Finds the record that was here before and that a row means: by INN, article or the like, else by name, where nothing speaks
 * against it (SPEC X22). `own`: ids of what the file itself makes.
 */
export function sameRecord(book: Book, what: CollectionName, values: JsonObject, own: ReadonlySet<string>): Same {
  const others = (ids: readonly string[]) => ids.filter((id) => !own.has(id))
  const named = typeof values.name === 'string' ? others(book.find(what, values.name)) : []
  for (const field of SURE[what] ?? []) {
    const found = others(book.bySign(what, field, values[field] ?? null))
    const [one, second] = found.length > 1 ? found.filter((id) => named.includes(id)) : found
    if (one !== undefined && second === undefined) return { id: one }
    if (found.length > 0) return 'many'
  }
  const possible = named.filter((id) => isLike(book.record(what, id), values, SURE[what]))
  const likely = possible.filter((id) => isLike(book.record(what, id), values, NEAR[what]))
  const [one, second] = likely
  if (one !== undefined) return second === undefined ? { id: one } : 'many'
  return possible[0] === undefined ? null : { near: possible[0] }
}

/** Whether no field that both have tells them apart, or one of them makes them the same. */
function isLike(record: JsonObject | undefined, values: JsonObject, fields: readonly string[] = []): boolean {
  const compared = fields.flatMap((field) => {
    const [one, other] = [signOf(field, record?.[field] ?? null), signOf(field, values[field] ?? null)]
    return one === null || other === null ? [] : [one === other]
  })
  return compared.length === 0 || compared.includes(true)
}
