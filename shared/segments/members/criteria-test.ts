import type { Customer } from '../../customers/collections.ts'
import {
  type Filter,
  type FilterNode,
  type FilterRow,
  isGroup,
  type Join,
  type Read,
  rowsOf,
} from '../../filters/filter.ts'
import { holds } from '../../filters/holds.ts'
import { widened } from '../../filters/widen.ts'
import type { Json } from '../../records/declarations/value.ts'
import { namedBy, type Part, segmentField } from '../criteria/fields.ts'
import { CriteriaReader } from '../criteria/reading.ts'
import type { SegmentGround } from '../ground.ts'
import type { RfmScores } from '../rfm/scores.ts'

/** A criterion that is met, and what stands there: the customer is in the segment by it. */
export interface Because {
  /** A key of criteria/fields.ts. */
  readonly field: string
  readonly value: Json
}

/** A criterion, or a group of them, tried on one customer; `isMet` is null for one that is off. */
export type Tried =
  | { readonly row: FilterRow; readonly value: Json; readonly isMet: boolean | null }
  | { readonly join: Join; readonly of: readonly Tried[]; readonly isMet: boolean | null }

/** Tries criteria that have no problems on customers, as of now; good for one pass. */
export class CriteriaTest {
  readonly #filter: Filter
  readonly #reader: CriteriaReader
  readonly #test: ReturnType<typeof holds>
  readonly #ground: SegmentGround

  constructor(filter: Filter, ground: SegmentGround, scores: () => RfmScores) {
    this.#filter = widened(filter, segmentField, ground.below)
    this.#reader = new CriteriaReader(ground, scores)
    this.#ground = ground
    this.#test = holds(this.#filter, segmentField, ground.around())
  }

  holds(customer: Customer): boolean {
    return this.#test(this.#reader.of(customer))
  }

  /** Why a customer of whom they hold is in: the criteria that are met, in their order; those of a group «none of» say nothing. */
  because(customer: Customer): readonly Because[] {
    const read = this.#reader.of(customer)
    const met = (node: FilterNode): Because[] => {
      if (node.off || (isGroup(node) && node.join === 'not')) return []
      if (isGroup(node)) return node.of.flatMap(met)
      return this.#isMet(node, read) ? [{ field: node.field, value: read(node.field) ?? null }] : []
    }
    return this.#filter.flatMap(met)
  }

  /** Each criterion tried on a customer, whoever it is. */
  tried(customer: Customer): readonly Tried[] {
    const read = this.#reader.of(customer)
    const tried = (node: FilterNode): Tried => {
      const isMet = node.off ? null : this.#isMet(node, read)
      if (isGroup(node)) return { join: node.join, of: node.of.map(tried), isMet }
      return { row: node, value: read(node.field) ?? null, isMet }
    }
    return this.#filter.map(tried)
  }

  #isMet(node: FilterNode, read: Read): boolean {
    return holds([node], segmentField, this.#ground.around())(read)
  }
}

/** The parts of which criteria that are on say something. */
export function partsOf(filter: Filter): ReadonlySet<Part> {
  return new Set(rowsOf(filter).flatMap(({ field }) => namedBy(field)?.part ?? []))
}

/** The collections whose records criteria name, or are read by, beside customers and facts. */
export function readBy(filter: Filter): ReadonlySet<string> {
  const named = rowsOf(filter).flatMap(({ field }) => segmentField(field)?.to ?? [])
  const parts = partsOf(filter)
  const beside = [
    ...(parts.has('bought') ? ['products', 'productGroups'] : []),
    ...(parts.has('reach') ? ['mailingConsents'] : []),
    ...(parts.has('risk') ? ['counterparties'] : []),
  ]
  return new Set([...named, ...beside])
}
