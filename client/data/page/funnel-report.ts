import { type FunnelBlock, type FunnelKind, type FunnelSpread, keyOf, stands } from '../../../shared/funnel/index.ts'
import type { FunnelAnswer } from '../queries/query.ts'

/** A report as a page has put it together from its answers. Blocks that did not change stay themselves. */
export interface FunnelReceived {
  readonly kinds: readonly FunnelKind[]
  /** By kind in the order of the kinds; the groups within a kind in no order. */
  readonly blocks: readonly FunnelBlock[]
  readonly spread: ReadonlyMap<string, FunnelSpread>
  readonly names: { readonly [id: string]: string }
}

/** The report after another answer. */
export function putTogether(before: FunnelReceived | undefined, answer: FunnelAnswer): FunnelReceived {
  const { kinds, names, blocks } = answer
  const spread = answer.spread.map((one) => [keyOf(one), one] as const)
  if (answer.whole || !before) return { kinds, names, blocks, spread: new Map(spread) }
  const changed = new Set(blocks.map(keyOf))
  const others = [...before.spread].filter(([key]) => !changed.has(key))
  return {
    kinds,
    names: { ...before.names, ...names },
    blocks: mended(before.blocks, answer),
    spread: new Map([...others, ...spread]),
  }
}

function mended(before: readonly FunnelBlock[], { blocks: changed, kinds }: FunnelAnswer): FunnelBlock[] {
  const blocks = new Map(before.map((block) => [keyOf(block), block]))
  for (const block of changed) {
    if (stands(block, kinds)) blocks.set(keyOf(block), block)
    else blocks.delete(keyOf(block))
  }
  const place = new Map(kinds.map(({ id }, index) => [id, index]))
  return [...blocks.values()].sort((a, b) => (place.get(a.kind) ?? 0) - (place.get(b.kind) ?? 0))
}
