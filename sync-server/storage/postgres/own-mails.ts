import type { OwnMailStore, StoredOwnMail } from '../sending.ts'
import type { Asked } from './pool.ts'

const COLUMNS = '"user", settings, sealed, at, refused'

/** The table `own_mails`. */
export function ownMailTable(asked: Asked): OwnMailStore {
  const rows = async (rest: string, values: readonly unknown[] = []) =>
    (await asked.query<StoredOwnMail>(`SELECT ${COLUMNS} FROM own_mails ${rest}`, [...values])).rows
  return {
    all: () => rows('ORDER BY "user"'),
    get: async (user) => (await rows('WHERE "user" = $1', [user]))[0] ?? null,
    put: async ({ user, settings, sealed, at, refused }) => {
      await asked.query(
        `INSERT INTO own_mails (${COLUMNS}) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ("user") DO UPDATE SET settings = excluded.settings, sealed = excluded.sealed,
           at = excluded.at, refused = excluded.refused`,
        [user, settings, sealed, at, refused],
      )
    },
    refuse: async (user, at, refused) => {
      const values = [refused, user, at]
      const { rowCount } = await asked.query('UPDATE own_mails SET refused = $1 WHERE "user" = $2 AND at = $3', values)
      return (rowCount ?? 0) > 0
    },
    remove: async (user) => ((await asked.query('DELETE FROM own_mails WHERE "user" = $1', [user])).rowCount ?? 0) > 0,
  }
}
