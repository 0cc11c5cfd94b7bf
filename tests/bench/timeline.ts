import Database from 'better-sqlite3'
import { Directory } from '../../client/data/queries/directory.ts'
import { LiveTimeline } from '../../client/data/queries/timeline/live-timeline.ts'
import type { TimelineQuery } from '../../client/data/queries/timeline/query.ts'
import { type Columns, collectionsOf, columnsOf } from '../../shared/columns/columns.ts'
import { customers } from '../../shared/customers/collections.ts'
import { type Event, events } from '../../shared/events/collections.ts'
import type { Collection, Row } from '../../shared/records/declarations/collection.ts'
import { derivedId } from '../../shared/records/keys/id.ts'
import type { Change } from '../../shared/records/reading/record-set.ts'
import { type BenchFigure, type BenchResult, below, median, milliseconds, quantile, times } from './result.ts'

export const name = 'Timeline'

const EVENTS = 200_000
const QUARTERS = 20
const OF_ONE = 5_000
const RUNS = 15
const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 27)
const BEGAN = NOW - QUARTERS * 91 * DAY
const idOf = (key: string) => derivedId('common', BEGAN, 'bench', key)
const CUSTOMER = idOf('customer 0')
const QUERY: TimelineQuery = { what: 'timeline', about: `customers/${CUSTOMER}`, kinds: null, from: 0, to: 80 }

/** The timeline of a customer with many entries among those of all others, beside SQLite in memory with an index. */
export async function run(): Promise<BenchResult> {
  const rows = Array.from({ length: EVENTS }, (_, n) => eventOf(n))
  const directory = directoryOf(rows)
  const database = databaseOf(rows)
  const sql = database.prepare(ASKED)
  const theirs = times(RUNS, () => sql.all(CUSTOMER)).slice(3)
  const first = times(RUNS, () => new LiveTimeline(directory, QUERY).answer()).slice(3)
  const live = new LiveTimeline(directory, QUERY)
  if (live.answer().length !== OF_ONE) throw new Error('The timeline lacks entries')
  const added = times(200, (n) => addOne(directory, live, n)).slice(20)
  const scrolled = times(200, (n) => {
    live.ask({ ...QUERY, from: n * 20, to: n * 20 + 80 })
    live.answer()
  })
  database.close()
  return {
    about: ABOUT,
    figures: [
      of('asked first: found, sorted, its newest 80 entries', median(first), median(theirs)),
      { what: 'the same, longest of these', value: milliseconds(quantile(first, 1)) },
      { what: 'one new entry, until it stands in the answer, median', value: milliseconds(median(added)) },
      { what: 'the same, 99th percentile', value: milliseconds(quantile(added, 0.99)) },
      { what: 'another part of it, median', value: milliseconds(median(scrolled)) },
    ],
  }
}

const ABOUT = `${EVENTS} events of ${EVENTS / 100} customers in ${QUARTERS} quarters that stand from columns, ${OF_ONE} of them of one customer: what the data worker does, in Node, with all
documents closed. SQLite in memory has an index on customer and time and gives the newest 80. Ours keeps no index of closed documents: it looks through their bytes once for each timeline that is opened, and keeps the answer from then on.`

const ASKED = 'SELECT * FROM events WHERE customer = ? ORDER BY start DESC LIMIT 80'

function of(what: string, ours: number, theirs: number): BenchFigure {
  return below(`${what} (SQLite ${milliseconds(theirs)})`, ours, 'ms', 100)
}

function eventOf(n: number): Event {
  const isOurs = n % (EVENTS / OF_ONE) === 0
  const madeAt = BEGAN + Math.floor((n / EVENTS) * QUARTERS * 91) * DAY
  return {
    ...{ id: idOf(`event ${n}`), gone: false, goneAt: null, goneBy: null, newer: false },
    ...{ madeAt, madeBy: 'bench', changedAt: madeAt, kind: 'call', direction: 'in', state: 'done', importance: null },
    ...{ subject: `Звонок по кухне ${n}`, text: 'Спросили о сроках и о цене.', start: madeAt, end: madeAt + 600_000 },
    ...{ customer: isOurs ? CUSTOMER : idOf(`customer ${1 + (n % (EVENTS / 100))}`), contact: null, address: null },
    ...{ responsible: null, basis: null, tags: [], participants: [], reminders: [] },
  } as unknown as Event
}

function directoryOf(rows: readonly Event[]): Directory {
  const directory = new Directory(null, () => NOW)
  const customer = { id: CUSTOMER, name: 'Ромашка', gone: false, mergedInto: null, contacts: [], phones: [] }
  directory.take([change(customers, customer as unknown as Row<Collection>)])
  const size = rows.length / QUARTERS
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const part = rows.slice(quarter * size, (quarter + 1) * size) as unknown as Row<Collection>[]
    directory.stand(columnsFor(part), true)
  }
  return directory
}

function columnsFor(rows: readonly Row<Collection>[]): Columns {
  return columnsOf(collectionsOf('events'), (collection) => (collection === (events as Collection) ? rows : []))
}

function change(collection: Collection, after: Row<Collection>): Change {
  return { collection, id: after.id, before: null, after: after as Change['after'], origin: 'bench' }
}

function addOne(directory: Directory, live: LiveTimeline, n: number): void {
  const fresh = { ...eventOf(0), id: idOf(`new ${n}`), start: NOW - n } as unknown as Row<Collection>
  live.take(directory.take([change(events, fresh)]))
  live.answer()
}

function databaseOf(rows: readonly Event[]): Database.Database {
  const database = new Database(':memory:')
  database.exec('CREATE TABLE events (id TEXT PRIMARY KEY, customer TEXT, start INTEGER, subject TEXT, text TEXT)')
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?)')
  database.exec('BEGIN')
  for (const { id, customer, start, subject, text } of rows) insert.run(id, customer, start, subject, text)
  database.exec('COMMIT; CREATE INDEX of_customer ON events (customer, start)')
  return database
}
