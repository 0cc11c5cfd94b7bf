import { type Filter, type FilterRow, isGroup } from '../../filters/filter.ts'
import { type ProblemCode as FilterProblem, problemOf } from '../../filters/problems.ts'
import { readFilter } from '../../filters/text.ts'
import type { Segment } from '../collections.ts'
import type { SegmentGround } from '../ground.ts'
import { segmentField } from './fields.ts'

/** `removed`: it names a record that is removed, or not here. */
export type CriterionProblem = FilterProblem | 'removed'

/** A criterion that says nothing though it is on, and where it stands: positions from the root down. */
export interface SegmentProblem {
  readonly at: readonly number[]
  readonly row: FilterRow
  readonly why: CriterionProblem
}

/** The criteria of a segment; null where what is kept reads as no filter. */
export function criteriaOf({ criteria }: Pick<Segment, 'criteria'>): Filter | null {
  return criteria === null || criteria === '' ? [] : readFilter(criteria)
}

/** The criteria that are on and cannot be checked: a segment that has any has no members (SPEC SG3). */
export function segmentProblems(
  filter: Filter,
  isHere: SegmentGround['isHere'],
  at: readonly number[] = [],
): SegmentProblem[] {
  return filter.flatMap((node, i) => {
    const place = [...at, i]
    if (node.off) return []
    if (isGroup(node)) return segmentProblems(node.of, isHere, place)
    const why = problemOf(node, segmentField) ?? (namesRemoved(node, isHere) ? 'removed' : undefined)
    return why ? [{ at: place, row: node, why }] : []
  })
}

/** Whether nothing is wrong but that criteria are not written to their end yet. */
export function isBeingWritten(problems: readonly SegmentProblem[]): boolean {
  return problems.length > 0 && problems.every(({ why }) => why === 'unfinished')
}

/** Whether a segment can be checked: a live one has criteria that say something, and none that cannot be. */
export function isSound(segment: Pick<Segment, 'sort' | 'criteria'>, problems: readonly SegmentProblem[]): boolean {
  if (segment.sort === 'fixedSegment') return true
  const filter = criteriaOf(segment)
  return filter !== null && !saysNothing(filter) && problems.length === 0
}

/** Whether criteria say anything: those that say nothing are met by nobody, not by everybody (SPEC SG3). */
export function saysNothing(filter: Filter): boolean {
  return rowsInForce(filter).length === 0
}

function rowsInForce(filter: Filter): FilterRow[] {
  return filter.flatMap((node) => (node.off ? [] : isGroup(node) ? rowsInForce(node.of) : [node]))
}

function namesRemoved(row: FilterRow, isHere: SegmentGround['isHere']): boolean {
  const to = segmentField(row.field)?.to
  return (
    to !== undefined &&
    row.values.some((value) => typeof value === 'string' && !value.startsWith('@') && !isHere(to, value))
  )
}
