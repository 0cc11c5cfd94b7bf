import { expect, test } from 'vitest'
import { playwrightFailed, vitestFailed } from './failed.ts'

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

test('failed end-to-end tests are named, within describes too', () => {
  const spec = (title: string, ok: boolean) => ({ title, ok, file: 'orders.spec.ts' })
  const inner = { specs: [spec('posted', false)] }
  const suites = [{ specs: [spec('made', true), spec('moved', false)], suites: [inner] }]
  expect(playwrightFailed({ suites })).toEqual(['orders.spec.ts: moved', 'orders.spec.ts: posted'])
})
