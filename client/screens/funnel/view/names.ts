import { compareNames } from '../../../../shared/funnel/index.ts'
import type { Sort } from '../../../../shared/orders/collections.ts'
import { asReported } from '../../../../shared/orders/funnel/funnel-kinds.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'

/** What a small record is shown by. */
export interface Named {
  readonly id: string
  readonly name: string | null
  readonly hue: number | null
}

export interface NamedKind extends Named {
  readonly sort: Sort | null
  readonly place: string | null
}

/** Records by id, removed ones among them: a report may name those too. */
export function byId(rows: readonly JsonObject[]): ReadonlyMap<string, Named> {
  return new Map(rows.map((row) => [String(row.id), namedOf(row)]))
}

/** Records that are not removed, by name. */
export function present(rows: readonly JsonObject[]): Named[] {
  return rows
    .filter((row) => row.gone !== true)
    .map(namedOf)
    .sort((a, b) => compareNames(a.name, b.name))
}

/** Kinds that are not removed, in the order of their blocks. */
export function kindsOf(rows: readonly JsonObject[]): NamedKind[] {
  const kinds = rows.filter((row) => row.gone !== true)
  return kinds.map((row) => ({ ...namedOf(row), sort: sortOf(row), place: placeOf(row) })).sort(asReported)
}

function namedOf(row: JsonObject): Named {
  const { id, name, hue } = row
  return {
    id: String(id),
    name: typeof name === 'string' ? name : null,
    hue: typeof hue === 'number' ? hue : null,
  }
}

function sortOf({ sort }: JsonObject): Sort | null {
  return sort === 'customer' || sort === 'work' ? sort : null
}

function placeOf({ place }: JsonObject): string | null {
  return typeof place === 'string' ? place : null
}
