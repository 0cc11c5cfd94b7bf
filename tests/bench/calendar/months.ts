import { Temporal } from 'temporal-polyfill'
import { Directory } from '../../../client/data/queries/directory.ts'
import { calendarRecords } from '../../../shared/calendar/collections.ts'
import type { InCalendar } from '../../../shared/calendar/slots/slot.ts'
import { COLLECTIONS } from '../../../shared/collections.ts'
import { collectionsOf, columnsOf } from '../../../shared/columns/columns.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'

export const MONTHS = 36
export const PER_MONTH = 2_000
/** Records that are repeated each week, from the first month on. */
export const SERIES = 40
const CUSTOMERS = 300
const PEOPLE = 12
const ZONE = 'Europe/Moscow'
const FIRST = Temporal.ZonedDateTime.from({ year: 2024, month: 1, day: 1, timeZone: ZONE })
const HOUR = 3_600_000
/** Of so many records one is a job that is due on a day. */
const DUE = 8
/** Hours of work of the days of a month in which its records are. */
const [DAYS, HOURS] = [28, 9]

/** A record that stands in the calendar once. */
export interface Dated {
  readonly collection: InCalendar
  readonly row: Row<Collection>
  readonly start: number
  readonly end: number
  readonly customer: string
}

const idOf = (key: string) => derivedId('common', FIRST.epochMilliseconds, 'bench', key)
const customerOf = (n: number) => idOf(`customer ${n % CUSTOMERS}`)

/** When a month begins, ms; the first is 0. */
export function monthFrom(month: number): number {
  return FIRST.add({ months: month }).epochMilliseconds
}

/** Half are records of the calendar, the others events and jobs. */
export function dated(month: number): readonly Dated[] {
  return Array.from({ length: PER_MONTH }, (_, n) => {
    const day = Math.floor((n * DAYS) / PER_MONTH)
    const start = monthFrom(month) + day * 24 * HOUR + (9 + (n % HOURS)) * HOUR
    return datedAt(`${month} ${n}`, n, start)
  })
}

function datedAt(key: string, n: number, start: number): Dated {
  const collection: InCalendar = n % 2 === 0 ? 'calendarRecords' : n % 4 === 1 ? 'events' : 'jobs'
  const [end, customer, person] = [start + HOUR, customerOf(n), `person-${n % PEOPLE}`]
  const isDue = n % DUE === 3
  const when = isDue ? { due: new Date(start).toISOString().slice(0, 10) } : { start, end }
  const values = { subject: `Замер кухни ${n}`, ...when, customer, responsible: person, performer: person }
  return { collection, row: rowOf(COLLECTIONS[collection], idOf(key), values), start, end, customer }
}

function seriesOf(n: number): Row<Collection> {
  const start = monthFrom(0) + (n % 7) * 24 * HOUR + 10 * HOUR
  const values = { subject: `Планерка ${n}`, start, end: start + HOUR, repeat: 'FREQ=WEEKLY', responsible: 'person-0' }
  return rowOf(calendarRecords, idOf(`series ${n}`), values)
}

/** A company's directory with these records, all in documents that are not open. */
export function directoryOf(months: readonly (readonly Dated[])[]): Directory {
  const directory = new Directory(null, () => monthFrom(MONTHS))
  const customers = Array.from({ length: CUSTOMERS }, (_, n) =>
    changeOf('customers', rowOf(COLLECTIONS.customers, customerOf(n), { name: `Ромашка ${n}` })),
  )
  directory.take([...customers, changeOf('company', rowOf(COLLECTIONS.company, 'company', { zone: ZONE }))])
  const series = Array.from({ length: SERIES }, (_, n) => seriesOf(n))
  for (const [month, all] of months.entries()) {
    const rows = Map.groupBy(all, ({ collection }) => collection)
    const own = (name: string) => (rows.get(name as InCalendar) ?? []).map(({ row }) => row)
    const more = (name: string) => (month === 0 && name === calendarRecords.name ? series : [])
    directory.stand(
      columnsOf(collectionsOf('events'), ({ name }) => [...own(name), ...more(name)]),
      true,
    )
  }
  return directory
}

/** A record of a month is put off by a few minutes. */
export function moved({ collection, row, start, end }: Dated, minutes: number): Change {
  const later = { start: start + minutes * 60_000, end: end + minutes * 60_000 }
  return changeOf(collection, Object.assign(structuredClone(row), later))
}

function changeOf(name: InCalendar | 'customers' | 'company', after: Row<Collection>): Change {
  return { collection: COLLECTIONS[name], id: after.id, before: null, after: after as Change['after'], origin: 'bench' }
}

/** A row with these values and no others. */
function rowOf({ fields, lists, since }: Collection, id: string, values: object): Row<Collection> {
  const made = { madeAt: FIRST.epochMilliseconds, madeBy: 'bench', changedAt: FIRST.epochMilliseconds }
  const known = Object.entries(values).filter(([name]) => name in fields)
  return {
    ...Object.fromEntries(Object.keys(fields).map((name) => [name, null])),
    ...Object.fromEntries(Object.keys(lists).map((name) => [name, []])),
    ...{ id, gone: false, goneAt: null, goneBy: null, newer: false, tags: [], ...made },
    ...(since.length > 0 && { since: {} }),
    ...Object.fromEntries(known),
  } as unknown as Row<Collection>
}

/** How many of these records, and of the series, stand in the calendar of a month at least. */
export const LEAST = PER_MONTH + SERIES * 4
