import { readBlock, sumOf, writeBlock } from '../../columns/block.ts'
import type { Kept, Made } from '../../columns/kept.ts'
import type { IndexParts } from './block.ts'
import { digestOf, type Shelved } from './document.ts'

/** An index as it stands on the disk, beside its document's updates and columns. */
export interface KeptIndex extends Kept {
  /** Over the ids of the records that it was made of. */
  readonly digest: number
}

/** An index for the disk. */
export function keptIndexOf(parts: IndexParts, shelved: readonly Shelved[], made: Made): KeptIndex {
  const block = writeBlock({ ...parts })
  return { ...made, block, sum: sumOf(block), digest: digestOf(shelved) }
}

/** The index as it was kept; null where it was made by another build, with other updates or of other records, or is spoiled (SPEC I12). */
export function readKeptIndex(row: unknown, made: Made, shelved: readonly Shelved[]): IndexParts | null {
  if (!isKept(row) || row.by !== made.by || row.upTo !== made.upTo) return null
  if (row.digest !== digestOf(shelved) || sumOf(row.block) !== row.sum) return null
  // The sum says that this build wrote them so.
  return Object.fromEntries(readBlock(row.block)) as unknown as IndexParts
}

function isKept(row: unknown): row is KeptIndex {
  const { by, upTo, block, sum, digest } = (row ?? {}) as Partial<KeptIndex>
  const areNumbers = [upTo, sum, digest].every((one) => typeof one === 'number')
  return areNumbers && typeof by === 'string' && block instanceof Uint8Array
}
