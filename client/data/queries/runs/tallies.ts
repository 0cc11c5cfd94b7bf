import { type Run, runs } from '../../../../shared/rules/collections.ts'
import type { StandingRecords } from '../standing-records.ts'
import type { TalliesAnswer, Tally } from './query.ts'

const NEVER: Tally = { last: null, failed: 0 }

/** What came of each rule, over all runs that are known here. */
export function tallies(records: Pick<StandingRecords, 'all'>): TalliesAnswer {
  const rules: { [rule: string]: Tally } = {}
  for (const run of records.all(runs))
    if (run.rule !== null && !run.gone) rules[run.rule] = withRun(rules[run.rule], run)
  return { what: 'tallies', rules }
}

function withRun({ last, failed } = NEVER, { at, heard, state }: Run): Tally {
  const when = heard ?? at
  const isFailed = state === 'failed' || state === 'doubtful'
  return { last: when === null ? last : Math.max(last ?? when, when), failed: failed + Number(isFailed) }
}
