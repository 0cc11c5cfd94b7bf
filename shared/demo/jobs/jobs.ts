import { generateNKeysBetween } from 'fractional-indexing'
import { COMMON } from '../../documents/families.ts'
import { entryId } from '../../importing/planning/ids.ts'
import type { JobState } from '../../jobs/collections.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { derivedId } from '../../records/keys/id.ts'
import type { DemoCommand } from '../command.ts'
import { Calendar } from '../month/calendar.ts'
import type { DemoWords } from '../process.ts'
import type { WorkerId } from '../staff.ts'

const HOUR = 3_600_000
/** Jobs of one day are made after each other: so they stand apart. */
const APART = 60_000

interface DemoJob {
  readonly key: keyof DemoWords['jobs']['subjects']
  readonly performer: WorkerId | null
  /** Days from today; null: it has none. */
  readonly due: number | null
  /** Thousandths of an hour. */
  readonly planned?: number
  readonly spent?: number
  readonly state?: JobState
  readonly importance?: 'high' | 'low'
  /** It is for one of the latest orders, counted from the newest. */
  readonly order?: number
  /** The hour of its day at which it stands in the calendar, and for how long. */
  readonly at?: readonly [hour: number, hours: number]
}

/** What the company has to do: some of it late, some today, some for nobody yet. */
const JOBS: readonly DemoJob[] = [
  { key: 'measure', performer: 'lebedev', due: 0, planned: 2_000, order: 1, importance: 'high', at: [11, 2] },
  { key: 'drawing', performer: 'abdulov', due: 2, planned: 6_000, spent: 1_500, state: 'underway', order: 2 },
  { key: 'call', performer: 'sedova', due: 0, planned: 500, order: 3 },
  { key: 'photos', performer: 'sedova', due: 3, planned: 4_000, spent: 2_250, state: 'underway' },
  { key: 'prices', performer: 'sedova', due: -1, planned: 3_000, importance: 'high' },
  { key: 'delivery', performer: 'vederkin', due: 1, planned: 1_500, order: 4, at: [15, 1.5] },
  { key: 'fitting', performer: 'lebedev', due: 1, planned: 9_000, order: 5, importance: 'high', at: [9, 9] },
  { key: 'claim', performer: 'abdulov', due: -2, planned: 1_000, order: 6, importance: 'high' },
  { key: 'samples', performer: 'nikolaev', due: 4, planned: 2_000 },
  { key: 'worktop', performer: 'kuzmin', due: 2, planned: 14_000, spent: 5_000, state: 'underway', order: 7 },
  { key: 'facades', performer: 'kuzmin', due: 3, planned: 18_000, order: 8 },
  { key: 'site', performer: 'sokolova', due: 6, planned: 5_000 },
  { key: 'shelf', performer: null, due: 5, planned: 3_000, order: 9 },
  { key: 'stock', performer: null, due: null, planned: 4_000, importance: 'low' },
  { key: 'debts', performer: 'gromova', due: 0, planned: 1_000 },
  { key: 'contract', performer: 'abdulov', due: -3, planned: 1_000, spent: 1_250, state: 'done', order: 10 },
  { key: 'fair', performer: 'sokolova', due: -5, planned: 8_000, spent: 7_500, state: 'done' },
  { key: 'banner', performer: 'sokolova', due: -6, planned: 2_000, state: 'calledOff' },
]

/** The jobs of the demo company; `orders` are the commands that make its orders. The same day gives the same ids. */
export function jobCommands(now: number, words: DemoWords, orders: readonly DemoCommand[]): DemoCommand[] {
  const calendar = new Calendar(now)
  const latest = orders
    .flatMap(({ command, args }) => (command === 'createRecord' ? [args] : []))
    .filter(({ collection }) => collection === 'orders')
  return JOBS.map((job, i) => {
    const made = calendar.dayAgo(1) + i * APART
    const id = derivedId(COMMON, made, 'demo', `jobs\u0000${job.key}`)
    const order = job.order === undefined ? undefined : latest.at(-job.order)
    const about = order && { order: order.id, customer: order.values.customer ?? null }
    const values = { ...fieldsOf(job, calendar, words), ...about, ...stepsOf(id, job, words), ...spentOf(id, job) }
    return { command: 'createRecord', args: { collection: 'jobs', id, values }, person: 'sedova', at: made }
  })
}

function fieldsOf(
  { key, performer, due, planned, state, importance, at }: DemoJob,
  calendar: Calendar,
  words: DemoWords,
) {
  const { subjects } = words.jobs
  const start = at && calendar.dayAgo(-(due ?? 0)) + at[0] * HOUR
  return {
    subject: subjects[key],
    performer,
    ...(due !== null && { due: calendar.dateAhead(due) }),
    ...(planned !== undefined && { planned }),
    ...(state && { state }),
    ...(importance && { importance }),
    ...(at && start !== undefined && { start, end: start + at[1] * HOUR }),
  }
}

function stepsOf(id: string, { key }: DemoJob, { jobs }: DemoWords): JsonObject {
  const steps: readonly string[] = (jobs.steps as { readonly [key in DemoJob['key']]?: readonly string[] })[key] ?? []
  const places = generateNKeysBetween(null, null, steps.length)
  const entries = steps.map((text, i) => [entryId(id, 'steps', i), { text, done: i === 0, place: places[i] ?? null }])
  return entries.length === 0 ? {} : { steps: Object.fromEntries(entries) as JsonObject }
}

function spentOf(id: string, { performer, spent }: DemoJob): JsonObject {
  if (spent === undefined) return {}
  return { spent: { [entryId(id, 'spent', 0)]: { person: performer, hours: spent, place: 'a0' } } }
}
