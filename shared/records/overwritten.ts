import { type Writes, winner } from './merge.ts'
import { replicaOf, type Stamp, timeOf } from './stamp.ts'
import { type Json, parseJson, type Write } from './value.ts'

/** A value that lost its path to a later one. */
export interface Overwritten {
  readonly path: string
  readonly value: Json
  readonly stamp: Stamp
  readonly at: number
  readonly replica: string
  /** No later write on the path had seen it: two people wrote apart from each other (SPEC R8). */
  readonly apart: boolean
}

/** The values about a record that lost to later ones, latest first. */
export function overwritten(record: Writes): Overwritten[] {
  const found: Overwritten[] = []
  for (const [path, writes] of record.byPath) {
    if (writes.length > 1) found.push(...losers(path, writes))
  }
  return found.sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
}

function losers(path: string, writes: readonly Write[]): Overwritten[] {
  const best = winner(writes)
  return writes.filter((write) => write !== best).map((write) => lost(path, write, writes))
}

function lost(path: string, write: Write, writes: readonly Write[]): Overwritten {
  const { stamp } = write
  const replica = replicaOf(stamp)
  const wasSeen = writes.some(
    (other) => other.stamp > stamp && other.seen.some((one) => replicaOf(one) === replica && one >= stamp),
  )
  return {
    path,
    value: parseJson(write.json) ?? null,
    stamp,
    at: timeOf(stamp),
    replica,
    apart: !wasSeen && differs(write, winner(writes)),
  }
}

function differs(one: Write, other: Write): boolean {
  return one.json !== other.json
}
