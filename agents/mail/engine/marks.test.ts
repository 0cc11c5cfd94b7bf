import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flagsOf, MARKS, type Marks, marksOf, settle, UNKNOWN } from './marks.ts'

const marks: fc.Arbitrary<Marks> = fc
  .tuple(fc.boolean(), fc.boolean(), fc.boolean())
  .map(([seen, flagged, answered]) => ({ seen, flagged, answered }))

test('MB8: flags are read as they are written, whatever others stand among them', () => {
  fc.assert(
    fc.property(marks, (one) => {
      expect(marksOf(`${flagsOf(one)} \\Recent $Forwarded`.toLowerCase())).toEqual(one)
    }),
  )
  expect(marksOf(UNKNOWN)).toBe(null)
})

test('MB8: both sides say the same then: what was done here where it differs from what was agreed, else what the server says', () => {
  fc.assert(
    fc.property(fc.option(marks), marks, marks, (agreed, server, record) => {
      const { set, unset, record: written, agreed: after } = settle(agreed, server, record, true)
      const there = marksOf(
        [
          ...flagsOf(server)
            .split(' ')
            .filter((flag) => !unset.includes(flag)),
          ...set,
        ].join(' '),
      )
      expect(there).toEqual(after)
      expect({ ...record, ...written }).toEqual(after)
      for (const mark of MARKS)
        expect(after[mark]).toBe(agreed && record[mark] !== agreed[mark] ? record[mark] : server[mark])
      // Once more, nothing is left to do.
      expect(settle(after, after, after, true)).toEqual({ set: [], unset: [], record: null, agreed: after })
    }),
  )
})

test('MB8: where what is read here is not carried, nothing of it is, and the server’s change of it still comes', () => {
  fc.assert(
    fc.property(fc.option(marks), marks, marks, (agreed, server, record) => {
      const { set, unset, record: written, agreed: after } = settle(agreed, server, record, false)
      expect([...set, ...unset]).not.toContain('\\Seen')
      expect(after.seen).toBe(server.seen)
      const seen = written?.seen ?? record.seen
      expect(seen).toBe(agreed === null || server.seen !== agreed.seen ? server.seen : record.seen)
    }),
  )
})
