import type Database from 'better-sqlite3'
import { parseJson } from '../../../../shared/records/declarations/value.ts'
import { beforeOf, pathsAround } from '../../../trail/telling.ts'
import { wordsOfValues } from '../../../trail/words.ts'
import type { AuditEntry, AuditedRecord, AuditRow } from '../../storage.ts'

type Line = AuditRow & { readonly row: number }
type Standing = (record: AuditedRecord, paths: Iterable<string>, before: string) => AuditEntry[]

/**
 * The table `trail_words`. It is written behind the journal, not with it, so that nobody waits for it: a search takes up
 * what is missing first.
 */
export function trailWords(database: Database.Database, standing: Standing) {
  const upto = database.prepare<[], number>('SELECT upto FROM trail_indexed').pluck()
  const lines = database.prepare<[number, number], Line>(
    `SELECT rowid AS row, collection, record, path, stamp, value FROM audit WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  )
  const add = database.prepare('INSERT INTO trail_words (rowid, words) VALUES (?, ?)')
  const advance = database.prepare('UPDATE trail_indexed SET upto = ?')
  const wordsOf = (line: Line) => {
    const before = beforeOf(line, standing(line, pathsAround(line.path), line.stamp))
    return wordsOfValues([parseJson(line.value) ?? null, before])
  }
  const index = database.transaction((limit: number) => {
    const found = lines.all(upto.get() ?? 0, limit)
    for (const line of found) add.run(line.row, wordsOf(line))
    const last = found.at(-1)
    if (last) advance.run(last.row)
    return found.length === limit
  })
  return { index: (limit: number) => index.immediate(limit) }
}
