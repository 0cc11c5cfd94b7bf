import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Report } from '../../../../shared/calls/protocol.ts'
import { Failure } from '../../../../shared/errors.ts'
import { tellUntold } from './telling.ts'

const reportsOf = (n: number): Report[] => Array.from({ length: n }, (_, i) => ({ call: String(i), what: 'ended' }))

function shelf(all: readonly Report[]) {
  let kept = all
  return {
    all: () => kept,
    keep: (some: readonly Report[]) => {
      kept = some
    },
  }
}

test('PG2: whenever the bridge goes away, each report is told in its order, and what it took is forgotten', async () => {
  const lengths = fc.tuple(fc.nat(180), fc.array(fc.boolean(), { maxLength: 12 }))
  await fc.assert(
    fc.asyncProperty(lengths, async ([length, isThere]) => {
      const untold = shelf(reportsOf(length))
      const told: (string | undefined)[] = []
      let asked = 0
      const tell = async (some: readonly Report[]) => {
        if (isThere[asked++] === false) throw new Failure('server-unreachable')
        told.push(...some.map(({ call }) => call))
      }
      for (let tries = 0; untold.all().length > 0 && tries <= isThere.length; tries++)
        await tellUntold(untold, tell).catch((error) => expect(error).toMatchObject({ code: 'server-unreachable' }))
      expect(told).toEqual(reportsOf(length).map(({ call }) => call))
      expect(untold.all()).toEqual([])
    }),
  )
})

test('PG2: what is refused for good is not told again, what comes meanwhile is told then', async () => {
  const untold = shelf(reportsOf(1))
  const heard: number[] = []
  await tellUntold(untold, async (some) => {
    heard.push(some.length)
    if (heard.length > 1) return
    untold.keep([...untold.all(), ...reportsOf(2)])
    throw new Failure('request-shape', { field: 'what' })
  })
  expect([heard, untold.all()]).toEqual([[1, 2], []])
})

test('PG2: each report goes with the clock as it goes', async () => {
  const before = Date.now()
  await tellUntold(shelf(reportsOf(1)), async ([report]) => expect(report?.sent).toBeGreaterThanOrEqual(before))
  expect.assertions(1)
})
