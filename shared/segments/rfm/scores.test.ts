import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Dealt, RfmScores } from './scores.ts'

const dealt: fc.Arbitrary<Dealt> = fc.record({
  recency: fc.integer({ min: -9, max: 0 }),
  frequency: fc.integer({ min: 1, max: 4 }),
  money: fc.integer({ min: -2, max: 900 }),
})
const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), fc.option(dealt))

test('SG7: after any changes each score is five times the share of those who have that or less, rounded up', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), dealt), { maxLength: 12 }), fc.array(step), (first, steps) => {
      const [scores, known] = [new RfmScores(), new Map<string, Dealt>(first)]
      scores.fill(known)
      const told = () => new Map([...known.keys()].map((id) => [id, scores.of(id)]))
      for (const [id, one] of steps) {
        const before = told()
        const others = scores.put(id, one)
        if (one) known.set(id, one)
        else known.delete(id)
        const all = [...known.values()]
        const naive = (by: keyof Dealt, value: number) =>
          Math.ceil((5 * all.filter((other) => other[by] <= value).length) / all.length)
        for (const [name, { recency, frequency, money }] of known)
          expect(scores.of(name)).toEqual({
            recency: naive('recency', recency),
            frequency: naive('frequency', frequency),
            money: naive('money', money),
          })
        expect(scores.of('nobody')).toBeNull()
        if (!others)
          for (const [name, score] of told())
            if (name !== id && before.has(name)) expect(score).toEqual(before.get(name))
      }
    }),
  )
})
