import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openSiteDatabase, SITE_FILE } from './database.ts'

interface Waiting {
  readonly at: number
  readonly same: string | null
  readonly deed: string
  /** The form of an order, with the token of its page; null: of what a reader did. */
  readonly form: string | null
  readonly token: string | null
  readonly taken: number | null
}

interface State {
  readonly token: string
  readonly changed: number
  readonly body: string
}

interface Former {
  readonly last: number
  readonly waiting: readonly Waiting[]
  readonly states: readonly State[]
}

/**
 * Takes what waits at a door, and what its pages of orders show, over into another door’s folder that no server runs on, where that does
 * not know it (keeping/SPEC K17); nothing where it cannot be read.
 */
export function takeOver(from: string, into: string): void {
  const former = formerIn(from)
  if (!former) return
  const database = openSiteDatabase(into)
  try {
    database.transaction(() => take(database, former)).immediate()
  } finally {
    database.close()
  }
}

function formerIn(folder: string): Former | null {
  const path = join(folder, SITE_FILE)
  if (!existsSync(path)) return null
  try {
    const database = new Database(path, { readonly: true })
    try {
      return read(database)
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) return null
    throw error
  }
}

function read(database: Database.Database): Former {
  const rows = `SELECT queue.at, same, deed, form, token, taken.at AS taken
    FROM queue LEFT JOIN taken ON form = deed ->> '$.order.id' ORDER BY queue.number`
  return {
    last: lastIn(database),
    waiting: database.prepare<[], Waiting>(rows).all(),
    states: database.prepare<[], State>('SELECT token, changed, body FROM states').all(),
  }
}

function take(database: Database.Database, { last, waiting, states }: Former): void {
  const isKnown = database.prepare(
    'SELECT 1 FROM taken WHERE form = @form UNION ALL SELECT 1 FROM queue WHERE at = @at AND deed = @deed',
  )
  const put = database.prepare('INSERT INTO queue (number, at, same, deed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const putTaken = database.prepare('INSERT INTO taken (form, token, at, number) VALUES (?, ?, ?, ?)')
  // Numbers are given once, by whichever of the two.
  let number = Math.max(last, lastIn(database))
  for (const { at, same, deed, form, token, taken } of waiting) {
    if (isKnown.get({ form, at, deed }) !== undefined) continue
    put.run(++number, at, same, deed)
    if (form !== null) putTaken.run(form, token, taken, number)
  }
  const putState = database.prepare(
    'INSERT INTO states (token, changed, body) VALUES (@token, @changed, @body) ON CONFLICT (token) DO NOTHING',
  )
  for (const state of states) putState.run(state)
}

/** The last number that was given. */
function lastIn(database: Database.Database): number {
  return database.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'queue'").pluck().get() ?? 0
}
