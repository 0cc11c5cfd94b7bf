import { expect, test } from 'vitest'
import { documentOf } from '../documents/documents.ts'
import { newId } from '../records/keys/id.ts'
import { CREATED, effectKey, madeId, runId } from './ids.ts'

const ORDER = newId('common', Date.parse('2026-02-03'))
const started = { rule: 'r', order: ORDER, by: 'm1' }

test('RU2: a run has one id for a rule and a move, another for each other', () => {
  expect(runId(started)).toBe(runId({ ...started }))
  const others = [started, { ...started, rule: 'q' }, { ...started, by: 'm2' }, { ...started, by: CREATED }]
  expect(new Set(others.map(runId)).size).toBe(4)
})

test('RU2: a run and the messages that it makes lie in one document, that of the order’s quarter', () => {
  const run = runId(started)
  expect(documentOf('c', 'runs', run)).toBe('c/runs/common/2026Q1')
  expect(documentOf('c', 'runs', madeId(ORDER, run, 'a', 0))).toBe('c/runs/common/2026Q1')
})

test('RU2: what is asked for again is another effect', () => {
  expect(effectKey(started, 'a', 0)).not.toBe(effectKey(started, 'a', 1))
  expect(madeId(ORDER, 'run', 'a', 0)).not.toBe(madeId(ORDER, 'run', 'a', 1))
})

test('RU2: an order whose id names no document has no runs', () => {
  expect(() => runId({ ...started, order: 'plain' })).toThrow(RangeError)
})
