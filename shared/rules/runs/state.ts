import type { RunState, Step } from '../collections.ts'

/** What a run is as a whole, the first that any of its steps is. */
const BY_WEIGHT = ['waiting', 'doubtful', 'failed', 'done', 'cancelled', 'skipped'] as const satisfies RunState[]

/** How a run stands by its steps: null where it has none, and says so by itself. */
export function stateOfSteps(steps: readonly Pick<Step, 'state'>[]): RunState | null {
  return BY_WEIGHT.find((one) => steps.some(({ state }) => (state ?? 'waiting') === one)) ?? null
}
