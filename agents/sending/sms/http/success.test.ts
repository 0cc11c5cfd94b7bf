import { expect, test } from 'vitest'
import { isGood } from './success.ts'

const ANSWER = JSON.stringify({ status: 'ok', result: { code: 0, ids: ['a7'] }, error: null, isPaid: false, note: '' })

test.each<[string, boolean]>([
  ['', true],
  ['"ok"', true],
  ['failed', false],
  ['$.status = ok', true],
  ['$.status="ok"', true],
  ['$.status = o', false],
  ['$.result.code = 0', true],
  ['$.result.code', true],
  ['$.result.code = 00', false],
  ['$.result.ids[0] = a7', true],
  ['$.result.ids[1]', false],
  ['$.result = [object Object]', false],
  ['$.result', true],
  ['$.error = null', true],
  ['$.error', false],
  ['$.isPaid', false],
  ['$.isPaid = false', true],
  ['$.note', false],
  ['$.nothing.there', false],
  ['$.constructor', false],
  ['$5', false],
])('SN6: whether %j calls an answer good: %s', (success, good) => {
  expect(isGood(ANSWER, success)).toBe(good)
})

test('SN6: a path into what is no JSON leads nowhere; a text that is no path is looked for as it is', () => {
  expect([isGood('OK', '$.status'), isGood('', '$.a = '), isGood('costs $5', '$5')]).toEqual([false, false, true])
})
