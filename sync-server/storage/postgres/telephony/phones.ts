import type { PhoneStore, StoredBridge, StoredCode, StoredPhone } from '../../telephony/phones.ts'
import { inTransaction, type Pool } from '../pool.ts'

const PHONE = 'id, owner, settings, key, secrets, paired, at, seen'
const PUT_PHONE = `INSERT INTO phones (${PHONE}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, settings = excluded.settings, key = excluded.key,
    secrets = excluded.secrets, paired = excluded.paired, at = excluded.at`
const CODE = 'owner, code, phone, asked, until'
const PUT_CODE = `INSERT INTO phone_codes (${CODE}) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`
const TAKE_CODE = `DELETE FROM phone_codes WHERE code = $1 AND until > $2 RETURNING ${CODE}`
const PUT_BRIDGE = `INSERT INTO phone_bridge (machine, url) VALUES ($1, $2)
  ON CONFLICT (machine) DO UPDATE SET url = excluded.url`

/** The tables `phones`, `phone_codes` and `phone_bridge`. */
export function phoneTables(pool: Pool): PhoneStore {
  return { ...phonesOf(pool), ...codesOf(pool), ...bridgesOf(pool) }
}

function phonesOf(pool: Pool): Pick<PhoneStore, 'all' | 'put' | 'see' | 'voidKeys' | 'remove'> {
  return {
    all: async () => (await pool.query<StoredPhone>(`SELECT ${PHONE} FROM phones ORDER BY id`)).rows,
    put: (phones) =>
      inTransaction(pool, 'BEGIN', async (client) => {
        for (const { id, owner, settings, key, secrets, paired, at, seen } of phones)
          await client.query(PUT_PHONE, [id, owner, settings, key, secrets, paired, at, seen])
      }),
    see: async (id, at) => {
      await pool.query('UPDATE phones SET seen = greatest(coalesce(seen, 0), $1) WHERE id = $2', [at, id])
    },
    voidKeys: async () => {
      await pool.query("UPDATE phones SET key = 'void' WHERE owner <> ''")
    },
    remove: async (id) => ((await pool.query('DELETE FROM phones WHERE id = $1', [id])).rowCount ?? 0) > 0,
  }
}

function codesOf(pool: Pool): Pick<PhoneStore, 'putCode' | 'takeCode' | 'dropCode'> {
  return {
    putCode: ({ owner, code, phone, asked, until }, now) =>
      inTransaction(pool, 'BEGIN', async (client) => {
        await client.query('DELETE FROM phone_codes WHERE until <= $1 OR owner = $2', [now, owner])
        return ((await client.query(PUT_CODE, [owner, code, phone, asked, until])).rowCount ?? 0) > 0
      }),
    takeCode: async (code, now) => (await pool.query<StoredCode>(TAKE_CODE, [code, now])).rows[0] ?? null,
    dropCode: async (owner) => {
      await pool.query('DELETE FROM phone_codes WHERE owner = $1', [owner])
    },
  }
}

function bridgesOf(pool: Pool): Pick<PhoneStore, 'bridges' | 'putBridge'> {
  return {
    bridges: async () =>
      (await pool.query<StoredBridge>('SELECT machine, url FROM phone_bridge ORDER BY machine')).rows,
    putBridge: async ({ machine, url }) => {
      await pool.query(PUT_BRIDGE, [machine, url])
    },
  }
}
