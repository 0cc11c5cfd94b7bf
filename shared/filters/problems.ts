import { type Filter, type FilterRow, isGroup } from './filter.ts'
import type { FieldOf } from './holds.ts'
import { comparisonsOf, isFinished, valuesFit } from './values/comparisons.ts'

/** Why a row says nothing though it is on. */
export type ProblemCode = 'field' | 'comparison' | 'value' | 'unfinished'

/** A row that cannot be tried, and where it stands: positions from the root down. */
export interface Problem {
  readonly at: readonly number[]
  readonly row: FilterRow
  readonly why: ProblemCode
}

/** Why a row cannot be tried; undefined where it can. */
export function problemOf(row: FilterRow, fieldOf: FieldOf): ProblemCode | undefined {
  const field = fieldOf(row.field)
  if (!field) return 'field'
  if (!comparisonsOf(field).includes(row.is)) return 'comparison'
  if (!valuesFit(field, row)) return 'value'
  return isFinished(row) ? undefined : 'unfinished'
}

/** The rows that are on and cannot be tried: a filter that was kept may name what is gone since. */
export function problemsOf(filter: Filter, fieldOf: FieldOf, at: readonly number[] = []): Problem[] {
  return filter.flatMap((node, i) => {
    const place = [...at, i]
    if (node.off) return []
    if (isGroup(node)) return problemsOf(node.of, fieldOf, place)
    const why = problemOf(node, fieldOf)
    return why ? [{ at: place, row: node, why }] : []
  })
}
