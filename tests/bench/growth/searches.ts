import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { ALL_OF_THE_TRAIL, queryOf, type TrailPage, type TrailSearch } from '../../../shared/trail/search.ts'
import { startServer } from '../../support/server.ts'
import { type BenchFigure, milliseconds, quantile } from '../result.ts'
import type { Size } from './folder.ts'
import { Visitor } from './visitor.ts'

const TIMES = 40
const PAGE = 100
const LINES = 'SELECT * FROM audit'
const NEWEST = `ORDER BY at DESC, rowid DESC LIMIT ${PAGE}`

/** A search as the screen asks for it, and a plain statement that finds the same. */
interface Asked {
  readonly what: string
  search(i: number): Partial<TrailSearch>
  readonly plain?: { readonly sql: string; readonly given: (i: number) => string }
}

/** The audit trail, searched. */
export async function searches(size: Size, data: string): Promise<BenchFigure[]> {
  const database = new Database(join(data, 'voronka.sqlite'), { readonly: true })
  const rows = Number(database.prepare('SELECT max(rowid) FROM audit').pluck().get())
  const server = await startServer({ data, args: ['--host', '127.0.0.1'] })
  try {
    const visitor = await Visitor.signIn(server.url)
    const title = `${rows.toLocaleString('en')} lines of the trail (${size.orders.toLocaleString('en')} orders)`
    const figures: BenchFigure[] = []
    for (const { what, search, plain } of askedOf(database)) {
      const times = await timesOf((i) => find(visitor, { ...ALL_OF_THE_TRAIL, ...search(i) }))
      figures.push({ what: `${title}, ${what}: p50, p95`, value: shown(times) })
      if (!plain) continue
      const statement = database.prepare<[string]>(plain.sql)
      const others = await timesOf(async (i) => statement.all(plain.given(i)))
      figures.push({ what: `${title}, ${what}, by a plain statement: p50, p95`, value: shown(others) })
    }
    return figures
  } finally {
    database.close()
    await server.close()
  }
}

function askedOf(database: Database.Database): Asked[] {
  const orders = database
    .prepare<[number], string>(`SELECT record FROM audit WHERE collection = 'orders' AND path = '' LIMIT ?`)
    .pluck()
    .all(TIMES * 7)
  const order = (i: number) => orders[i * 7] ?? ''
  const plain = (condition: string, given: (i: number) => string) => ({
    sql: `${LINES} WHERE ${condition} ${NEWEST}`,
    given,
  })
  const person = (i: number) => `user-BENCH${'ABC'[i % 3]}`
  const number = (i: number) => String(1000 + 37 * i)
  return [
    { what: 'the newest', search: () => ({}) },
    { what: 'by person', search: (i) => ({ user: person(i) }), plain: plain('user = ?', person) },
    {
      what: 'by order',
      search: (i) => ({ collection: 'orders', record: order(i) }),
      plain: plain('record = ?', order),
    },
    {
      what: 'by a word that few have',
      search: (i) => ({ text: number(i) }),
      plain: plain('value LIKE ?', (i) => `%${number(i)}%`),
    },
    {
      what: 'by a word that most have',
      search: () => ({ text: 'telephone' }),
      plain: plain('value LIKE ?', () => '%telephone%'),
    },
    { what: 'by person and a word that few have', search: (i) => ({ user: person(i), text: number(i) }) },
    { what: 'by person and field', search: (i) => ({ user: person(i), field: 'shipment' }) },
  ]
}

/** All that a page is asked for until it is full or everything was looked through, as the screen does. */
async function find({ browser }: Visitor, search: TrailSearch): Promise<void> {
  let [found, next]: [number, string | null] = [0, null]
  do {
    const { status, body } = await browser.get(`/api/trail?${queryOf(search, next)}`)
    if (status !== 200) throw new Error(`The trail was not searched: ${status} ${JSON.stringify(body)}`)
    const page = body as unknown as TrailPage
    found += page.rows.length
    next = page.next
  } while (next !== null && found < PAGE)
}

async function timesOf(act: (i: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < TIMES; i++) {
    const began = performance.now()
    await act(i)
    times.push(performance.now() - began)
    // A plain statement holds the thread up: a line that the server has ended meanwhile must be seen to be at its end.
    await turn()
  }
  return times
}

function shown(times: readonly number[]): string {
  return `${milliseconds(quantile(times, 0.5))}, ${milliseconds(quantile(times, 0.95))}`
}
