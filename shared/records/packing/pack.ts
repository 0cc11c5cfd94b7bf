import { formatPack } from '../declarations/pack.ts'
import { formatCreation, formatWrite } from '../declarations/value.ts'
import { replicaOf, type Stamp } from '../keys/stamp.ts'
import type { ValuedWrite, Writes } from '../reading/merge.ts'
import { wasSeen } from '../reading/overwritten.ts'
import { isEntryPath } from '../reading/values.ts'

/**
 * A record's writes as one text (SPEC R18): what can still be read, now or beside any write that comes later. A value
 * that lost its path and that a later write has seen is in it no more; the audit trail has it.
 */
export function packRecord({ creation, byPath }: Writes): string {
  const made = creation ? formatCreation(creation.stamp, creation.version, creation.values) : ''
  const lines = [...byPath]
    .sort(byName)
    .flatMap(([path, writes]) =>
      kept(path, writes).map(({ stamp, seen, value }) => [path, formatWrite(stamp, seen, value)] as const),
    )
  return formatPack(made, lines)
}

/** The writes of a path that count on: the last one, having seen all that any of them had, and those that nobody saw. */
function kept(path: string, writes: readonly ValuedWrite[]): readonly ValuedWrite[] {
  const [last, ...lost] = [...writes].sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
  if (!last || isEntryPath(path)) return writes
  return [{ ...last, seen: seenByAny(writes) }, ...lost.filter(({ stamp }) => !wasSeen(stamp, writes))]
}

/** Of each replica the latest write that any writer of the path had seen, but for the last writer's own. */
function seenByAny(writes: readonly ValuedWrite[]): readonly Stamp[] {
  const byReplica = new Map<string, Stamp>()
  for (const stamp of writes.flatMap(({ seen }) => seen)) {
    const replica = replicaOf(stamp)
    if (stamp > (byReplica.get(replica) ?? '')) byReplica.set(replica, stamp)
  }
  return [...byReplica.values()].sort()
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b)
}
