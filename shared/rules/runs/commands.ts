import { callOff, whyByHand } from '../../messages/acts/call-off.ts'
import type { Patch } from '../../records/declarations/collection.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Run, type RunState, runs, type Step } from '../collections.ts'
import type { PlannedRun } from '../planning/plan.ts'
import { messageOf } from './made.ts'
import { stateOfSteps } from './state.ts'

/**
 * Writes a run as it is planned. One that is there stays as it is, but for one that has waited for data: it gets its steps, or
 * its end.
 */
export function putRun(tx: Transaction, { id, values, steps }: PlannedRun): void {
  const found = tx.find(runs, id)
  if (!found) tx.create(runs, id, { ...values, steps })
  if (!found || found.steps.length > 0 || found.state !== 'waiting') return
  for (const [entry, step] of Object.entries(steps)) tx.add(runs, id, 'steps', entry, step)
  const { state = null, why = null, depth = null } = values
  tx.set(runs, id, { state, why, depth })
}

/** A run that has waited for data, and is not for its order now that this is here. */
export function dropRun(tx: Transaction, { id, why }: { readonly id: string; readonly why: string }): void {
  const run = tx.get(runs, id)
  if (run.steps.length === 0 && run.state === 'waiting') tx.set(runs, id, { state: 'skipped', why })
}

type StepPatch = Patch<(typeof runs)['lists']['steps']['fields']>

/** What came of a step. */
export interface StepEnd extends Pick<StepPatch, 'state' | 'why' | 'made' | 'due' | 'attempts'> {
  readonly id: string
  readonly step: string
}

/** States that are true whatever was asked for meanwhile: it was done, or nobody knows. */
const FACTS: readonly (RunState | null | undefined)[] = ['done', 'doubtful']

/** Writes what came of a step, and how its run stands by that. A step that has ended meanwhile stays so, unless it was done all the same. */
export function settleStep(tx: Transaction, { id, step, ...end }: StepEnd): void {
  const found = tx.get(runs, id).steps.find((one) => one.id === step)
  if (!found || (found.state !== 'waiting' && !FACTS.includes(end.state))) return
  setStep(tx, id, step, end)
  standByItsSteps(tx, id)
}

/** Calls off what a run is still to do, and the messages of it that have not gone; by hand, where no reason is given. */
export function cancelRun(tx: Transaction, { id, why }: { readonly id: string; readonly why?: string }): void {
  const run = tx.get(runs, id)
  const reason = why ?? whyByHand(tx)
  for (const step of run.steps.filter(isWaiting)) {
    setStep(tx, id, step.id, { state: 'cancelled', why: reason })
    const message = messageOf(step)
    if (message !== null) callOff(tx, message, reason)
  }
  if (run.steps.length === 0 && run.state === 'waiting') tx.set(runs, id, { state: 'cancelled', why: reason })
  standByItsSteps(tx, id)
}

/** Asks once more for what a run has not done, all of it or one step. */
export function runAgain(tx: Transaction, { id, step }: { readonly id: string; readonly step?: string }): void {
  const { steps } = tx.get(runs, id)
  for (const one of steps.filter((each) => isUndone(each) && (step === undefined || each.id === step))) {
    const again = { asked: (one.asked ?? 0) + 1, due: tx.now(), attempts: 0, ended: null }
    tx.setEntry(runs, id, 'steps', one.id, { state: 'waiting', why: null, made: null, ...again })
  }
  standByItsSteps(tx, id)
}

export function isWaiting({ state }: Pick<Step, 'state'>): boolean {
  return (state ?? 'waiting') === 'waiting'
}

/** Whether a step has ended without having been done: it may be asked for again. */
export function isUndone({ state }: Pick<Step, 'state'>): boolean {
  return state === 'failed' || state === 'doubtful' || state === 'skipped' || state === 'cancelled'
}

function setStep(tx: Transaction, id: string, step: string, end: StepPatch): void {
  const isEnd = end.state !== undefined && end.state !== 'waiting'
  tx.setEntry(runs, id, 'steps', step, { ...end, ...(isEnd && { ended: tx.now() }) })
}

/** A run with steps stands as they do. */
function standByItsSteps(tx: Transaction, id: string): void {
  const run: Run = tx.get(runs, id)
  const state = stateOfSteps(run.steps)
  if (state === null) return
  const why = run.steps.find((step) => step.state === state)?.why ?? null
  tx.set(runs, id, { state, why })
}
