import { Temporal } from 'temporal-polyfill'
import { daysFrom } from '../time/days.ts'
import type { LoadGround, Portion } from './load.ts'

/** A column of the load: a day, or a week. Plain dates, both included. */
export interface LoadColumn {
  readonly from: string
  readonly to: string
}

/** What stands in a cell, thousandths of an hour. */
export interface LoadCell {
  readonly hours: number
  /** What is worked in its days. */
  readonly capacity: number
  /** The jobs that it is made of, the longest first. */
  readonly jobs: readonly { readonly id: string; readonly hours: number }[]
}

/** A person's load; `id` null: of jobs that nobody is to do. */
export interface LoadRow {
  readonly id: string | null
  /** A cell for each column. */
  readonly cells: readonly LoadCell[]
  /** What falls before the first column, behind the last one, and on no day. */
  readonly before: LoadCell
  readonly later: LoadCell
  readonly undated: LoadCell
}

export const LOAD_UNITS = ['day', 'week'] as const
export type LoadUnit = (typeof LOAD_UNITS)[number]

/** Columns from the week of a day on; weeks begin on Monday. */
export function loadColumns(from: string, unit: LoadUnit, count: number): readonly LoadColumn[] {
  const day = Temporal.PlainDate.from(from)
  const first = unit === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day
  const length = unit === 'week' ? 7 : 1
  return Array.from({ length: count }, (_, at) => {
    const begin = first.add({ days: at * length })
    return { from: begin.toString(), to: begin.add({ days: length - 1 }).toString() }
  })
}

/** Whether more hours stand in a cell than are worked on its days (SPEC Q34). */
export function isOverloaded({ hours, capacity }: LoadCell): boolean {
  return hours > capacity
}

/** The load of these people, and of whoever else has a job, in the columns. Every portion stands in one place of its person's row. */
export function loadTable(
  portions: readonly Portion[],
  people: readonly string[],
  columns: readonly LoadColumn[],
  { hoursOn }: Pick<LoadGround, 'hoursOn'>,
): readonly LoadRow[] {
  const byPerson = Map.groupBy(portions, ({ performer }) => performer)
  const ids = [...new Set<string | null>([...people, ...byPerson.keys()])]
  return ids
    .filter((id) => id !== null || byPerson.has(null))
    .map((id) => rowOf(id, byPerson.get(id) ?? [], columns, hoursOn))
}

function rowOf(
  id: string | null,
  portions: readonly Portion[],
  columns: readonly LoadColumn[],
  hoursOn: LoadGround['hoursOn'],
): LoadRow {
  const [first, last] = [columns[0], columns.at(-1)]
  const within = ({ from, to }: LoadColumn) => portions.filter(({ day }) => day !== null && day >= from && day <= to)
  const capacity = (column: LoadColumn) =>
    [...daysFrom(column.from, column.to)].reduce((sum, day) => sum + hoursOn(id, day), 0)
  return {
    id,
    cells: columns.map((column) => cellOf(within(column), capacity(column))),
    before: cellOf(portions.filter(({ day }) => day !== null && first !== undefined && day < first.from)),
    later: cellOf(portions.filter(({ day }) => day !== null && last !== undefined && day > last.to)),
    undated: cellOf(portions.filter(({ day }) => day === null)),
  }
}

function cellOf(portions: readonly Portion[], capacity = 0): LoadCell {
  const byJob = new Map<string, number>()
  for (const { job, hours } of portions) byJob.set(job, (byJob.get(job) ?? 0) + hours)
  const jobs = Array.from(byJob, ([id, hours]) => ({ id, hours }))
  jobs.sort((a, b) => b.hours - a.hours || (a.id < b.id ? -1 : 1))
  return { hours: portions.reduce((sum, { hours }) => sum + hours, 0), capacity, jobs }
}
