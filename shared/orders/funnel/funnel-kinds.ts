import type { FunnelKind, FunnelSort } from '../../funnel/types.ts'
import type { Kind } from '../collections.ts'
import { statesOf } from '../moves/moves.ts'

type Placed = Pick<Kind, 'id' | 'name' | 'sort' | 'place'>

/**
 * The kinds that a funnel reports, in the order of its blocks: those that are here, work orders first, by place and name;
 * behind them those that orders name, but that are removed or not here (funnel/SPEC.md F32). `seen` are the kinds that moves
 * name, with the sort of their orders.
 */
export function funnelKinds(known: Iterable<Kind>, seen: ReadonlyMap<string, FunnelSort>): FunnelKind[] {
  const sorted = [...known].sort(asReported)
  const ids = new Set(sorted.map(({ id }) => id))
  const missing = [...seen].filter(([id]) => !ids.has(id)).sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    ...sorted.filter((kind) => !kind.gone).map(funnelKind),
    ...sorted
      .filter((kind) => kind.gone && seen.has(kind.id))
      .map((kind) => ({ ...funnelKind(kind), gone: 'removed' as const })),
    ...missing.map(([id, sort]) => ({ id, sort, name: '', states: [], gone: 'missing' as const })),
  ]
}

/** A kind as the funnel lays it out. */
export function funnelKind(kind: Kind): FunnelKind {
  return { id: kind.id, name: kind.name ?? '', sort: kind.sort ?? 'customer', states: statesOf(kind) }
}

/** Which of two kinds a funnel reports first: work orders, then by place and name. */
export function asReported(a: Placed, b: Placed): number {
  if (a.sort !== b.sort) return a.sort === 'work' ? -1 : 1
  const [one, other] = [a.place ?? '~', b.place ?? '~']
  if (one !== other) return one < other ? -1 : 1
  const [name, otherName] = [a.name ?? '', b.name ?? '']
  if (name !== otherName) return name < otherName ? -1 : 1
  // Two of one name stand in the same order on every device.
  return a.id < b.id ? -1 : 1
}
