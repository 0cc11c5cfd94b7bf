import { type Json, parseJson } from '../../shared/records/declarations/value.ts'
import { historyOf, type Wrote } from '../../shared/records/reading/history.ts'
import type { AuditEntry } from '../storage/storage.ts'

type Line = Pick<AuditEntry, 'path' | 'stamp' | 'value'>

/** A path, and those whose value, written whole, has its own in it: the record's and the entry's. */
export function pathsAround(path: string): string[] {
  const [list, entry, field] = path.split('/')
  return ['', path, ...(field === undefined ? [] : [`${list}/${entry}`])]
}

export function keyOf({ path, stamp }: Pick<AuditEntry, 'path' | 'stamp'>): string {
  return `${stamp} ${path}`
}

/** A line of the trail as a write; none where its value is no JSON. */
export function wroteOf({ path, stamp, value }: Line): Wrote[] {
  const read = parseJson(value)
  return read === undefined ? [] : [{ path, stamp, value: read }]
}

/** What stood at the path of a line before it, by the last earlier lines of the paths around it. */
export function beforeOf(line: Line, around: readonly Line[]): Json {
  const key = keyOf(line)
  const all = new Map([...around, line].map((one) => [keyOf(one), one]))
  const { told } = historyOf([...all.values()].flatMap(wroteOf))
  return told.find((one) => keyOf(one) === key)?.before ?? null
}
