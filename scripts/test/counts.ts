import * as v from 'valibot'

/** How many tests, or steps that count as one, went well. */
export interface Counts {
  readonly passed: number
  readonly failed: number
}

const VitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  success: v.boolean(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.object({ status: v.string() })) })),
})
const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  errors: v.array(v.unknown()),
})

/**
 * The counts in vitest's JSON report. A file that failed without a failed test (it could not be read) counts as one
 * failure; so does a run that was no success for another reason, or of no tests: silence proves nothing.
 */
export function vitestCounts(report: unknown): Counts {
  const { numPassedTests: passed, numFailedTests, success, testResults } = v.parse(VitestReport, report)
  const unread = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return atLeastOne({ passed, failed: numFailedTests + unread.length }, success)
}

/** The counts in Playwright's JSON report, by the same rules. A test that passed when tried again is named apart (failed.ts). */
export function playwrightCounts(report: unknown): Counts {
  const { stats, errors } = v.parse(PlaywrightReport, report)
  return atLeastOne({ passed: stats.expected + stats.flaky, failed: stats.unexpected }, errors.length === 0)
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
