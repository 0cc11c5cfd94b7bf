import { decide, type Effect } from '../effects/ledger.ts'
import { EFFECT_COLUMNS, type EffectStore, type EffectsStanding, isStronger } from '../effects/store.ts'
import { type Asked, inTransaction, type Pool, storable } from './pool.ts'

const COLUMNS = EFFECT_COLUMNS.join(', ')
const TYPES = ['text', 'bigint', 'text', 'text', 'bigint', 'text', 'text', 'text', 'bigint'] as const

interface Turn {
  /** The last token that was given. */
  readonly last: number
  /** The database’s clock. */
  readonly now: number
}

/** The tables `effects` and `effect_tokens`: who has the row of the latter locked has the turn. */
export function effectTable(pool: Pool): EffectStore {
  const inTurn = <T>(work: (client: Asked, turn: Turn) => Promise<T>) =>
    inTransaction(pool, 'BEGIN', async (client) => {
      // What stands in the list is worked out once the row is locked.
      const { rows } = await client.query<Turn>(
        `SELECT last, (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now
         FROM (SELECT last FROM effect_tokens FOR UPDATE) AS locked`,
      )
      return await work(client, rows[0] ?? { last: 0, now: 0 })
    })

  return {
    act: (acts, at) =>
      inTurn(async (client, { last, now }) => {
        const kept = acts.map(storableAct)
        const keys = kept.map(({ key }) => key)
        const { results, changed, token } = decide(kept, await found(client, keys), last, at ?? now)
        await put(client, changed)
        if (token > last) await noteToken(client, token)
        return results
      }),
    standing: async () =>
      (
        await pool.query<EffectsStanding>(
          'SELECT state, count(*) AS count, min(at) AS oldest FROM effects GROUP BY state ORDER BY state',
        )
      ).rows,
    forget: (before) =>
      inTurn(async (client) => {
        await client.query(
          `UPDATE effects SET outcome = '', holder = '', nonce = ''
           WHERE state = 'settled' AND at < $1 AND holder <> ''`,
          [before],
        )
        await client.query(
          `DELETE FROM effects WHERE at < $1
           AND (state = 'free' OR state = 'held' AND mode = 'repeat' AND until < $1)`,
          [before],
        )
      }),
    take: (others) =>
      inTurn(async (client) => {
        const keys = others.map(({ key }) => key)
        const own = new Map((await found(client, keys)).map((effect) => [effect.key, effect]))
        await put(
          client,
          others.filter((other) => isStronger(other, own.get(other.key))),
        )
        await noteToken(client, Math.max(0, ...others.map(({ token }) => token)))
      }),
  }
}

async function found(client: Asked, keys: readonly string[]): Promise<Effect[]> {
  const { rows } = await client.query<Effect>(`SELECT ${COLUMNS} FROM effects WHERE key = ANY($1)`, [keys])
  return rows
}

async function put(client: Asked, effects: readonly Effect[]): Promise<void> {
  if (effects.length === 0) return
  const lists = TYPES.map((type, i) => `$${i + 1}::${type}[]`).join(', ')
  const rest = EFFECT_COLUMNS.slice(1).map((name) => `${name} = excluded.${name}`)
  await client.query(
    `INSERT INTO effects (${COLUMNS}) SELECT * FROM unnest(${lists})
     ON CONFLICT (key) DO UPDATE SET ${rest.join(', ')}`,
    EFFECT_COLUMNS.map((name) => effects.map((effect) => effect[name])),
  )
}

async function noteToken(client: Asked, token: number): Promise<void> {
  await client.query('UPDATE effect_tokens SET last = greatest(last, $1)', [token])
}

/** Texts of an act as the database takes them. */
function storableAct<T extends object>(act: T): T {
  const texts = Object.entries(act).map(([name, value]) => [name, typeof value === 'string' ? storable(value) : value])
  return Object.fromEntries(texts) as T
}
