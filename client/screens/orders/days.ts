import { createMemo } from 'solid-js'
import { states } from '../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { standsTooLong } from '../../../shared/orders/moves/entry.ts'
import { createEvery } from '../../data/page/solid.tsx'

const DAY = 86_400_000
/** So many days in a state are too long where it does not say itself. */
const USUAL = 7

/** Whole days from an instant until another, ms. */
export function daysBetween(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / DAY))
}

/** Tells whether an order that stands in a state since an instant (ms) stands there too long; completed ones never do. */
export function createLate(): (state: string | null, since: number, now: number) => boolean {
  const all = createEvery(states)
  const limits = createMemo(() => new Map(all().map(({ id, days }) => [id, days])))
  return (state, since, now) => {
    const days = limits().get(state ?? '') ?? USUAL
    return state !== COMPLETED && standsTooLong({ days }, since, now)
  }
}
