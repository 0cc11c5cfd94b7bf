import { expect, test } from 'vitest'
import { orders, states } from '../../../../shared/orders/collections.ts'
import { ORDER, shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import type { Measure, ReportAsk } from '../../../../shared/reports/ask.ts'
import { DAY_MS } from '../../../../shared/time/days.ts'
import { ALL_ORDERS } from '../../session/testing/test-device.ts'
import { Directory } from '../directory.ts'
import { LiveList } from '../lists/live-list.ts'
import { Reports } from './reports.ts'

/** Reports over one order that stands in a state of two days, and how time goes by in them. */
function standing() {
  const shop = shopWithOrder()
  shop.run((tx) => tx.create(states, shop.state() ?? '', { name: 'New', days: 2 }))
  let now = shop.order().moves[0]?.at ?? 0
  const directory = new Directory(null, () => now)
  const hold = (collection: Collection, id: string) => directory.hold(collection, [shop.row(collection, id)])
  hold(states, shop.state() ?? '')
  hold(orders, ORDER)
  const goOn = (ms: number) => {
    now += ms
  }
  return { reports: new Reports(directory), directory, goOn }
}

function asked(...measures: Measure[]): ReportAsk {
  const of = { source: 'orders', rows: [], columns: null, from: null, until: null } as const
  return { ...of, measures, compare: null, filter: [], search: '' }
}

test('RP13: an order comes to stand too long in an open report, and in the list behind its figure, as time goes by', () => {
  const { reports, directory, goOn } = standing()
  const report = reports.open({ what: 'report', ask: asked('standing') })
  const other = reports.open({ what: 'report', ask: asked('count') })
  const figure = () => report.answer().told.total.figures[0]?.[0]
  const behind = { report: asked('standing'), figure: { keys: [], measure: 'standing' } } as const
  const list = new LiveList(
    directory,
    { ...ALL_ORDERS, behind },
    { behind: () => reports.behind(behind.report, behind.figure), found: () => new Set() },
  )
  const ids = () => list.answer().rows.map(({ id }) => id)
  expect([figure(), ids(), other.answer().told.total.figures[0]?.[0]]).toEqual([0, [], 1])
  goOn(2 * DAY_MS)
  expect([report.look(), list.look(), figure(), ids()]).toEqual([false, true, 0, []])
  goOn(1)
  expect([report.look(), list.look(), figure(), ids()]).toEqual([true, true, 1, [ORDER]])
  expect([report.look(), other.look()]).toEqual([false, false])
})

test('RP13: the mean of days goes on with the clock', () => {
  const { reports, goOn } = standing()
  const report = reports.open({ what: 'report', ask: asked('days') })
  const figure = () => report.answer().told.total.figures[0]?.[0]
  expect(figure()).toBe(0)
  goOn(DAY_MS)
  expect([report.look(), figure()]).toEqual([true, 1_00])
})
