import { describe, expect, test } from 'vitest'
import { atLeastOne, playwrightCounts, total, vitestCounts } from './counts.ts'

describe('counting the tests of a run', () => {
  test('a report of vitest', () => {
    expect(vitestCounts({ numPassedTests: 7, numFailedTests: 2, success: false })).toEqual({ passed: 7, failed: 2 })
    expect(vitestCounts({ numPassedTests: 7, numFailedTests: 0, success: true })).toEqual({ passed: 7, failed: 0 })
  })

  test('a file that could not be read is a failure though no test failed', () => {
    expect(vitestCounts({ numPassedTests: 7, numFailedTests: 0, success: false })).toEqual({ passed: 7, failed: 1 })
  })

  test('a run of no tests is a failure', () => {
    expect(vitestCounts({ numPassedTests: 0, numFailedTests: 0, success: true })).toEqual({ passed: 0, failed: 1 })
  })

  test('a report of Playwright, where a test that passed at the second try has failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
    expect(playwrightCounts({ stats, errors: [] })).toEqual({ passed: 5, failed: 2 })
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
