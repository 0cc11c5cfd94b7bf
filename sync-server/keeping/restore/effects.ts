import { join } from 'node:path'
import { Failure } from '../../../shared/errors.ts'
import type { Effect } from '../../storage/effects/ledger.ts'
import { EFFECT_COLUMNS } from '../../storage/effects/store.ts'
import { openStorage } from '../../storage/sqlite/open.ts'
import { RESTORING } from '../backup/copy.ts'
import { openForReading } from '../reading.ts'

/** So many are taken over at once. */
const AT_ONCE = 10_000

/**
 * What a company’s ledger has in a data folder, and in what a restore that was broken off there has prepared (effects/SPEC
 * LG12); nothing where they cannot be read, or another company’s stands there.
 */
export function effectsIn(data: string, company: string): Effect[] {
  return [data, join(data, RESTORING)].flatMap((folder) => {
    try {
      return effectsOf(folder, company)
    } catch (error) {
      if (error instanceof Failure) return []
      throw error
    }
  })
}

/** Takes them into the ledger of a folder that no server runs on. */
export async function takeEffects(folder: string, effects: readonly Effect[]): Promise<void> {
  if (effects.length === 0) return
  const storage = await openStorage(folder)
  try {
    for (let i = 0; i < effects.length; i += AT_ONCE) await storage.effects.take(effects.slice(i, i + AT_ONCE))
  } finally {
    await storage.close()
  }
}

/** A folder of an earlier program has no ledger. */
function effectsOf(folder: string, company: string): Effect[] {
  const { database, close } = openForReading(folder)
  try {
    const isThere = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'effects'").get() !== undefined
    if (!isThere || database.prepare('SELECT id FROM company').pluck().get() !== company) return []
    return database.prepare<[], Effect>(`SELECT ${EFFECT_COLUMNS.join(', ')} FROM effects`).all()
  } finally {
    close()
  }
}
