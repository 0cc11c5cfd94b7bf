import type Database from 'better-sqlite3'
import type { EffectAct } from '../../../shared/effects/ledger.ts'
import { decide, type Effect } from '../effects/ledger.ts'
import { EFFECT_COLUMNS, type EffectStore, type EffectsStanding, isStronger } from '../effects/store.ts'

/** The tables `effects` and `effect_tokens`. */
export function effectTable(database: Database.Database): EffectStore {
  const columns = EFFECT_COLUMNS.join(', ')
  const lastToken = database.prepare<[], number>('SELECT last FROM effect_tokens').pluck()
  const noteToken = database.prepare('UPDATE effect_tokens SET last = max(last, ?)')
  const one = database.prepare<[string], Effect>(`SELECT ${columns} FROM effects WHERE key = ?`)
  const put = database.prepare<Effect>(
    `INSERT OR REPLACE INTO effects (${columns}) VALUES (${EFFECT_COLUMNS.map((name) => `@${name}`).join(', ')})`,
  )
  const standing = database.prepare<[], EffectsStanding>(
    'SELECT state, count(*) AS count, min(at) AS oldest FROM effects GROUP BY state',
  )
  const shrink = database.prepare(
    "UPDATE effects SET outcome = '', holder = '', nonce = '' WHERE state = 'settled' AND at < ? AND holder <> ''",
  )
  const drop = database.prepare(
    `DELETE FROM effects WHERE at < @before
     AND (state = 'free' OR state = 'held' AND mode = 'repeat' AND until < @before)`,
  )
  const found = (keys: Iterable<string>) => [...new Set(keys)].flatMap((key) => one.get(key) ?? [])

  const act = database.transaction((acts: readonly EffectAct[], now: number) => {
    const token = lastToken.get() ?? 0
    const decided = decide(acts, found(acts.map(({ key }) => key)), token, now)
    for (const effect of decided.changed) put.run(effect)
    if (decided.token > token) noteToken.run(decided.token)
    return decided.results
  })
  const take = database.transaction((others: readonly Effect[]) => {
    for (const other of others) {
      if (isStronger(other, one.get(other.key))) put.run(other)
      noteToken.run(other.token)
    }
  })
  const forget = database.transaction((before: number) => {
    shrink.run(before)
    drop.run({ before })
  })
  return {
    act: async (acts, now = Date.now()) => act.immediate(acts, now),
    standing: async () => standing.all(),
    forget: async (before) => forget.immediate(before),
    take: async (others) => take.immediate(others),
  }
}
