import type * as Y from 'yjs'
import { formatPack, parsePack } from '../declarations/pack.ts'
import { formatCreation, formatWrite, parseCreation, parseWrite } from '../declarations/value.ts'
import { idInKey, parseKey } from '../keys/key.ts'
import { replicaOf, type Stamp } from '../keys/stamp.ts'
import type { ValuedWrite, Writes } from '../reading/merge.ts'
import { wasSeen } from '../reading/overwritten.ts'
import { isEntryPath } from '../reading/values.ts'
import { GENERATION } from './generation.ts'

/** A text that a copy of a document lacks. */
export interface Missing {
  readonly collection: string
  readonly key: string
  readonly text: string
}

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

/** Whether a packed record, as its text says, holds what stood under a write's own key. */
export function isPacked(pack: unknown, key: string, text: string): boolean {
  const [parsed, held] = [parseKey(key), parsePack(pack)]
  if (!parsed || !held) return false
  if (parsed.path === '') return held.creation?.stamp === parseCreation(text, parsed.replica)?.stamp
  const stamp = parseWrite(text, parsed.replica)?.stamp
  return held.writes.some(([path, write]) => path === parsed.path && write.stamp === stamp)
}

/** What a replica has written into one copy of a document and another copy has not got, neither packed nor by itself. */
export function missingTexts(from: Y.Doc, into: Y.Doc, replica: string): Missing[] {
  const collections = [...from.share.keys()].filter((name) => name !== GENERATION)
  return collections.flatMap((collection) => {
    const there = into.getMap(collection)
    const own = [...from.getMap(collection).entries()].filter(([key]) => parseKey(key)?.replica === replica)
    return own.flatMap(([key, text]) =>
      typeof text !== 'string' || there.get(key) === text || isPacked(there.get(idInKey(key)), key, text)
        ? []
        : [{ collection, key, text }],
    )
  })
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
