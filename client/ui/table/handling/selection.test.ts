import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chosen, NOTHING_CHOSEN, reaching, toggled } from './selection.ts'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']
const between = (from: string, to: string) => {
  const [one, other] = [ROWS.indexOf(from), ROWS.indexOf(to)]
  return ROWS.slice(Math.min(one, other), Math.max(one, other) + 1)
}
const row = fc.constantFrom(...ROWS)

test('a row that is toggled twice is as it was, and others are not touched', () => {
  fc.assert(
    fc.property(fc.subarray(ROWS), row, (ids, id) => {
      const once = toggled(chosen(ids), id)
      expect(once.ids.has(id)).toBe(!ids.includes(id))
      expect([...toggled(once, id).ids].sort()).toEqual([...ids].sort())
    }),
  )
})

test('a range drawn anew from its anchor replaces the last one, and keeps what was chosen before', () => {
  fc.assert(
    fc.property(fc.subarray(ROWS), row, fc.array(row, { minLength: 1 }), (before, anchor, ends) => {
      let selection = toggled(chosen(before.filter((id) => id !== anchor)), anchor)
      for (const end of ends) selection = reaching(selection, anchor, between(anchor, end))
      const last = between(anchor, ends.at(-1) ?? anchor)
      expect(selection.ids).toEqual(new Set([...before, anchor, ...last]))
    }),
  )
})

test('nothing is chosen at first', () => {
  expect(NOTHING_CHOSEN.ids.size).toBe(0)
})
