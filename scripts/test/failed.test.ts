import { expect, test } from 'vitest'
import {
  forWantOfRights,
  playwrightFailed,
  playwrightNotRun,
  playwrightShaky,
  vitestFailed,
  vitestNotRun,
} from './failed.ts'

test('failed tests are named by file, name and the first line of why; those passed over by file and name', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'adds', failureMessages: [] },
    { status: 'failed', fullName: 'takes away', failureMessages: ['expected 1 to be 2\n at …'] },
    { status: 'skipped', fullName: 'divides', failureMessages: [] },
    { status: 'pending', fullName: 'takes roots' },
  ]
  const testResults = [
    { name: 'sums.test.ts', status: 'failed', assertionResults },
    { name: 'unread.test.ts', status: 'failed', assertionResults: [] },
  ]
  expect(vitestFailed({ testResults })).toEqual(['sums.test.ts: takes away: expected 1 to be 2', 'unread.test.ts'])
  expect(vitestNotRun({ testResults })).toEqual(['sums.test.ts: divides', 'sums.test.ts: takes roots'])
})

test('those passed over say what they lack', () => {
  expect(forWantOfRights(['a.test.ts: fills'], false)).toEqual(['a.test.ts: fills (needs root)'])
  expect(forWantOfRights(['a.test.ts: fills'], true)).toEqual([
    'a.test.ts: fills (this machine lets no disk be mounted)',
  ])
})

test('end-to-end tests that failed, that did not at a second try, or that were passed over are named, within describes too', () => {
  const spec = (title: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped') => {
    return { title, ok: status !== 'unexpected', file: 'orders.spec.ts', tests: [{ status }] }
  }
  const inner = { specs: [spec('posted', 'unexpected'), spec('printed', 'flaky'), spec('mailed', 'skipped')] }
  const suites = [{ specs: [spec('made', 'expected'), spec('moved', 'unexpected')], suites: [inner] }]
  expect(playwrightFailed({ suites })).toEqual(['orders.spec.ts: moved', 'orders.spec.ts: posted'])
  expect(playwrightShaky({ suites })).toEqual(['orders.spec.ts: printed'])
  expect(playwrightNotRun({ suites })).toEqual(['orders.spec.ts: mailed'])
})
