import { type Run, runs } from '../../../../shared/rules/collections.ts'

/** What came of a rule. */
export interface Tally {
  /** When it ran last, ms; null: never. */
  readonly last: number | null
  /** How many of its runs failed, or ended nobody knows how; null: none. */
  readonly failed: number | null
}

export const NEVER: Tally = { last: null, failed: null }

/** What came of each rule, by its id, over all runs that are known here. */
export function talliesOf(records: { all(collection: typeof runs): Iterable<Run> }): ReadonlyMap<string, Tally> {
  const found = new Map<string, Tally>()
  for (const run of records.all(runs)) {
    if (run.rule !== null && !run.gone) found.set(run.rule, withRun(found.get(run.rule) ?? NEVER, run))
  }
  return found
}

function withRun({ last, failed }: Tally, { at, heard, state }: Run): Tally {
  const when = heard ?? at
  const isFailed = state === 'failed' || state === 'doubtful'
  return { last: when === null ? last : Math.max(last ?? when, when), failed: isFailed ? (failed ?? 0) + 1 : failed }
}
