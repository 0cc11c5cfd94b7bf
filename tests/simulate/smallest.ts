import type { Dated, Settings } from './plan.ts'
import { HistoryFailure, live } from './simulate.ts'

/** What is found early must not wait as long as what may still come right, ms. */
const PATIENCE = 8_000

/** The shortest history that was found to fail still, and how it fails. */
export interface Smallest {
  readonly steps: readonly Dated[]
  readonly failure: HistoryFailure
}

/** Leaves out of a failed history what it can, by halves and then smaller parts, for so many ms; servers and lines have times of their own, so a part may be kept that need not be. */
export async function smallest(settings: Settings, failed: Smallest, within: number): Promise<Smallest> {
  const until = performance.now() + within
  let best: Smallest = { ...failed, steps: singly(failed.steps.slice(0, failed.failure.nth + 1)) }
  for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.steps.length - 1 && performance.now() < until; ) {
      const last = best.steps.length - 1
      const steps = best.steps.filter((_, i) => i < from || i >= from + size || i === last)
      const failure = await failureOf(settings, steps)
      if (failure) best = { steps: steps.slice(0, failure.nth + 1), failure }
      else from += size
    }
  }
  return best
}

async function failureOf(settings: Settings, steps: readonly Dated[]): Promise<HistoryFailure | null> {
  try {
    await live(settings, { steps, patience: PATIENCE })
    return null
  } catch (error) {
    if (error instanceof HistoryFailure) return error
    throw error
  }
}

/** What was done at once is a step each, so that single acts can be left out. */
function singly(steps: readonly Dated[]): Dated[] {
  return steps.flatMap((step) =>
    step.step === 'acts' ? step.acts.map((act): Dated => ({ ...step, acts: [act] })) : [step],
  )
}
