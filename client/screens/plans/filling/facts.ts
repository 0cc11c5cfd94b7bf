import { DIMENSION_OF } from '../../../../shared/plans/analytics.ts'
import type { Plan } from '../../../../shared/plans/collections.ts'
import type { FilledFrom } from '../../../../shared/plans/filling/fill.ts'
import { cutsOf, gathering, type SourceDays } from '../../../../shared/plans/filling/source.ts'
import type { ReportRow, ReportTable } from '../../../../shared/reports/answer.ts'
import type { ReportAsk } from '../../../../shared/reports/ask.ts'
import { addDays } from '../../../../shared/time/days.ts'
import type { DataClient } from '../../../data/page/client.ts'
import { readReport } from '../../../data/page/report-table.ts'

/** What was sold by a plan's analytics on the days given for each of its periods, and the names of what it was sold of. */
export interface Facts {
  readonly rows: readonly FilledFrom[]
  readonly names: ReportTable['names']
}

type Analytics = Pick<Plan, 'first' | 'second'>

/** Asks what was sold, by what a plan is planned by. */
export async function soldBy(
  client: DataClient,
  { first, second }: Analytics,
  days: readonly (SourceDays | null)[],
): Promise<Facts> {
  const cuts = cutsOf(days)
  const [from, end] = [cuts[0], cuts.at(-1)]
  if (first === null || from === undefined || end === undefined) return { rows: [], names: {} }
  const rows = [first, ...(second === null ? [] : [second])].map((by) => DIMENSION_OF[by])
  const ask: ReportAsk = {
    ...{ source: 'sales', rows, columns: { cuts: cuts.slice(0, -1) }, measures: ['sum', 'quantity'] },
    ...{ from, until: addDays(end, -1), compare: null, filter: [], search: '' },
  }
  const table = await readReport(client, ask)
  const told = table.rows.filter(({ keys }) => keys.length === rows.length)
  const gathered = gathering(days, table.columns)
  const filledFrom = ({ keys: [first = null, second = null], figures: [sum, quantity] }: ReportRow) => ({
    ...{ first, second },
    ...{ sum: gathered(sum ?? []), quantity: gathered(quantity ?? []) },
  })
  return { rows: told.map(filledFrom), names: table.names }
}
