import type { Job, JobState } from './collections.ts'

/** The state of a job: one that says none is to be done. */
export function stateOf({ state }: Pick<Job, 'state'>): JobState {
  return state ?? 'todo'
}

/** Whether nothing is left to be done in a state. */
export function isClosed(state: JobState): boolean {
  return state === 'done' || state === 'calledOff'
}
