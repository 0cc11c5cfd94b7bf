import { people } from '../../../../shared/company/collections.ts'
import type { WorkingTime } from '../../../../shared/company/workdays/workdays.ts'
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
  const working = directory.workingTime()
  const hoursOn = (_: string | null, day: string) => workedOn(working, day)
  const here = [...directory.all(people)].filter(({ gone }) => !gone).map(({ id }) => id)
  const rows = loadTable(portionsOf(directory.all(jobs), { today, zone, hoursOn }), here, columns, { hoursOn })
  const named = rows.map((row): NamedLoad => ({ ...row, name: directory.name('people', row.id) }))
  const [known, nobody] = [named.filter(({ id }) => id !== null), named.filter(({ id }) => id === null)]
  return { what: 'load', columns, rows: [...sortedByName(known, ({ name }) => name ?? ''), ...nobody] }
}

/** Thousandths of an hour that the company works on a day. */
function workedOn({ day }: WorkingTime, date: string): number {
  const { hours } = day(date)
  return hours ? Math.round(((hours.to - hours.from) * 1_000) / 60) : 0
}
