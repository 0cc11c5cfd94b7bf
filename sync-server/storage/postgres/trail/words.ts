import { parseJson } from '../../../../shared/records/declarations/value.ts'
import { beforeOf, pathsAround } from '../../../trail/telling.ts'
import { wordsOfValues } from '../../../trail/words.ts'
import type { AuditRow } from '../../storage.ts'
import { type Asked, inTransaction, type Pool } from '../pool.ts'
import { standingOf } from './trails.ts'

type Line = AuditRow & { readonly row: number }

/** So much of a word is looked for: the database takes no longer ones. */
const LONGEST = 200

/** A word as it stands in a text vector. */
export function lexemeOf(word: string): string {
  return word.slice(0, LONGEST)
}

/** Writes the words of at most so many further lines of the trail; gives whether there are more. */
export async function indexTrail(pool: Pool, limit: number): Promise<boolean> {
  return await inTransaction(pool, 'BEGIN', async (client) => {
    const indexed = await client.query<{ upto: number }>('SELECT upto FROM trail_indexed FOR UPDATE')
    const { rows: lines } = await client.query<Line>(
      'SELECT row, collection, record, path, stamp, value FROM audit WHERE row > $1 ORDER BY row LIMIT $2',
      [indexed.rows[0]?.upto ?? 0, limit],
    )
    for (const line of lines) {
      const words = await wordsOf(client, line)
      await client.query('INSERT INTO trail_words VALUES ($1, array_to_tsvector($2::text[]))', [line.row, words])
    }
    const last = lines.at(-1)
    if (last) await client.query('UPDATE trail_indexed SET upto = $1', [last.row])
    return lines.length === limit
  })
}

async function wordsOf(client: Asked, line: Line): Promise<string[]> {
  const before = beforeOf(line, await standingOf(client, line, pathsAround(line.path), line.stamp))
  const words = wordsOfValues([parseJson(line.value) ?? null, before])
  return words === '' ? [] : words.split(' ').map(lexemeOf)
}
