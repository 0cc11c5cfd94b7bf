import type { Batch, Complete, NextGeneration, Retelling, Standing, StorageTurn } from '../../storage.ts'
import { insertRows, newsSince, packInto, replaceRows } from '../documents.ts'
import { assignNumbers } from '../numbers.ts'
import { type Asked, inTransaction, type Pool } from '../pool.ts'
import { proveRoom } from '../room.ts'
import { retellTrail } from '../trail/retelling.ts'

/** Where processes are told that there is news; the message is who wrote. */
export const CHANNEL = 'voronka_journal'

/**
 * The turns of all processes, one after the other (SPEC J21): whoever has the pen's row locked has the turn. `self` names
 * this process to those who listen.
 */
export function turns(pool: Pool, self: string) {
  const withPen = <T>(work: (client: Asked, last: number) => Promise<T>) =>
    inTransaction(pool, 'BEGIN', async (client) => {
      const { rows } = await client.query<{ last: number }>('SELECT last FROM pen FOR UPDATE')
      return await work(client, rows[0]?.last ?? 0)
    })

  async function turn<T>(since: number, work: (turn: StorageTurn) => Promise<T>): Promise<T> {
    return await withPen(async (client, last) => {
      const news = last > since ? await newsSince(client, since) : []
      return await work({ last, news, append: (batch, complete) => append(client, last, batch, complete, self) })
    })
  }

  return {
    turn,
    append: (batch: Batch, complete: Complete) =>
      turn(Number.MAX_SAFE_INTEGER, ({ append }) => append(batch, complete)),
    news: (since: number) =>
      inTransaction(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async (client) => {
        const { rows } = await client.query<{ last: number }>('SELECT last FROM pen')
        const last = rows[0]?.last ?? 0
        return { last, news: last > since ? await newsSince(client, since) : [] }
      }),
    prove: () => withPen(proveRoom),
    compact: (document: string, from: Standing, state: Uint8Array) =>
      withPen(async (client) => void (await replaceRows(client, document, from, state))),
    pack: (document: string, from: Standing, next: NextGeneration) =>
      withPen(async (client, last) => {
        const isPacked = await packInto(client, document, from, next, last + 1)
        if (isPacked) await advance(client, last + 1, self)
        return isPacked
      }),
    erase: (document: string, from: Standing, next: NextGeneration, trail: Retelling) =>
      withPen(async (client, last) => {
        if (!(await packInto(client, document, from, next, last + 1))) return null
        const changed = await retellTrail(client, trail)
        await advance(client, last + 1, self)
        return changed
      }),
  }
}

async function append(client: Asked, last: number, batch: Batch, complete: Complete, self: string) {
  const given = await assignNumbers(client, batch.numbers)
  const rows = [...batch.rows, ...complete(given)]
  const numbers = rows.map((_, i) => last + 1 + i)
  if (rows.length === 0) return numbers
  await insertRows(client, rows, last + 1)
  await advance(client, last + rows.length, self)
  return numbers
}

async function advance(client: Asked, last: number, self: string): Promise<void> {
  await client.query('UPDATE pen SET last = $1', [last])
  await client.query('SELECT pg_notify($1, $2)', [CHANNEL, self])
}
