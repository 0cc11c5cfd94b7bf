import type { Axis } from './axis.ts'
import { FIRST_GROUP, Groups } from './groups.ts'

/** What a set of nothing is called. */
const NOTHING: readonly (string | null)[] = [null]

/** The name of a set of keys. */
export function setKey(keys: readonly string[]): string | null {
  return keys.length === 0 ? null : JSON.stringify(keys)
}

/** An axis of single keys, by one whose keys are those of sets: a row is in the groups of all keys of its set (SPEC RP21). */
export function ofSets(sets: Axis, groups = new Groups()): Axis {
  const known = new Map<number, readonly number[]>()
  const groupsOf = (set: number) => {
    const found = known.get(set) ?? keysIn(sets.keys[set - FIRST_GROUP] ?? null).map((key) => groups.numberOf(key))
    known.set(set, found)
    return found
  }
  return { fill: sets.fill, keys: groups.keys, groupsOf, earlier: (by) => ofSets(sets.earlier(by), groups) }
}

function keysIn(set: string | null): readonly (string | null)[] {
  return set === null ? NOTHING : (JSON.parse(set) as readonly string[])
}
