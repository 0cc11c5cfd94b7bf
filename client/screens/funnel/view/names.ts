import { compareNames } from '../../../../shared/funnel/index.ts'
import type { Sort } from '../../../../shared/orders/collections.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'

/** What a small record is shown by. */
export interface Named {
  readonly id: string
  readonly name: string | null
  readonly hue: number | null
}

export interface NamedKind extends Named {
  readonly sort: Sort | null
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

/** Kinds that are not removed, in the order of their blocks: work orders first, then by place, then by name. */
export function kindsOf(rows: readonly JsonObject[]): NamedKind[] {
  const kinds = rows.filter((row) => row.gone !== true)
  return kinds.sort(bySortAndPlace).map((row) => ({ ...namedOf(row), sort: sortOf(row) }))
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

function bySortAndPlace(a: JsonObject, b: JsonObject): number {
  if (a.sort !== b.sort) return a.sort === 'work' ? -1 : 1
  const [one, other] = [String(a.place ?? '~'), String(b.place ?? '~')]
  if (one !== other) return one < other ? -1 : 1
  return String(a.name ?? '') < String(b.name ?? '') ? -1 : 1
}
