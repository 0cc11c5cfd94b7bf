import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Failure } from '../../../shared/errors.ts'
import { files } from '../../../shared/files/collections.ts'
import { isHash } from '../../../shared/files/hash.ts'
import { letters, ownLetters } from '../../../shared/letters/collections.ts'
import { bytesOf } from '../../../shared/letters/hashes.ts'
import { messages } from '../../../shared/messages/collections.ts'
import { BLOBS } from '../../files/blobs.ts'
import { openForReading, rowsIn, type StoredCopy } from '../reading.ts'

/** A blob stands for so long, ms, before it may go: a device that was away may still bring a record that names it. */
const STANDS = 30 * 24 * 3600_000

/** Bytes in a data folder that stand under their hash. */
export interface Blob {
  readonly hash: string
  readonly path: string
  readonly size: number
  /** Since when they stand here, however old they are: what was put here from elsewhere is new. Ms since 1970. */
  readonly since: number
}

/** The blobs of a data folder by what they are to its records. */
export interface Looked {
  /** Some record names them, be it a removed one. */
  readonly named: readonly Blob[]
  /** No record names them, and they are not here for long. */
  readonly young: readonly Blob[]
  /** No record names them, and they may go. */
  readonly old: readonly Blob[]
}

/**
 * Looks through the blobs of a data folder at `now`, whether a server runs or not. `records`: the folder of the company's
 * documents, where that is another one. Failures: file-missing, data-damaged; document-damaged where a document does not
 * load, since it may name any of them.
 */
export function lookForUnnamed(data: string, now: number, records = data): Looked {
  const names = namesIn(records)
  const blobs = blobsIn(join(data, BLOBS))
  const unnamed = blobs.filter(({ hash }) => !names.has(hash))
  const isOld = ({ since }: Blob) => since < now - STANDS
  return {
    named: blobs.filter(({ hash }) => names.has(hash)),
    young: unnamed.filter((blob) => !isOld(blob)),
    old: unnamed.filter(isOld),
  }
}

/** The hashes that records name: of files and of their previews, of all that letters consist of, of what is still to be put into Sent. */
function namesIn(folder: string): Set<string> {
  const reading = openForReading(folder)
  const names = new Set<string>()
  try {
    for (const { name: document, copy } of reading.documents()) {
      if (copy === null) throw new Failure('document-damaged', { document })
      for (const one of namedIn(copy)) names.add(one)
    }
  } finally {
    reading.close()
  }
  return names
}

function namedIn(copy: StoredCopy): readonly string[] {
  const ofFiles = rowsIn(copy, files).flatMap(({ hash, preview }) => [hash, preview].filter((one) => one !== null))
  const ofLetters = [...rowsIn(copy, letters), ...rowsIn(copy, ownLetters)].flatMap(bytesOf)
  const ofMessages = rowsIn(copy, messages).flatMap(({ raw }) => raw ?? [])
  return [...ofFiles, ...ofLetters.map(({ hash }) => hash), ...ofMessages]
}

function blobsIn(folder: string): Blob[] {
  if (!existsSync(folder)) return []
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => isHash(basename(path)))
  return paths.map((path) => {
    const { size, ctimeMs } = statSync(join(folder, path))
    return { hash: basename(path), path: join(folder, path), size, since: ctimeMs }
  })
}
