import type { FunnelNames, FunnelReason } from '../types.ts'

const russian = new Intl.Collator('ru')

/** Names as Russian words, then by code unit; null, which has no name, is last (SPEC F29). */
export function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return russian.compare(a, b) || (a < b ? -1 : 1)
}

/** The order of reasons (SPEC F27). */
export function byCountThenName(names: FunnelNames | undefined): (a: FunnelReason, b: FunnelReason) => number {
  const name = (reason: string | null) => (reason === null || !names ? reason : names.reason(reason))
  return (a, b) => b.count - a.count || compareNames(name(a.reason), name(b.reason)) || compareNames(a.reason, b.reason)
}

/** For each group its place among them by name (SPEC F28). Each name is asked for once: there may be very many customers. */
export function ranksByName(
  groups: Iterable<string | null>,
  names: FunnelNames | undefined,
): Map<string | null, number> {
  const named = Array.from(groups, (group) => ({ group, name: group === null || !names ? group : names.group(group) }))
  named.sort((a, b) => compareNames(a.name, b.name) || compareNames(a.group, b.group))
  return new Map(named.map(({ group }, rank) => [group, rank]))
}
