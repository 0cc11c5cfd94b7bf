import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customers } from '../../shared/customers/collections.ts'
import { erasures } from '../../shared/erasures/collections.ts'
import { type Postgres, startPostgres } from '../../tests/support/databases/postgres.ts'
import { eventually } from '../sync/testing/eventually.ts'
import { startSync } from '../sync/testing/sync-server.ts'
import { eraserOf, MARK, makePerson, traces } from './testing/person.ts'

let database: Postgres
beforeAll(async () => {
  database = await startPostgres()
})
afterAll(() => database.close())

/** All rows of all tables, as text. */
async function dumped(url: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    const texts: string[] = []
    for (const { name } of rows) {
      const found = await client.query<object>(`SELECT * FROM ${name}`)
      for (const row of found.rows)
        for (const value of Object.values(row))
          texts.push(Buffer.isBuffer(value) ? value.toString('utf8') : String(value))
    }
    return texts.join('\n')
  } finally {
    await client.end()
  }
}

test('ER10, ER14: one of two servers over PostgreSQL is asked, the keeper does it, no row has a trace of the person, devices of both are told', async () => {
  const url = await database.create()
  const one = await startSync({ databaseUrl: url })
  const other = await startSync({ databaseUrl: url })
  const erasers = [eraserOf(one, { every: 50 }), eraserOf(other, { every: 50, data: one.folder })] as const
  try {
    expect([one.sync.isKeeper(), other.sync.isKeeper()]).toEqual([true, false])
    const made = await makePerson(one)
    while (await one.storage.indexTrail(1000)) await Promise.resolve()
    const device = await other.device('mira')
    const held = await device.synced('customers/common')
    expect(held.records(customers).get(made.id)?.name).toBe('Жанна-метка')
    expect((await dumped(url)).match(MARK)?.length).toBeGreaterThan(10)
    for (const eraser of erasers) eraser.begin()
    await erasers[1].ask({ person: { is: 'customer', customer: made.id } }, 'заявление № 2', 'olga')
    await eventually(async () => (await one.sync.inSetup(erasures)).map(({ state }) => state)).toEqual(['erased'])
    expect((await dumped(url)).match(MARK)).toBeNull()
    expect(traces(one.folder)).toEqual([])
    const fresh = await (await other.device('max')).synced('customers/common')
    expect(fresh.records(customers).get(made.id)?.name).toBe('Покупатель удален')
  } finally {
    for (const eraser of erasers) await eraser.stop()
    await Promise.all([one.stop(), other.stop()])
  }
})
