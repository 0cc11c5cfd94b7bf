import type Database from 'better-sqlite3'
import { randomName } from '../names.ts'
import type { Replica } from '../storage.ts'

const SHORTEST = 4
/** How many names of one length are tried before a longer one: so many taken ones in a row mean that it is full. */
const TRIES = 8

/** The table `replicas`. */
export function replicaTable(database: Database.Database) {
  const add = database.prepare<[string, string, string, number]>(
    'INSERT INTO replicas VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const one = database.prepare<[string], Replica>('SELECT name, user, label, at FROM replicas WHERE name = ?')
  const all = database.prepare<[], Replica>('SELECT name, user, label, at FROM replicas ORDER BY at, name')

  const restorations = database.prepare<[], number>('SELECT count(*) FROM restorations').pluck()

  return {
    add(user: string, label: string, at: number): string {
      // Names that were given after the backup are not known any more: after a restore they are longer than those.
      const shortest = SHORTEST + (restorations.get() ?? 0)
      for (let tries = 0; ; tries++) {
        const name = randomName(shortest + Math.floor(tries / TRIES))
        if (add.run(name, user, label, at).changes === 1) return name
      }
    },
    one: (name: string) => one.get(name) ?? null,
    all: () => all.all(),
  }
}
