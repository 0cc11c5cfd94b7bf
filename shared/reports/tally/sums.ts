import type { FactColumns } from '../facts/columns.ts'
import type { Momentary, ReadFloats } from '../sources/source.ts'

/** Reads a sum of the facts, as they stand or as they are at a moment. */
export function sumsIn(columns: FactColumns, { sums = {} }: Momentary, name: string): ReadFloats {
  return sums[name] ?? ((start, count) => columns.sumsOf(name).subarray(start, start + count))
}
