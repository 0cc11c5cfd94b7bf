import { expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '../../../tests/support/databases/postgres.ts'
import { openPool } from './pool.ts'

test('J25: a connection that breaks while somebody has borrowed it fails his query, and ends nobody', async () => {
  const postgres = await startPostgres()
  onTestFinished(() => postgres.close())
  const pool = openPool(await postgres.create())
  // The accounts' library borrows so, and listens to nothing.
  const borrowed = await pool.connect()
  const asked = borrowed.query('SELECT pg_sleep(60)').then(
    () => 'answered',
    () => 'failed',
  )
  const gone = new Promise<void>((resolve) => borrowed.once('end', resolve))
  await postgres.kill()
  await gone
  expect(await asked).toBe('failed')
  borrowed.release(true)
  await postgres.restart()
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})
