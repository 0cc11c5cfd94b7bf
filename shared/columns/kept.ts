import type { FunnelBundle } from '../funnel/index.ts'
import type { Collection } from '../records/declarations/collection.ts'
import type { FactBundle } from '../reports/facts/of-orders/bundle.ts'
import { readBlock, type Sections, sumOf, writeBlock } from './block.ts'
import { type Columns, ordersIn } from './columns.ts'
import { Sheaf, type SheafParts } from './sheaf.ts'

/** Columns as they stand on the disk. */
export interface Kept {
  /** The build that made them. */
  readonly by: string
  /** The number, in the document's store, of the last update that they were made with. */
  readonly upTo: number
  readonly block: Uint8Array<ArrayBuffer>
  /** Of the block's bytes. */
  readonly sum: number
}

/** What columns must have been made by, and with, to hold (SPEC C3). */
export type Made = Pick<Kept, 'by' | 'upTo'>

/** Columns for the disk. */
export function keptOf({ sheaves, funnel, facts }: Columns, made: Made): Kept {
  const sections = [
    ...sheaves.flatMap(({ collection, parts }) => named(`rows ${collection.name}`, parts)),
    ...named('funnel', funnel ?? {}),
    ...(facts ? factSections(facts) : []),
  ]
  const block = writeBlock(Object.fromEntries(sections))
  return { ...made, block, sum: sumOf(block) }
}

/** The columns as they were kept; `other`: made by another build or with other updates; `spoiled`: not as they were written. */
export function readKept(row: unknown, made: Made, collections: readonly Collection[]): Columns | 'other' | 'spoiled' {
  if (!isKept(row)) return 'spoiled'
  if (row.by !== made.by || row.upTo !== made.upTo) return 'other'
  if (sumOf(row.block) !== row.sum) return 'spoiled'
  const sections = readBlock(row.block)
  const sheaves = collections.map(
    // The sum says that this build wrote them so.
    (collection) => new Sheaf(collection, groupOf(sections, `rows ${collection.name}`) as unknown as SheafParts),
  )
  const hasOrders = ordersIn(sheaves) !== null
  return {
    sheaves,
    funnel: hasOrders ? (groupOf(sections, 'funnel') as unknown as FunnelBundle) : null,
    facts: hasOrders ? factsOf(sections) : null,
  }
}

function isKept(row: unknown): row is Kept {
  const { by, upTo, block, sum } = (row ?? {}) as Partial<Kept>
  return typeof by === 'string' && typeof upTo === 'number' && block instanceof Uint8Array && typeof sum === 'number'
}

function factSections({ texts, ints, floats }: FactBundle): [string, Sections[string]][] {
  return [...named('facts', { texts }), ...named('facts ints', ints), ...named('facts floats', floats)]
}

function factsOf(sections: ReadonlyMap<string, Sections[string]>): FactBundle {
  const [ints, floats] = [groupOf(sections, 'facts ints'), groupOf(sections, 'facts floats')]
  return { ...groupOf(sections, 'facts'), ints, floats } as unknown as FactBundle
}

function named(group: string, parts: object): [string, Sections[string]][] {
  return Object.entries(parts).map(([name, part]) => [`${group}/${name}`, part])
}

function groupOf(sections: ReadonlyMap<string, Sections[string]>, group: string): Sections {
  const own = [...sections].filter(([name]) => name.startsWith(`${group}/`))
  return Object.fromEntries(own.map(([name, part]) => [name.slice(group.length + 1), part]))
}
