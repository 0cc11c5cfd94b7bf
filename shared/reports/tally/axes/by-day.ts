import { int } from '../../../funnel/columns/cells.ts'
import { type FactColumns, NO_DAY } from '../../facts/columns.ts'
import type { Axis } from './axis.ts'
import { type Groups, NO_GROUP, tableFor, UNKNOWN } from './groups.ts'

/** Days that are looked up in a table: those of this and the next hundred years. */
const MOST_DAYS = 2 ** 16

/** A key of days; undefined: they are in no group. `from`, `until`: days in a row that have it, up to before the last. */
export interface DayKey {
  readonly key: string | null | undefined
  readonly from: number
  readonly until: number
}

/** Groups by the days of facts. `keyOf`: of a day, or of none. */
export function byDay(columns: FactColumns, groups: Groups, keyOf: (day: number | null) => DayKey): Axis {
  const shifted = (shift: ((day: number) => number) | null): Axis => {
    const groupOfDay = (day: number) => {
      const { key, from, until } = keyOf(day === NO_DAY ? null : (shift?.(day) ?? day))
      const group = key === undefined ? NO_GROUP : groups.numberOf(key)
      // Days of an earlier period need not follow each other as those do that they stand for.
      return shift ? { group, from: day, until: day + 1 } : { group, from, until }
    }
    return { fill: tabled(columns, groupOfDay), keys: groups.keys, earlier: (by) => shifted(by.shift) }
  }
  return shifted(null)
}

/** The groups of rows by their days, kept once they are known. */
function tabled(
  columns: FactColumns,
  groupOfDay: (day: number) => { readonly group: number; readonly from: number; readonly until: number },
): Axis['fill'] {
  let table = new Int32Array(0)
  const groupOf = (day: number) => {
    const { group, from, until } = groupOfDay(day)
    if (day < 0 || day >= MOST_DAYS) return group
    const end = Math.min(until, MOST_DAYS)
    table = tableFor(table, end)
    table.fill(group, Math.max(from, 0), end)
    return group
  }
  return (start, taken, into) => {
    const days = columns.days.subarray(start, start + into.length)
    if (fillKnown(table, days, taken, into)) return
    for (let at = 0; at < into.length; at++) {
      if (int(into, at) !== UNKNOWN) continue
      const known = table[int(days, at)] ?? UNKNOWN
      into[at] = known === UNKNOWN ? groupOf(int(days, at)) : known
    }
  }
}

/** Puts the groups that are known; whether all were. Nothing is called or asked for on the way, so that it is quick. */
function fillKnown(table: Int32Array, days: Int32Array, taken: Int32Array, into: Int32Array): boolean {
  let all = 0
  for (let at = 0; at < into.length; at++) {
    const day = int(days, at)
    const group = (day >= 0 && day < table.length ? int(table, day) : UNKNOWN) & int(taken, at)
    into[at] = group
    all |= group
  }
  return all >= 0
}
