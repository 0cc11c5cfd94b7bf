import { randomName } from '../names.ts'
import type { Replica } from '../storage.ts'
import { type Asked, storable } from './pool.ts'

const SHORTEST = 4
/** How many names of one length are tried before a longer one: so many taken ones in a row mean that it is full. */
const TRIES = 8
const REPLICA = 'SELECT name, "user", label, at FROM replicas'

/** The table `replicas`. */
export function replicaTable(asked: Asked) {
  return {
    async add(user: string, label: string, at: number): Promise<string> {
      // Names that were given after a backup that was restored are not known any more: now they are longer than those.
      const { rows } = await asked.query<{ count: number }>('SELECT count(*) AS count FROM restorations')
      const shortest = SHORTEST + (rows[0]?.count ?? 0)
      for (let tries = 0; ; tries++) {
        const name = randomName(shortest + Math.floor(tries / TRIES))
        const { rowCount } = await asked.query(
          'INSERT INTO replicas VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING',
          [name, user, storable(label), at],
        )
        if (rowCount === 1) return name
      }
    },
    async one(name: string): Promise<Replica | null> {
      const { rows } = await asked.query<Replica>(`${REPLICA} WHERE name = $1`, [storable(name)])
      return rows[0] ?? null
    },
    all: async () => (await asked.query<Replica>(`${REPLICA} ORDER BY at, name`)).rows,
  }
}
