import { calls } from '../../../shared/calls/collections.ts'
import { events } from '../../../shared/events/collections.ts'
import { rowsOf } from '../../../shared/filters/filter.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { type Invoice, invoices } from '../../../shared/orders/invoices/collections.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import type { ReportTable } from '../../../shared/reports/answer.ts'
import type { ReportAsk } from '../../../shared/reports/ask.ts'
import { FactColumns } from '../../../shared/reports/facts/columns.ts'
import { reportOf } from '../../../shared/reports/report.ts'
import { lastDaysBy } from '../../../shared/reports/sources/debts/last-days.ts'
import { SOURCES } from '../../../shared/reports/sources/sources.ts'
import { isBySegment } from '../../../shared/reports/view/by-segment.ts'
import { AgentSegments } from '../../segments/segments.ts'
import { knownTo, NOTHING_GATHERED } from './known.ts'
import type { Moment } from './moment.ts'
import { IN_SEGMENT, passing } from './passes.ts'
import { type ReadingGround, readAll } from './reading.ts'

/** A report over all that the company has; `me`: who is meant by «me» in its conditions. */
export async function tableOf(
  ground: ReadingGround & { readonly find: Find },
  ask: ReportAsk,
  me: string | null,
  moment: Moment,
): Promise<ReportTable> {
  const { replica, find } = ground
  const { now, zone } = moment
  const source = SOURCES[ask.source]
  const called = new Map<string, string>()
  const segments = await segmentsFor(ground, ask, now)
  const known = knownTo(replica, find, zone, { called, lastDays: await lastDaysFor(ground, ask), segments })
  const columns = new FactColumns(source)
  // The rows given to a source are of the collection that it is of.
  const put = (row: { readonly id: string }) => columns.put(row.id, source.factsOf(row as Row<Collection>, known))
  const passes = passing(replica, find, { ...ask, me, segments }, moment)
  if (ask.source === 'events')
    await readAll(ground, events, (event) => {
      if (!event.gone && passes.event(event)) put(event)
    })
  else if (ask.source === 'calls')
    await readAll(ground, calls, (call) => {
      if (!call.gone && passes.call(call)) put(call)
    })
  else
    await readAll(ground, orders, (order) => {
      if (order.gone || !passes.order(order)) return
      called.set(order.id, order.number ?? order.draft ?? order.id)
      put(order)
    })
  return reportOf({ source, columns, known, now, passes: null }, ask)
}

/** Who is in which segments, where the report tells by them or its conditions name them. */
async function segmentsFor(ground: ReadingGround & { readonly find: Find }, ask: ReportAsk, now: number) {
  const isAsked = isBySegment(ask) || rowsOf(ask.filter).some(({ field }) => field === IN_SEGMENT)
  if (!isAsked) return NOTHING_GATHERED.segments
  const segments = new AgentSegments({ ...ground, now: () => now })
  await segments.ready()
  return segments.byCustomer()
}

/** The last days to pay of all invoices, where the report asks what is overdue. */
async function lastDaysFor(ground: ReadingGround, { measures }: ReportAsk) {
  const all: Pick<Invoice, 'gone' | 'order' | 'due'>[] = []
  if (measures.includes('overdue'))
    await readAll(ground, invoices, ({ gone, order, due }) => all.push({ gone, order, due }))
  return lastDaysBy(all)
}
