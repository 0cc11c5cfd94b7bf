import { expect, test } from 'vitest'
import type { Run } from '../../../../shared/rules/collections.ts'
import { talliesOf } from './tallies.ts'

const run = (values: Partial<Run>) => ({ rule: 'a', at: null, heard: null, state: 'done', gone: false, ...values })

test('of each rule the latest run, and how many failed or ended nobody knows how', () => {
  const all = [
    run({ heard: 20, state: 'failed' }),
    run({ heard: 30, at: 5 }),
    run({ at: 10, state: 'doubtful' }),
    run({ rule: 'b', state: 'skipped' }),
    run({ rule: 'c', at: 7, gone: true }),
  ]
  expect(Object.fromEntries(talliesOf({ all: () => all as never }))).toEqual({
    a: { last: 30, failed: 2 },
    b: { last: null, failed: null },
  })
})
