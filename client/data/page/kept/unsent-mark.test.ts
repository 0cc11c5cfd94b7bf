import { expect, test } from 'vitest'
import { markAfter, readMark } from './unsent-mark.ts'

const now = (replica: string, unsent = 0, drafts = 0) => ({ replica, unsent, drafts })

test('what was unsent when the data were last seen is lost with them: another replica stands there then', () => {
  const before = markAfter(null, now('A', 2, 1))
  expect(before.lost).toBe(null)
  expect(markAfter(before, now('A', 3)).lost).toBe(null)
  expect(markAfter(before, now('B'))).toEqual({ ...now('B'), lost: { unsent: 2, drafts: 1 } })
})

test('where all was sent that is known, too; it is told until it is read, and what is lost meanwhile is added', () => {
  const cleared = markAfter(markAfter(null, now('A')), now('B', 1))
  expect(cleared.lost).toEqual({ unsent: 0, drafts: 0 })
  expect(markAfter(cleared, now('B', 4)).lost).toEqual({ unsent: 0, drafts: 0 })
  const again = markAfter(cleared, now('C'))
  expect(again.lost).toEqual({ unsent: 1, drafts: 0 })
  expect(markAfter(readMark(again), now('C', 5))).toEqual({ ...now('C', 5), lost: null })
})
