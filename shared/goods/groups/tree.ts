import type { ProductGroup } from '../collections.ts'

export type GroupLike = Pick<ProductGroup, 'id' | 'name' | 'parent' | 'place' | 'gone'>

/** A group where it stands in the tree; `depth` 0 is its top. */
export interface GroupAt<G extends GroupLike> {
  readonly group: G
  readonly depth: number
}

/** All groups that are not removed, each behind its parent (SPEC N1). */
export function groupsInOrder<G extends GroupLike>(all: readonly G[]): readonly GroupAt<G>[] {
  const byId = new Map(all.filter(({ gone }) => !gone).map((group) => [group.id, group]))
  const below = Map.groupBy([...byId.values()].toSorted(before), ({ id }) => parentIn(byId, id))
  const walk = (parent: string | null, depth: number): GroupAt<G>[] =>
    (below.get(parent) ?? []).flatMap((group) => [{ group, depth }, ...walk(group.id, depth + 1)])
  return walk(null, 0)
}

/** A group and all that stand below it, by id: what «all goods of a group» means. */
export function withBelow(all: readonly GroupLike[], id: string): ReadonlySet<string> {
  const order = groupsInOrder(all)
  const at = order.findIndex(({ group }) => group.id === id)
  const depth = order[at]?.depth ?? 0
  const end = order.findIndex((one, i) => i > at && one.depth <= depth)
  const found = at < 0 ? [] : order.slice(at, end < 0 ? order.length : end)
  return new Set([id, ...found.map(({ group }) => group.id)])
}

/** The names from the top down to a group, for people: «Мебель / Кухни». */
export function groupPath(all: readonly GroupLike[], id: string): readonly string[] {
  const byId = new Map(all.filter(({ gone }) => !gone).map((group) => [group.id, group]))
  const names: string[] = []
  for (let at = byId.get(id); at; at = byId.get(parentIn(byId, at.id) ?? '')) names.unshift(at.name ?? '')
  return names
}

/** The parent that a group stands under; null at the top, which is also the place of all that lead round to themselves. */
function parentIn(byId: ReadonlyMap<string, GroupLike>, id: string): string | null {
  const parent = byId.get(id)?.parent ?? null
  if (parent === null || !byId.has(parent)) return null
  const seen = new Set<string>()
  for (let at: string | null = parent; at !== null && !seen.has(at); at = byId.get(at)?.parent ?? null) {
    if (at === id) return null
    seen.add(at)
  }
  return parent
}

function before(a: GroupLike, b: GroupLike): number {
  const places = [a.place ?? '~', b.place ?? '~'] as const
  if (places[0] !== places[1]) return places[0] < places[1] ? -1 : 1
  return (a.name ?? '').localeCompare(b.name ?? '', 'ru') || (a.id < b.id ? -1 : 1)
}
