import { describe, expect, test } from 'vitest'
import { atLeastOne, playwrightCounts, total, vitestCounts } from './counts.ts'

describe('counting the tests of a run', () => {
  test('a report of vitest', () => {
    expect(vitestCounts(vitestReport(7, 2))).toEqual({ passed: 7, failed: 2 })
    expect(vitestCounts(vitestReport(7, 0))).toEqual({ passed: 7, failed: 0 })
  })

  test('a file that could not be read is a failure beside the failed tests', () => {
    const unread = { status: 'failed', assertionResults: [] }
    expect(vitestCounts(vitestReport(7, 0, [unread]))).toEqual({ passed: 7, failed: 1 })
    expect(vitestCounts(vitestReport(7, 2, [unread, unread]))).toEqual({ passed: 7, failed: 4 })
  })

  test('a run that was no success, or of no tests, is a failure', () => {
    expect(vitestCounts({ ...vitestReport(7, 0), success: false })).toEqual({ passed: 7, failed: 1 })
    expect(vitestCounts(vitestReport(0, 0))).toEqual({ passed: 0, failed: 1 })
  })

  test('a report of Playwright, where a test that passed at the second try has passed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
    expect(playwrightCounts({ stats, errors: [] })).toEqual({ passed: 6, failed: 1 })
    expect(playwrightCounts({ stats: { expected: 5, unexpected: 0, flaky: 0 }, errors: [{}] })).toEqual({
      passed: 5,
      failed: 1,
    })
  })

  test('a report of another shape is refused', () => {
    expect(() => vitestCounts({})).toThrow()
    expect(() => playwrightCounts({ stats: {} })).toThrow()
  })

  test('a process that ended badly has a failure, whatever its report says', () => {
    expect(atLeastOne({ passed: 3, failed: 0 }, false)).toEqual({ passed: 3, failed: 1 })
    expect(atLeastOne({ passed: 3, failed: 2 }, false)).toEqual({ passed: 3, failed: 2 })
  })

  test('sums', () => {
    expect(
      total([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 })
  })
})

function vitestReport(passed: number, failed: number, others: readonly object[] = []): object {
  const assertionResults = [...Array(passed).fill({ status: 'passed' }), ...Array(failed).fill({ status: 'failed' })]
  const testResults = [{ status: failed > 0 ? 'failed' : 'passed', assertionResults }, ...others]
  return { numPassedTests: passed, numFailedTests: failed, success: failed + others.length === 0, testResults }
}
