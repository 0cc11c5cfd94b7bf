import { customFieldsOf } from '../../shared/custom/known.ts'
import type { CellsByField, Mapping } from '../../shared/importing/reading/mapping.ts'

/** A mapping in which fields that the company added stand by their ids, where it names them by their titles. */
export function titled(mapping: Mapping): Mapping {
  const sources = mapping.sources.map((source) => {
    const ids = new Map(customFieldsOf(source.what).map(({ name, field }) => [field.added?.title, name]))
    const named = Object.entries(source.fields).map(([name, cell]) => [ids.get(name) ?? name, cell] as const)
    return { ...source, fields: Object.fromEntries(named) as CellsByField }
  })
  return { ...mapping, sources }
}
