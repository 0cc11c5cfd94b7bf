import { exchangeOf } from '../../../../shared/company/rates.ts'
import { demoCommands } from '../../../../shared/demo/demo.ts'
import { type FunnelBy, FunnelColumns, type FunnelOptions, funnelReport } from '../../../../shared/funnel/index.ts'
import { MemoryCompany } from '../../../../shared/importing/testing/memory-company.ts'
import { kinds, orders } from '../../../../shared/orders/collections.ts'
import { funnelKind } from '../../../../shared/orders/funnel/funnel-kinds.ts'
import { funnelOrder } from '../../../../shared/orders/funnel/funnel-order.ts'

const FROM = Date.parse('2016-09-01T00:00:00+03:00')
const TO = Date.parse('2016-10-01T00:00:00+03:00')

/** The orders of the demo company and the options of its report of September 2016, as of the month's end. */
export function september(by: FunnelBy = 'order'): { columns: FunnelColumns; options: FunnelOptions } {
  const memory = new MemoryCompany(Date.parse('2026-11-23T12:30:00+03:00'))
  memory.run(demoCommands(Date.parse('2026-11-23T12:30:00+03:00')))
  const columns = new FunnelColumns()
  for (const order of memory.rows(orders)) columns.put(funnelOrder(order, exchangeOf(null, [])))
  const period = { from: FROM, to: TO, basis: 'order' } as const
  const reported = [...memory.rows(kinds)].map(funnelKind)
  return { columns, options: { kinds: reported, period, moment: TO, mode: 'reached', by } }
}

/** The blocks of that report. */
export function septemberBlocks(by: FunnelBy = 'order') {
  const { columns, options } = september(by)
  return funnelReport(columns, options, Number.NaN).blocks
}
