import { type FunnelBlock, type FunnelKind, type FunnelSpread, keyOf, stands } from '../../../shared/funnel/index.ts'
import type { FunnelAnswer } from '../queries/query.ts'

/** A report as a page has put it together from its answers. Blocks that did not change stay themselves. */
export interface FunnelReceived {
  readonly kinds: readonly FunnelKind[]
  /** By kind in the order of the kinds; the groups within a kind in no order. */
  readonly blocks: readonly FunnelBlock[]
  readonly spread: ReadonlyMap<string, FunnelSpread>
  readonly names: { readonly [id: string]: string }
  readonly unrated: number
  /** Where each block stands, by its key. */
  readonly places: ReadonlyMap<string, number>
}

/** The report after another answer. With thousands of groups a move costs the page no more than the blocks that it changed. */
export function putTogether(before: FunnelReceived | undefined, answer: FunnelAnswer): FunnelReceived {
  const { kinds, names, blocks, unrated } = answer
  const spread = answer.spread.map((one) => [keyOf(one), one] as const)
  if (answer.whole || !before)
    return { kinds, names, blocks, unrated, places: placesOf(blocks), spread: new Map(spread) }
  return {
    kinds,
    unrated,
    names: withNew(before.names, names),
    ...mended(before, answer),
    spread: spreadAfter(before, blocks, spread),
  }
}

/** The blocks after a change: in their places where the same ones stand, else put in order anew. */
function mended(before: FunnelReceived, answer: FunnelAnswer): Pick<FunnelReceived, 'blocks' | 'places'> {
  const areTheSame = answer.blocks.every((block) => before.places.has(keyOf(block)) && stands(block, answer.kinds))
  if (!areTheSame) return inOrder(before.blocks, answer)
  const blocks = before.blocks.slice()
  for (const block of answer.blocks) blocks[before.places.get(keyOf(block)) ?? 0] = block
  return { blocks, places: before.places }
}

function inOrder(
  before: readonly FunnelBlock[],
  { blocks: changed, kinds }: FunnelAnswer,
): Pick<FunnelReceived, 'blocks' | 'places'> {
  const known = new Map(before.map((block) => [keyOf(block), block]))
  for (const block of changed) {
    if (stands(block, kinds)) known.set(keyOf(block), block)
    else known.delete(keyOf(block))
  }
  const place = new Map(kinds.map(({ id }, index) => [id, index]))
  const blocks = [...known.values()].sort((a, b) => (place.get(a.kind) ?? 0) - (place.get(b.kind) ?? 0))
  return { blocks, places: placesOf(blocks) }
}

function placesOf(blocks: readonly FunnelBlock[]): ReadonlyMap<string, number> {
  return new Map(blocks.map((block, index) => [keyOf(block), index]))
}

function withNew(before: FunnelReceived['names'], names: FunnelReceived['names']): FunnelReceived['names'] {
  const areKnown = Object.entries(names).every(([id, name]) => before[id] === name)
  return areKnown ? before : { ...before, ...names }
}

function spreadAfter(
  { spread: before }: FunnelReceived,
  changed: readonly FunnelBlock[],
  spread: readonly (readonly [string, FunnelSpread])[],
): FunnelReceived['spread'] {
  if (before.size === 0 && spread.length === 0) return before
  const after = new Map(before)
  for (const block of changed) after.delete(keyOf(block))
  for (const [key, one] of spread) after.set(key, one)
  return after
}
