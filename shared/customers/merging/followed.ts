/** What a customer was merged into, by id; null or undefined for one that stands by itself, or is not here. */
export type MergedInto = (id: string) => string | null | undefined

/**
 * The customer that an id means, at the end of what was merged into what (SPEC B1, B2). Of customers merged in a ring, by
 * people apart from each other, it is the one with the lowest id, whichever is asked for.
 */
export function followed(id: string, mergedInto: MergedInto): string {
  const way = new Set<string>()
  let at = id
  while (!way.has(at)) {
    way.add(at)
    const next = mergedInto(at)
    // One that has not arrived is followed, too: its own end is known when it comes.
    if (next === null || next === undefined) return at
    at = next
  }
  const ids = [...way]
  return lowest(ids.slice(ids.indexOf(at)))
}

function lowest(ids: readonly string[]): string {
  return [...ids].sort()[0] ?? ''
}

/** All customers that are one, by the id that they are followed to: only those that more than one id leads to. */
export function mergedSets(ids: Iterable<string>, mergedInto: MergedInto): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, string[]>()
  for (const id of ids) {
    const end = followed(id, mergedInto)
    if (end !== id) sets.set(end, [...(sets.get(end) ?? []), id])
  }
  return sets
}
