import { Temporal } from 'temporal-polyfill'
import { people } from '../../../../shared/company/collections.ts'
import { USUAL_WEEK } from '../../../../shared/company/hours.ts'
import { jobs } from '../../../../shared/jobs/collections.ts'
import { portionsOf } from '../../../../shared/jobs/load.ts'
import { loadColumns, loadTable } from '../../../../shared/jobs/load-table.ts'
import { sortedByName } from '../../../../shared/lists/by-name.ts'
import type { Directory } from '../directory.ts'
import type { LoadAnswer, LoadQuery, NamedLoad } from './query.ts'

/** The load of everybody who works here, by name; what nobody is to do comes last. */
export function loadOf(directory: Directory, { unit, from, count }: LoadQuery): LoadAnswer {
  const { today, zone } = directory.around()
  const columns = loadColumns(from ?? today, unit, count)
  const hoursOn = (_: string | null, day: string) => workedOn(day)
  const working = [...directory.all(people)].filter(({ gone }) => !gone).map(({ id }) => id)
  const rows = loadTable(portionsOf(directory.all(jobs), { today, zone, hoursOn }), working, columns, { hoursOn })
  const named = rows.map((row): NamedLoad => ({ ...row, name: directory.name('people', row.id) }))
  const [known, nobody] = [named.filter(({ id }) => id !== null), named.filter(({ id }) => id === null)]
  return { what: 'load', columns, rows: [...sortedByName(known, ({ name }) => name ?? ''), ...nobody] }
}

/** Thousandths of an hour. */
function workedOn(day: string): number {
  const hours = USUAL_WEEK[Temporal.PlainDate.from(day).dayOfWeek - 1]
  return hours ? Math.round(((hours.to - hours.from) * 1_000) / 60) : 0
}
