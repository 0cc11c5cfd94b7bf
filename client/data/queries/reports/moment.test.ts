import { expect, test } from 'vitest'
import type { CollectionName } from '../../../../shared/collections.ts'
import { orders, states } from '../../../../shared/orders/collections.ts'
import { invoices } from '../../../../shared/orders/invoices/collections.ts'
import { ORDER, shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
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
  return { shop, reports: new Reports(directory), directory, goOn }
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

test('RP43: an invoice whose last day to pay is changed changes what is overdue in an open report', () => {
  const { shop, reports, directory } = standing()
  const invoice = derivedId('common', START, 'test', 'invoice')
  shop.run((tx) => {
    tx.set(orders, ORDER, { posted: true })
    tx.add(orders, ORDER, 'shipments', 'first', { kind: 'shipment', sum: 700, date: '2026-01-01' })
  })
  const hold = (collection: Collection, id: string) => {
    directory.hold(collection, [shop.row(collection, id)])
    return new Map([[collection.name as CollectionName, new Set([id])]])
  }
  hold(orders, ORDER)
  const report = reports.open({
    what: 'report',
    ask: { ...asked('theyOwe', 'overdue'), source: 'debts', until: '2026-01-20' },
  })
  const figures = () => report.answer().told.total.figures.map(([one]) => one)
  expect(figures()).toEqual([700, 0])
  const invoiced = (due: string | null) => {
    shop.run((tx) => tx.set(invoices, invoice, { due }))
    const changed = hold(invoices, invoice)
    reports.take(changed)
    return report.take(changed)
  }
  shop.run((tx) => tx.create(invoices, invoice, { date: START, order: ORDER }))
  expect([invoiced('2026-01-10'), figures()]).toEqual([true, [700, 700]])
  expect([invoiced('2026-01-25'), figures()]).toEqual([true, [700, 0]])
  expect([invoiced(null), figures()]).toEqual([true, [700, 0]])
})
