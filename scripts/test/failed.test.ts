import { expect, test } from 'vitest'
import { playwrightFailed, playwrightShaky, vitestFailed } from './failed.ts'

test('failed tests are named by file, name and the first line of why', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'adds', failureMessages: [] },
    { status: 'failed', fullName: 'takes away', failureMessages: ['expected 1 to be 2\n at …'] },
  ]
  const testResults = [
    { name: 'sums.test.ts', status: 'failed', assertionResults },
    { name: 'unread.test.ts', status: 'failed', assertionResults: [] },
  ]
  expect(vitestFailed({ testResults })).toEqual(['sums.test.ts: takes away: expected 1 to be 2', 'unread.test.ts'])
})

test('end-to-end tests that failed, and those that did not at a second try, are named, within describes too', () => {
  const spec = (title: string, status: 'expected' | 'unexpected' | 'flaky') => {
    return { title, ok: status !== 'unexpected', file: 'orders.spec.ts', tests: [{ status }] }
  }
  const inner = { specs: [spec('posted', 'unexpected'), spec('printed', 'flaky')] }
  const suites = [{ specs: [spec('made', 'expected'), spec('moved', 'unexpected')], suites: [inner] }]
  expect(playwrightFailed({ suites })).toEqual(['orders.spec.ts: moved', 'orders.spec.ts: posted'])
  expect(playwrightShaky({ suites })).toEqual(['orders.spec.ts: printed'])
})
