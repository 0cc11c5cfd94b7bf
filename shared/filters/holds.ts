import type { Field } from '../records/declarations/fields.ts'
import type { Json } from '../records/declarations/value.ts'
import {
  type Around,
  type Filter,
  type FilterGroup,
  type FilterNode,
  type FilterRow,
  isGroup,
  type Read,
} from './filter.ts'
import { comparisonsOf, isFinished, valuesFit } from './values/comparisons.ts'
import { testOf } from './values/conditions.ts'

/** The declared field at a name; undefined where there is none (any more). */
export type FieldOf = (name: string) => Field | undefined

type Holds = (read: Read) => boolean

const ALWAYS: Holds = () => true

/**
 * Makes a filter ready to be tried on records, as of `around` (SPEC L1–L9). Rows that are off, unfinished or do not fit
 * their field say nothing.
 */
export function holds(filter: Filter, fieldOf: FieldOf, around: Around): Holds {
  return all(inForce(filter, fieldOf, around))
}

/** Whether a row says something that can be tried: finished, and fitting its field. */
function isInForce(row: FilterRow, field: Field | undefined): field is Field {
  return field !== undefined && comparisonsOf(field).includes(row.is) && isFinished(row) && valuesFit(field, row)
}

function inForce(nodes: readonly FilterNode[], fieldOf: FieldOf, around: Around): Holds[] {
  return nodes.flatMap((node) => {
    if (node.off) return []
    return (isGroup(node) ? ofGroup(node, fieldOf, around) : ofRow(node, fieldOf(node.field), around)) ?? []
  })
}

function ofRow(row: FilterRow, field: Field | undefined, around: Around): Holds | null {
  if (!isInForce(row, field)) return null
  const test = testOf(field, row, around)
  return (read) => test(orEmpty(field, read(row.field)))
}

/** A group in which nothing is in force says nothing either. */
function ofGroup({ join, of }: FilterGroup, fieldOf: FieldOf, around: Around): Holds | null {
  const members = inForce(of, fieldOf, around)
  if (members.length === 0) return null
  if (join === 'and') return all(members)
  const any: Holds = (read) => members.some((member) => member(read))
  return join === 'or' ? any : (read) => !any(read)
}

function all(members: readonly Holds[]): Holds {
  const [only] = members
  if (members.length <= 1) return only ?? ALWAYS
  return (read) => members.every((member) => member(read))
}

/** A record that is not here has no values: its fields read as empty. */
function orEmpty(field: Field, value: Json | undefined): Json {
  return value === undefined ? field.fallback : value
}
