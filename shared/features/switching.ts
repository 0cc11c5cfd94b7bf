import type { Transaction } from '../records/writing/transaction.ts'
import { features } from './collections.ts'
import { FEATURES, type FeatureId, isOnWithout, switchedOff } from './features.ts'

type Off = ReadonlySet<string>

/** What has to be switched on for a feature to be on, itself included, each behind what it needs; of several that would do, the first. */
export function neededFor(off: Off, id: FeatureId): readonly FeatureId[] {
  const needs = FEATURES.find((row) => row.id === id)?.needs ?? []
  const lacking = needs.flatMap((any) => (any.some((one) => isOnWithout(off, one)) ? [] : any.slice(0, 1)))
  const all = [...lacking.flatMap((one) => neededFor(off, one)), ...(off.has(id) ? [id] : [])]
  return [...new Set(all)]
}

/** What is on and would not be without these, besides themselves. */
export function goingWith(off: Off, ids: readonly FeatureId[]): readonly FeatureId[] {
  const after = new Set([...off, ...ids])
  const lost = FEATURES.filter(({ id }) => isOnWithout(off, id) && !isOnWithout(after, id)).map(({ id }) => id)
  return lost.filter((id) => !ids.includes(id))
}

/** Which features are switched, and how. */
interface ToSwitch {
  readonly ids: readonly FeatureId[]
  readonly on: boolean
}

/** Switches features off, or on with all that they need (SPEC FT4). */
export function switchFeatures(tx: Transaction, { ids, on }: ToSwitch): void {
  for (const id of ids) {
    const off = switchedOff(FEATURES.flatMap((row) => tx.find(features, row.id) ?? []))
    for (const one of on ? neededFor(off, id) : [id]) put(tx, one, !on)
  }
}

function put(tx: Transaction, id: FeatureId, isOff: boolean): void {
  const before = tx.find(features, id)
  if (before?.gone) tx.restore(features, id)
  // Written behind the making, so that it is told who did it (records/SPEC R23).
  if (!before) tx.create(features, id, {})
  tx.set(features, id, { isOff })
}
