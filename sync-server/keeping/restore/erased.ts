import { dirname, join, resolve } from 'node:path'
import * as Y from 'yjs'
import { type Erasure, erasures } from '../../../shared/erasures/collections.ts'
import { Failure } from '../../../shared/errors.ts'
import { formatCreation, type JsonObject } from '../../../shared/records/declarations/value.ts'
import { formatKey } from '../../../shared/records/keys/key.ts'
import { Clock } from '../../../shared/records/keys/stamp.ts'
import { openStorage } from '../../storage/sqlite/open.ts'
import { SERVER } from '../../sync/sync.ts'
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
    const document = `${storage.company}/setup`
    const doc = loaded(await storage.load(document))
    const known = new Set([...doc.getMap(erasures.name).keys()].map((key) => key.split(/[/#]/)[0]))
    const missing = erased.filter(({ id }) => !known.has(id))
    if (missing.length === 0) return 0
    const clock = new Clock(SERVER, () => now)
    const before = Y.encodeStateVector(doc)
    const audit = missing.map((one) => {
      const [stamp, values] = [clock.tick(), valuesOf(one)]
      doc.getMap(erasures.name).set(formatKey(one.id, '', SERVER), formatCreation(stamp, erasures.version, values))
      return { collection: erasures.name, record: one.id, path: '', stamp, value: JSON.stringify(values) }
    })
    const update = Y.encodeStateAsUpdate(doc, before)
    await storage.append(
      { rows: [{ document, user: SERVER, replica: SERVER, at: now, update, audit }], numbers: [] },
      () => [],
    )
    return missing.length
  } finally {
    await storage.close()
  }
}

function valuesOf({ subject, by, ground, marks, begun }: Erasure): JsonObject {
  return { subject, by, ground, marks, begun, state: 'askedFor' }
}
