import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Company, needsOf, splitOf, type Taken } from './model.ts'

const TAKEN: Taken = {
  memoryAtRest: 100,
  memoryAtWork: 50,
  memoryPerClient: 2,
  memoryPerOrder: 3,
  diskPerOrder: 10,
  backupPerByte: 0.5,
  cpuPerEdit: 4,
  cpuPerTelling: 0.1,
}

test('a company of ten people with 1000 orders a year, reckoned by hand', () => {
  expect(needsOf({ people: 10, ordersPerYear: 1000 }, TAKEN)).toEqual({
    memory: 100 + 50 + 20 + 1500,
    processor: (1 * (4 + 0.9)) / 1000,
    perDay: 40,
    disk: 50_000,
    backup: 25_000,
    backups: 25_000 * 23,
  })
})

const company = fc.record({ people: fc.integer({ min: 1, max: 500 }), ordersPerYear: fc.nat(1_000_000) })

test('more people or more orders never need less of anything', () => {
  fc.assert(
    fc.property(company, fc.nat(100), fc.nat(10_000), (less: Company, people, orders) => {
      const more = { people: less.people + people, ordersPerYear: less.ordersPerYear + orders }
      const [some, others] = [needsOf(less, TAKEN), needsOf(more, TAKEN)]
      for (const key of Object.keys(some) as (keyof typeof some)[]) {
        expect(others[key]).toBeGreaterThanOrEqual(some[key])
      }
    }),
  )
})

test('two crowds tell an edit from its tellings', () => {
  const { cpuPerEdit, cpuPerTelling } = splitOf({ clients: 21, cpu: 3 }, { clients: 101, cpu: 7 })
  expect(cpuPerTelling).toBeCloseTo(0.05)
  expect(cpuPerEdit).toBeCloseTo(2)
})
