import type Database from 'better-sqlite3'
import { TOKEN_LEAP } from '../effects/store.ts'
import type { Restoration } from '../storage.ts'

/** More than any journal grows by between a backup and its restoring. */
const LEAP = 1_000_000_000

/** The table `restorations`, and what follows from it for the journal's numbers. */
export function restorationTable(database: Database.Database) {
  const note = database.prepare<[number, number]>('INSERT OR REPLACE INTO restorations VALUES (?, ?)')
  const all = database.prepare<[], Restoration>('SELECT at, backup FROM restorations ORDER BY at DESC')
  const leap = database.prepare("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'journal'")
  const begin = database.prepare("INSERT INTO sqlite_sequence VALUES ('journal', ?)")
  const leapTokens = database.prepare('UPDATE effect_tokens SET last = last + ?')
  const add = database.transaction(({ at, backup }: Restoration) => {
    note.run(at, backup)
    if (leap.run(LEAP).changes === 0) begin.run(LEAP)
    leapTokens.run(TOKEN_LEAP)
  })
  return { add: (restoration: Restoration) => add.immediate(restoration), all: () => all.all() }
}
