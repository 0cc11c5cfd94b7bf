import type { CalendarQuery } from '../../client/data/queries/calendar/query.ts'
import { CalendarSlots } from '../../client/data/queries/calendar/slots.ts'
import { IN_CALENDAR } from '../../shared/calendar/slots/slot.ts'
import { dated, directoryOf, LEAST, MONTHS, monthFrom, moved, PER_MONTH, SERIES } from './calendar/months.ts'
import { databaseOf, IN_SPAN } from './calendar/peer.ts'
import { type BenchResult, below, median, milliseconds, quantile, times } from './result.ts'

export const name = 'Calendar'

const RUNS = 45
const WARM = 5
/** The month that is looked at. */
const SHOWN = MONTHS - 2

/** A month of the calendar among three years of them, beside SQLite in memory with an index by time. */
export async function run(): Promise<BenchResult> {
  const months = Array.from({ length: MONTHS }, (_, month) => dated(month))
  const directory = directoryOf(months)
  const slots = new CalendarSlots(directory)
  const [made = 0] = times(1, () => slots.answer(query(SHOWN)))
  if (slots.answer(query(SHOWN)).slots.length < LEAST) throw new Error('The month lacks records')
  const database = databaseOf(months.flat())
  const sql = database.prepare(IN_SPAN)
  const [ours, theirs] = [[], []] as [number[], number[]]
  for (let n = 0; n < RUNS; n++) {
    ours.push(...times(1, () => slots.answer(query(SHOWN))))
    theirs.push(...times(1, () => sql.all(monthFrom(SHOWN), monthFrom(SHOWN + 1))))
  }
  const others = times(RUNS, (n) => slots.answer(query(n % MONTHS)))
  const changed = times(200, (n) => {
    slots.take(directory.take((months[SHOWN] ?? []).slice(n, n + 1).map((one) => moved(one, n))))
    slots.answer(query(SHOWN))
  })
  database.close()
  const [month, peer] = [ours.slice(WARM), median(theirs.slice(WARM))]
  return {
    about: ABOUT,
    figures: [
      { what: 'asked first: all records put in order of time, and the month', value: milliseconds(made) },
      below(`the month again, median (SQLite ${milliseconds(peer)})`, median(month), 'ms', 50),
      { what: 'the same, longest of these', value: milliseconds(quantile(month, 1)) },
      { what: 'other months, median', value: milliseconds(median(others)) },
      below('one record is put off, until it stands so in the month, median', median(changed), 'ms', 50),
      { what: 'the same, 99th percentile', value: milliseconds(quantile(changed, 0.99)) },
    ],
  }
}

const ABOUT = `${MONTHS} months with ${PER_MONTH} records each, half of them of the calendar, the others events and jobs, and ${SERIES} series of each
week from the first month on, in documents that stand from columns: what the data worker does for the month of everybody, in Node.
SQLite in memory has the records in one table with an index by time and joins the customers' names; it has no series.`

function query(month: number): CalendarQuery {
  return { what: 'calendar', from: monthFrom(month), to: monthFrom(month + 1), who: null, of: IN_CALENDAR }
}
