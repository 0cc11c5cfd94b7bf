import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { ALL_OF_THE_TRAIL, type TrailSearch } from '../../../../shared/trail/search.ts'
import { seeded } from '../../../../tests/support/random.ts'
import { MIGRATIONS } from '../../schema.ts'
import type { TrailPlace } from '../../storage.ts'
import { planOf, trailSearch } from './search.ts'
import { trails } from './trails.ts'
import { trailWords } from './words.ts'

function opened() {
  const database = new Database(':memory:')
  for (const migration of MIGRATIONS) database.exec(migration)
  return database
}

type Filled = { readonly row: number; readonly at: number } & Record<
  'user' | 'replica' | 'collection' | 'record' | 'path' | 'value',
  string
>

/** A trail of so many lines, its clock put back now and then. */
function fill(database: Database.Database, random: () => number, count: number): Filled[] {
  const add = database.prepare(
    'INSERT INTO audit (rowid, journal, document, collection, record, path, user, replica, at, stamp, value) VALUES (@row, @row, @document, @collection, @record, @path, @user, @replica, @at, @stamp, @value)',
  )
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T
  return Array.from({ length: count }, (_, i) => {
    const user = pick(['anna', 'boris'])
    const line = {
      ...{ row: i + 1, at: 1000 + Math.floor(i / 3) - (i % 50 === 0 ? 20 : 0), user, document: 'c/customers/common' },
      replica: `${user}${pick([1, 2])}`,
      collection: pick(['customers', 'orders']),
      record: pick(['r1', 'r2', 'r3']),
      path: pick(['note', 'lines/a', 'lines/a/price', 'linesman', '']),
      stamp: `0mi1c2k3l${(i + 36 ** 2).toString(36)}AAAA`,
    }
    const word = pick(['дверь', 'Окно', 'замер'])
    const value = JSON.stringify(line.path === '' ? { note: word } : word)
    add.run({ ...line, value })
    return { ...line, value }
  })
}

function fits(line: Filled, search: TrailSearch, text: (line: Filled) => boolean): boolean {
  const { field, from, to } = search
  const isField =
    field === null ||
    line.path === field ||
    line.path.startsWith(`${field}/`) ||
    (line.path === '' && field in JSON.parse(line.value))
  const same = (['user', 'replica', 'collection', 'record'] as const).every(
    (one) => search[one] === null || search[one] === line[one],
  )
  return same && isField && line.at >= (from ?? 0) && line.at < (to ?? Infinity) && text(line)
}

test.each([1, 2, 3])('T5: step by step a search finds what looking at every line would (seed %i)', (seed) => {
  const random = seeded(seed)
  const database = opened()
  const lines = fill(database, random, 400)
  const search = trailSearch(database)
  const maybe = <T>(value: T) => (random() < 0.4 ? value : null)
  for (let i = 0; i < 60; i++) {
    const asked: TrailSearch = {
      user: maybe('anna'),
      replica: maybe('anna1'),
      collection: 'orders',
      record: maybe('r2'),
      field: maybe(random() < 0.5 ? 'lines' : 'note'),
      from: maybe(1020),
      to: maybe(1090),
      text: '',
    }
    const one = random() < 0.5 ? asked : { ...asked, collection: null, record: null }
    const all: number[] = []
    let next: TrailPlace | null = null
    do {
      const step = search(one, next, 1 + Math.floor(random() * 20))
      all.push(...step.entries.map(({ row }) => row))
      next = step.next
    } while (next)
    const whole = lines.filter((line) => fits(line, one, () => true)).sort((a, b) => b.at - a.at || b.row - a.row)
    expect(all, JSON.stringify(one)).toEqual(whole.map(({ row }) => row))
  }
  database.close()
})

test('T5: words are found once they are indexed, and each line is indexed once', () => {
  const database = opened()
  const lines = fill(database, seeded(4), 300)
  const words = trailWords(database, trails(database).standing)
  let steps = 0
  while (words.index(70)) steps++
  expect(steps).toBe(4)
  const search = trailSearch(database)
  const { entries } = search({ ...ALL_OF_THE_TRAIL, text: 'окн' }, null, 1000)
  const after = lines.filter(({ value }) => value.includes('Окно')).map(({ row }) => row)
  const found = new Set(entries.map(({ row }) => row))
  expect(after.every((row) => found.has(row))).toBe(true)
  expect(found.size, 'those after it, and those before which it stood').toBeGreaterThan(after.length)
  expect(search({ ...ALL_OF_THE_TRAIL, text: 'кно' }, null, 1000).entries).toEqual([])
  database.close()
})

const SEARCHES: readonly Partial<TrailSearch>[] = [
  {},
  { user: 'u' },
  { replica: 'r' },
  { collection: 'orders' },
  { collection: 'orders', field: 'note' },
  { user: 'u', collection: 'orders', from: 5, to: 9 },
  { text: 'word' },
  { text: 'word', user: 'u' },
]

test.each(SEARCHES)('T5: %j goes by an index, and sorts nothing but what it gives', (search) => {
  const database = opened()
  const { lines, end } = planOf({ ...ALL_OF_THE_TRAIL, ...search })
  for (const sql of [lines, end]) {
    const asked = { ...ALL_OF_THE_TRAIL, from: 0, to: 1, last: 1, row: 1, place: 1, words: '"w"*', step: 5, limit: 5 }
    const plan = database.prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(asked)
    const scans = plan.filter(({ detail }) => /^SCAN (?!s$|trail_words VIRTUAL|\(subquery)/.test(detail))
    expect(scans, JSON.stringify(plan)).toEqual([])
    const details = plan.map(({ detail }) => detail).join('\n')
    expect(details).toMatch(
      /SEARCH audit USING COVERING INDEX audit_by_\w+ \(|SCAN trail_words VIRTUAL TABLE INDEX \d+:M/,
    )
    if (sql === end) expect(details).not.toContain('TEMP B-TREE')
  }
  database.close()
})
