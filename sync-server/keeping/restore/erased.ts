import { dirname, join, resolve } from 'node:path'
import { type Erasure, erasures } from '../../../shared/erasures/collections.ts'
import { Failure } from '../../../shared/errors.ts'
import { askedFor } from '../../erasing/asking/asked-for.ts'
import { openStorage } from '../../storage/sqlite/open.ts'
import type { Storage } from '../../storage/storage.ts'
import { loaded } from '../../sync/upkeep/compact.ts'
import { RESTORING } from '../backup/copy.ts'
import { backupsIn } from '../backup/listing.ts'
import { openForReading, rowsIn } from '../reading.ts'

/**
 * Who was erased, as a company's data folder, what a restore that was broken off there has prepared, and the backups beside the one
 * that is restored know it (erasing/SPEC ER13); nothing where they cannot be read, or are another company's.
 */
export function erasedIn(data: string, from: string, company: string): Erasure[] {
  const beside = backupsIn(dirname(resolve(from))).map(({ folder }) => folder)
  const all = [data, join(data, RESTORING), ...beside].flatMap((folder) => erasedOf(folder, company))
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

function erasedOf(folder: string, company: string): readonly Erasure[] {
  try {
    const reading = openForReading(folder)
    try {
      const setup = [...reading.documents((name) => name === `${company}/setup`)]
      return setup.flatMap(({ copy }) => (copy ? rowsIn(copy, erasures) : []))
    } finally {
      reading.close()
    }
  } catch (error) {
    if (error instanceof Failure) return []
    throw error
  }
}

/**
 * Asks for these erasures again in the restored company of a folder that no server runs on, where it does not know them, or had not
 * ended them: the next start does them. Gives how many.
 */
export async function takeErased(folder: string, erased: readonly Erasure[], now: number): Promise<number> {
  if (erased.length === 0) return 0
  const storage = await openStorage(folder)
  try {
    return await askAgain(storage, erased, now)
  } finally {
    await storage.close()
  }
}

async function askAgain(storage: Storage, erased: readonly Erasure[], now: number): Promise<number> {
  const doc = loaded(await storage.load(`${storage.company}/setup`))
  const known = new Set([...doc.getMap(erasures.name).keys()].map((key) => key.split(/[/#]/)[0]))
  const missing = erased.filter(({ id }) => !known.has(id))
  if (missing.length > 0) await askedFor(storage, missing, now)
  return missing.length
}
