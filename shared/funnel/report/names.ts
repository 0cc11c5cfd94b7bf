import type { FunnelBlock, FunnelNames, FunnelReason } from '../types.ts'

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

/** The order of a kind's blocks by group (SPEC F28). */
export function byGroupName(names: FunnelNames | undefined): (a: FunnelBlock, b: FunnelBlock) => number {
  const name = (group: string | null) => (group === null || !names ? group : names.group(group))
  return ({ group: a = null }, { group: b = null }) => compareNames(name(a), name(b)) || compareNames(a, b)
}
