import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByReference } from './by-reference.ts'

const ORDERS = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6']
const order = fc.constantFrom(...ORDERS)
const customer = fc.option(fc.constantFrom('a', 'b', 'c'))

const step = fc.oneof(
  fc.record({ what: fc.constant('note' as const), order, customer }),
  fc.record({
    what: fc.constant('stand' as const),
    of: fc.uniqueArray(fc.record({ order, customer, counts: fc.boolean() }), { selector: (one) => one.order }),
  }),
  fc.record({ what: fc.constant('ask' as const), customer: fc.constantFrom('a', 'b', 'c') }),
)

test('C1: whose an order is stands the same by columns, by changes, and in whatever turns it is asked for', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const rows = new Map<string, string | null>()
      const byReference = new ByReference((id) => rows.get(id) ?? null)
      const naive = (of: string) => ORDERS.filter((id) => rows.get(id) === of)
      for (const one of steps) {
        if (one.what === 'note') {
          rows.set(one.order, one.customer)
          byReference.note(one.order)
        } else if (one.what === 'stand') {
          for (const { order, customer } of one.of) rows.set(order, customer)
          const texts = ['a', 'b', 'c']
          byReference.stand(
            one.of.map(({ order }) => order),
            {
              texts,
              sorts: Uint8Array.from(one.of, ({ counts }) => Number(counts)),
              customers: Int32Array.from(one.of, ({ customer, counts }) =>
                counts ? texts.indexOf(customer ?? '') : -1,
              ),
            },
          )
        } else expect([...byReference.of(one.customer)].sort()).toEqual(naive(one.customer))
      }
      for (const one of ['a', 'b', 'c']) expect([...byReference.of(one)].sort()).toEqual(naive(one))
    }),
    { numRuns: 500 },
  )
})
