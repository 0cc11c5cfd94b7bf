import type { AuditRow, Retelling } from '../../storage.ts'
import type { Asked, Pool } from '../pool.ts'

type Line = AuditRow & { readonly row: number }

/** Puts other values into lines of the trail; gives how many were changed. */
export async function retellTrail(asked: Asked, { records, retell }: Retelling): Promise<number> {
  let changed = 0
  for (const { collection, record } of records) {
    const { rows } = await asked.query<Line>(
      'SELECT row, collection, record, path, stamp, value FROM audit WHERE collection = $1 AND record = $2',
      [collection, record],
    )
    for (const line of rows.filter((one) => retell(one) !== one.value)) {
      await asked.query('UPDATE audit SET value = $1 WHERE row = $2', [retell(line), line.row])
      changed += 1
    }
  }
  return changed
}

/** Forgets the words of the trail, to be made anew, and lets the room of what was taken out be used again. */
export async function scrub(pool: Pool): Promise<void> {
  await pool.query('TRUNCATE trail_words')
  await pool.query('UPDATE trail_indexed SET upto = 0')
  for (const table of ['documents', 'journal', 'audit']) await pool.query(`VACUUM ${table}`)
}
