import { join } from 'node:path'
import { STORAGE_FILE } from '../../storage/sqlite/database.ts'
import { checkDatabase } from '../backup/copy.ts'
import { ownFieldsIn } from '../own-fields.ts'
import { openForReading, type Reading } from '../reading.ts'
import { Bytes } from './bytes.ts'
import type { Problem } from './problem.ts'
import { References } from './references.ts'
import { TrailBeside } from './trail.ts'

/** What was looked through, and what is not as it must be. */
export interface Verified {
  readonly documents: number
  readonly records: number
  readonly problems: readonly Problem[]
}

/**
 * Looks a data folder or a backup through (SPEC K11): each document loads, each reference leads to a record, documents
 * and the trail agree, each file’s bytes are those that it names. `data`: the folder that the files stand in, where that is
 * another one. Failures: file-missing, data-damaged for a file that SQLite cannot read.
 */
export function verify(folder: string, data = folder): Verified {
  const reading = openForReading(folder)
  try {
    checkDatabase(join(folder, STORAGE_FILE))
    return look(reading, new Bytes(data))
  } finally {
    reading.close()
  }
}

function look(reading: Reading, bytes: Bytes): Verified {
  const references = new References(ownFieldsIn(reading))
  const trail = new TrailBeside(reading.database)
  const problems: Problem[] = []
  const damaged = new Set<string>()
  let [documents, records] = [0, 0]
  for (const { name, copy } of reading.documents()) {
    documents++
    if (copy === null) {
      damaged.add(name)
      problems.push({ what: 'damaged', document: name })
      continue
    }
    for (const set of copy.sets) records += references.take(name, set)
    problems.push(...bytes.wrong(copy))
    if (copy.family !== 'shelves') problems.push(...trail.different(copy))
  }
  problems.push(...trail.ofNone(references, damaged))
  // Where a document does not load, what leads into it is not wrong.
  if (damaged.size === 0) problems.push(...astray(reading, references))
  return { documents, records, problems }
}

function astray(reading: Reading, references: References): Problem[] {
  const missing = references.missing()
  if (missing.size === 0) return []
  return [...reading.documents((name) => missing.has(name))].flatMap(({ name, copy }) =>
    (copy?.sets ?? []).flatMap((set) => references.leadingTo(missing.get(name) ?? new Set(), name, set)),
  )
}
