import { isSameJson, type Json } from '../declarations/value.ts'
import { replicaOf, type Stamp, timeOf } from '../keys/stamp.ts'
import type { ValuedWrite, Writes } from './merge.ts'
import { isEntryPath } from './values.ts'

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

/** The values about a record that lost to later ones, latest first. An entry made twice is one: it is not among them. */
export function overwritten({ byPath }: Writes): Overwritten[] {
  const found: Overwritten[] = []
  for (const [path, writes] of byPath) {
    if (writes.length > 1 && !isEntryPath(path)) found.push(...losers(path, writes))
  }
  return found.sort((a, b) => (a.stamp < b.stamp || (a.stamp === b.stamp && a.path > b.path) ? 1 : -1))
}

/** A value that was overwritten apart, and what stands in its place: whoever decides must see both (SPEC R8). */
export interface Parted extends Overwritten {
  readonly over: { readonly value: Json; readonly at: number; readonly replica: string }
}

/** The values about a record that are to be decided, latest first. */
export function writtenApart(writes: Writes): Parted[] {
  return overwritten(writes).flatMap((lost) => {
    const present = lost.apart && latest(writes.byPath.get(lost.path) ?? [])
    if (!present) return []
    const { stamp, value } = present
    return [{ ...lost, over: { value, at: timeOf(stamp), replica: replicaOf(stamp) } }]
  })
}

function latest(writes: readonly ValuedWrite[]): ValuedWrite | undefined {
  return [...writes].sort((a, b) => (a.stamp < b.stamp ? 1 : -1))[0]
}

function losers(path: string, writes: readonly ValuedWrite[]): Overwritten[] {
  const [present, ...lost] = [...writes].sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
  return lost.map(({ stamp, value }) => {
    const apart = !wasSeen(stamp, writes) && !isSameJson(value, present?.value ?? null)
    return { path, value, stamp, at: timeOf(stamp), replica: replicaOf(stamp), apart }
  })
}

/**
 * Whether a later write of the path has seen the one of this stamp. Who saw a later value of the same replica has seen
 * this one too; a replica has seen its own.
 */
export function wasSeen(stamp: Stamp, writes: readonly ValuedWrite[]): boolean {
  const replica = replicaOf(stamp)
  const covers = (one: Stamp) => replicaOf(one) === replica && one >= stamp
  return writes.some((other) => other.stamp > stamp && (covers(other.stamp) || other.seen.some(covers)))
}
