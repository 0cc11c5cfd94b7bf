import type Database from 'better-sqlite3'
import type { PhoneStore, StoredBridge, StoredCode, StoredPhone } from '../../telephony/phones.ts'

/** The tables `phones`, `phone_codes` and `phone_bridge`. */
export function phoneTables(database: Database.Database): PhoneStore {
  return { ...phonesOf(database), ...codesOf(database), ...bridgesOf(database) }
}

function phonesOf(database: Database.Database): Pick<PhoneStore, 'all' | 'put' | 'see' | 'voidKeys' | 'remove'> {
  const all = database.prepare<[], StoredPhone>('SELECT * FROM phones ORDER BY id')
  const put = database.prepare<StoredPhone>(
    `INSERT INTO phones (id, owner, settings, key, secrets, paired, at, seen)
     VALUES (@id, @owner, @settings, @key, @secrets, @paired, @at, @seen)
     ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, settings = excluded.settings, key = excluded.key,
       secrets = excluded.secrets, paired = excluded.paired, at = excluded.at`,
  )
  const putAll = database.transaction((phones: readonly StoredPhone[]) => {
    for (const phone of phones) put.run(phone)
  })
  const see = database.prepare('UPDATE phones SET seen = max(coalesce(seen, 0), ?) WHERE id = ?')
  const voidKeys = database.prepare("UPDATE phones SET key = 'void' WHERE owner <> ''")
  const remove = database.prepare('DELETE FROM phones WHERE id = ?')
  return {
    all: async () => all.all(),
    put: async (phones) => putAll.immediate(phones),
    see: async (id, at) => {
      see.run(at, id)
    },
    voidKeys: async () => {
      voidKeys.run()
    },
    remove: async (id) => remove.run(id).changes > 0,
  }
}

function codesOf(database: Database.Database): Pick<PhoneStore, 'putCode' | 'takeCode' | 'dropCode'> {
  const dropOver = database.prepare('DELETE FROM phone_codes WHERE until <= ? OR owner = ?')
  const put = database.prepare<StoredCode>(
    `INSERT INTO phone_codes (owner, code, phone, asked, until) VALUES (@owner, @code, @phone, @asked, @until)
     ON CONFLICT DO NOTHING`,
  )
  const putOne = database.transaction((code: StoredCode, now: number) => {
    dropOver.run(now, code.owner)
    return put.run(code).changes > 0
  })
  const take = database.prepare<[string, number], StoredCode>(
    'DELETE FROM phone_codes WHERE code = ? AND until > ? RETURNING owner, code, phone, asked, until',
  )
  const drop = database.prepare('DELETE FROM phone_codes WHERE owner = ?')
  return {
    putCode: async (code, now) => putOne.immediate(code, now),
    takeCode: async (code, now) => take.get(code, now) ?? null,
    dropCode: async (owner) => {
      drop.run(owner)
    },
  }
}

function bridgesOf(database: Database.Database): Pick<PhoneStore, 'bridges' | 'putBridge'> {
  const all = database.prepare<[], StoredBridge>('SELECT machine, url FROM phone_bridge ORDER BY machine')
  const put = database.prepare<StoredBridge>(
    'INSERT OR REPLACE INTO phone_bridge (machine, url) VALUES (@machine, @url)',
  )
  return {
    bridges: async () => all.all(),
    putBridge: async (bridge) => {
      put.run(bridge)
    },
  }
}
