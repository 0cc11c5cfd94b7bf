import * as v from 'valibot'

/** How many tests, or steps that count as one, went well. */
export interface Counts {
  readonly passed: number
  readonly failed: number
}

const VitestReport = v.object({ numPassedTests: v.number(), numFailedTests: v.number(), success: v.boolean() })
const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  errors: v.array(v.unknown()),
})

/**
 * The counts in vitest's JSON report. A run that was not a success though no test failed (a file that could not be read,
 * an error outside of tests) counts as one failure, and so does a run of no tests: silence proves nothing.
 */
export function vitestCounts(report: unknown): Counts {
  const { numPassedTests: passed, numFailedTests: failed, success } = v.parse(VitestReport, report)
  return atLeastOne({ passed, failed }, success)
}

/** The counts in Playwright's JSON report, by the same rules. A test that passed only when tried again has failed. */
export function playwrightCounts(report: unknown): Counts {
  const { stats, errors } = v.parse(PlaywrightReport, report)
  return atLeastOne({ passed: stats.expected, failed: stats.unexpected + stats.flaky }, errors.length === 0)
}

/** A step that is one test by itself. */
export function stepCounts(sound: boolean): Counts {
  return sound ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** The counts of a step whose process ended so: one that ended badly has at least one failure. */
export function atLeastOne({ passed, failed }: Counts, sound: boolean): Counts {
  return failed === 0 && (!sound || passed === 0) ? { passed, failed: 1 } : { passed, failed }
}

/** All of them together. */
export function total(all: readonly Counts[]): Counts {
  return all.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  })
}
