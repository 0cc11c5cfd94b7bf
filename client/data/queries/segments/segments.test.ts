import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customers } from '../../../../shared/customers/collections.ts'
import type { Filter } from '../../../../shared/filters/filter.ts'
import { writeFilter } from '../../../../shared/filters/text.ts'
import { orders } from '../../../../shared/orders/collections.ts'
import { rowOf } from '../../../../shared/rules/testing/made.ts'
import { segments as segmentRows } from '../../../../shared/segments/collections.ts'
import { type Drawn, device, members, rowOfOrder } from './testing/device.ts'

const anOrder: fc.Arbitrary<Drawn> = fc.record({
  ago: fc.constantFrom(0, 3, 29, 30, 31, 89, 90, 400),
  total: fc.constantFrom(0, 100, 250, 1000),
  customer: fc.constantFrom('a', 'b', 'c', 'd', null),
  end: fc.constantFrom(null, null, 'success', 'cancelled'),
  gone: fc.constantFrom(false, false, true),
})
const aStep = fc.oneof(
  fc.record({ what: fc.constant('order' as const), id: fc.constantFrom('1', '2', '3', '4', '5', '6'), drawn: anOrder }),
  fc.record({
    what: fc.constant('customer' as const),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    gone: fc.boolean(),
    into: fc.constantFrom(null, null, 'a'),
  }),
)

/** Criteria, and whom they mean by what they say of a customer's own orders that were not cancelled. */
const CRITERIA: readonly (readonly [Filter, (own: readonly Drawn[]) => boolean])[] = [
  [[{ field: 'orders.count', is: 'atLeast', values: [2] }], (own) => own.filter(counts).length >= 2],
  [
    [{ field: 'orders.sum@last.90', is: 'atLeast', values: [350_00] }],
    (own) => sum(own.filter((one) => counts(one) && one.ago < 90)) >= 350,
  ],
  [
    [{ field: 'orders.since', is: 'more', values: [30] }],
    (own) => own.some(counts) && Math.min(...own.filter(counts).map(({ ago }) => ago)) > 30,
  ],
  [[{ field: 'orders.lost', is: 'more', values: [0] }], (own) => own.some(({ end }) => end === 'cancelled')],
  [
    [{ join: 'not', of: [{ field: 'orders.open', is: 'more', values: [0] }] }],
    (own) => !own.some(({ end }) => end === null),
  ],
  [[{ field: 'orders.average', is: 'empty', values: [] }], (own) => !own.some(counts)],
]

function counts({ end }: Drawn): boolean {
  return end !== 'cancelled'
}

function sum(all: readonly Drawn[]): number {
  return all.reduce((so, { total }) => so + total, 0)
}

test('SG1, SG5, SG6: kept while orders and customers change, members are those of the records read anew', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 25 }), (steps) => {
      const { segments, take } = device()
      const [ordered, known] = [new Map<string, Drawn>(), new Map<string, { gone: boolean; into: string | null }>()]
      for (const id of ['a', 'b', 'c', 'd']) take(customers, rowOf(customers, id, { name: id }))
      for (const id of ['a', 'b', 'c', 'd']) known.set(id, { gone: false, into: null })
      for (const step of steps) {
        if (step.what === 'order') {
          ordered.set(step.id, step.drawn)
          take(orders, rowOfOrder(step.id, step.drawn))
        } else {
          const into = step.id === 'a' ? null : step.into
          known.set(step.id, { gone: step.gone, into })
          take(customers, rowOf(customers, step.id, { name: step.id, gone: step.gone, mergedInto: into }))
        }
        const meant = (id: string | null) => (id === null ? null : (known.get(id)?.into ?? id))
        for (const [filter, isIn] of CRITERIA) {
          const naive = [...known].flatMap(([id, { gone, into }]) => {
            const own = [...ordered.values()].filter((one) => !one.gone && meant(one.customer) === id)
            return !gone && into === null && isIn(own) ? [id] : []
          })
          expect([filter, members(segments, filter)]).toEqual([filter, naive.sort()])
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('SG5: which customers came or went is told of those criteria that somebody asks for', () => {
  const { segments, take } = device()
  const filter: Filter = [{ field: 'orders.count', is: 'atLeast', values: [1] }]
  take(customers, rowOf(customers, 'a', { name: 'A' }))
  const drawn: Drawn = { ago: 1, total: 5, customer: 'a', end: null, gone: false }
  expect(take(orders, rowOfOrder('1', drawn))).toEqual(new Set())
  expect(members(segments, filter)).toEqual(['a'])
  expect(take(orders, rowOfOrder('1', { ...drawn, customer: null }))).toEqual(new Set(['a']))
  expect(take(orders, rowOfOrder('1', { ...drawn, customer: null, total: 7 }))).toEqual(new Set())
})

test('SG3: criteria that cannot be checked, or say nothing, are met by nobody', () => {
  const { segments, take } = device()
  take(customers, rowOf(customers, 'a', { name: 'A' }))
  const broken: readonly [Filter[number], string][] = [
    [{ field: 'custom_gone', is: 'filled', values: [] }, 'field'],
    [{ field: 'orders.sum@someday', is: 'filled', values: [] }, 'field'],
    [{ field: 'debts.toUs@thisYear', is: 'filled', values: [] }, 'field'],
    [{ field: 'orders.sum', is: 'contains', values: ['x'] }, 'comparison'],
    [{ field: 'orders.count', is: 'more', values: ['x'] }, 'value'],
    [{ field: 'name', is: 'contains', values: [''] }, 'unfinished'],
    [{ field: 'bought.product', is: 'in', values: ['nobody'] }, 'removed'],
  ]
  for (const [node, why] of broken) {
    const filter: Filter = [
      { field: 'name', is: 'filled', values: [] },
      { join: 'or', of: [node] },
    ]
    const answer = segments.criteria({ what: 'criteria', criteria: writeFilter(filter), first: 9 })
    expect([answer.count, answer.problems]).toEqual([0, [{ at: [1, 0], row: node, why }]])
  }
  for (const criteria of [null, '[]', 'nonsense', '[["-",["name","filled"]]]'])
    expect(segments.criteria({ what: 'criteria', criteria, first: 9 }).count).toBe(0)
})

test('RP21, SG10: a report by segments that is open follows who comes to a segment and goes', () => {
  const { reports, segments, write, take } = device()
  for (const id of ['a', 'b']) take(customers, rowOf(customers, id, { name: id }))
  const criteria = writeFilter([{ field: 'orders.count', is: 'atLeast', values: [2] }])
  for (const id of ['regular', 'again'])
    take(segmentRows, rowOf(segmentRows, id, { name: id, sort: 'liveSegment', criteria }))
  const drawn = { ago: 1, total: 5, customer: 'a', end: null, gone: false } as const
  take(orders, rowOfOrder('1', drawn))
  take(orders, rowOfOrder('2', { ...drawn, customer: 'b' }))
  const ask = {
    source: 'orders',
    rows: ['segment'],
    columns: null,
    measures: ['count'],
    from: null,
    until: null,
  } as const
  const report = reports.open({ what: 'report', ask: { ...ask, compare: null, filter: [], search: '' } })
  const rows = () => {
    const { told } = report.answer()
    return 'columns' in told ? [...told.rows, told.total].map(({ keys, figures }) => [...keys, figures[0]?.[0]]) : told
  }
  expect(rows()).toEqual([[null, 2], [2]])
  expect(report.take(segments.takeAndTell(write(orders, rowOfOrder('2', drawn))))).toBe(true)
  expect(rows()).toEqual([['again', 2], ['regular', 2], [2]])
  expect(report.take(segments.takeAndTell(write(orders, rowOfOrder('2', { ...drawn, customer: 'b' }))))).toBe(true)
  expect(rows()).toEqual([[null, 2], [2]])
})
