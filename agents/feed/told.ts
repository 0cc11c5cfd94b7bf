import { customValuesOf } from '../../shared/records/declarations/custom.ts'
import type { Change } from '../../shared/records/reading/record-set.ts'

/** What a line of the printed feed says of a change: where and which fields, never what stands in them. */
export interface Told {
  readonly collection: string
  readonly id: string
  readonly change: 'made' | 'changed' | 'removed' | 'restored'
  /** Names of the fields and lists that read otherwise now. */
  readonly fields: readonly string[]
}

/** Describes a change without personal data; null where nothing reads otherwise than before. */
export function tell({ collection, id, before, after }: Change): Told | null {
  if (!after) return null
  const added = new Set([before, after].flatMap((row) => Object.keys(customValuesOf(row ?? {}))))
  const names = [...Object.keys(collection.fields), ...added, ...Object.keys(collection.lists)]
  const fields = names.filter((name) => textOf(before, name) !== textOf(after, name))
  const change = before === null ? 'made' : before.gone === after.gone ? 'changed' : after.gone ? 'removed' : 'restored'
  return change === 'changed' && fields.length === 0 ? null : { collection: collection.name, id, change, fields }
}

/** A field's value as text; the same for all that is nothing: null, no entries, a flag that is off. */
function textOf(row: object | null, name: string): string {
  const value: unknown = row && Object.entries(row).find(([one]) => one === name)?.[1]
  const isNothing =
    value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0)
  return isNothing ? '' : JSON.stringify(value)
}
