import { expect, test } from 'vitest'
import { paymentOf, shipmentOf } from '../../../../../shared/movements/testing/order.ts'
import { factRowsOf } from './fact-rows.ts'

const shipped = { document: 'd', at: 1, sum: 100 }

test('what went out together is one row, latest first; who took back is no row of its own', () => {
  const rows = factRowsOf({
    shipments: [shipmentOf({ ...shipped, id: 's1' }), shipmentOf({ ...shipped, id: 's2' })],
    payments: [
      paymentOf({ id: 'p1', at: 2, sum: 7, way: 'cash' }),
      paymentOf({ id: 'u', at: 3, kind: null, undoes: 'p1', author: 'anna' }),
    ],
  })
  expect(rows).toMatchObject([
    { what: 'payment', facts: ['p1'], sum: 7, way: 'cash', takenBack: { author: 'anna', at: 3 } },
    { what: 'shipment', facts: ['s1', 's2'], sum: 200, takenBack: null },
  ])
})

test('a document of which one line was taken back is told in two', () => {
  const shipments = [
    shipmentOf({ ...shipped, id: 's1' }),
    shipmentOf({ ...shipped, id: 's2' }),
    shipmentOf({ id: 'u', kind: null, product: null, undoes: 's2', at: 5 }),
  ]
  const rows = factRowsOf({ shipments, payments: [] })
  expect(rows.map(({ facts, takenBack }) => [facts, takenBack !== null])).toEqual([
    [['s1'], false],
    [['s2'], true],
  ])
})

test('taken back, and that taken back, it counts', () => {
  const payments = [
    paymentOf({ id: 'p', sum: 7 }),
    paymentOf({ id: 'u1', kind: null, undoes: 'p' }),
    paymentOf({ id: 'u2', kind: null, undoes: 'u1' }),
  ]
  expect(factRowsOf({ shipments: [], payments })).toMatchObject([{ facts: ['p'], takenBack: null }])
})
