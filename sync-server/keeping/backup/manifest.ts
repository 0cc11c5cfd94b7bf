import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { Failure } from '../../../shared/errors.ts'
import { isCode, sumOf, sync } from '../disk.ts'

const MANIFEST = 'manifest.json'
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What a backup says of itself. Times are ms since 1970. */
const manifest = v.object({
  /** The form of backups; 1. */
  form: v.literal(1),
  made: count,
  /** The program that made it, and the schema of its storage. */
  program: v.string(),
  schema: count,
  company: v.string(),
  counts: v.object({ documents: count, journal: count, audit: count, replicas: count, accounts: count }),
  /** Its files, by their path in it. */
  files: v.array(v.object({ path: v.string(), bytes: count, sha256: v.string() })),
  /** Documents that did not stand as they were written when it was made. */
  damaged: v.array(v.string()),
})
export type Manifest = v.InferOutput<typeof manifest>

/** A backup that is whole. */
export interface Backup extends Manifest {
  readonly folder: string
}

export type KeptFile = Manifest['files'][number]

/** Writes a backup's manifest, the last of its files. */
export function writeManifest(folder: string, made: Manifest): void {
  const path = join(folder, MANIFEST)
  writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  sync(path)
}

/** Reads a backup's manifest. Failures: backup-missing where there is none, backup-damaged where it is no manifest. */
export function readManifest(folder: string): Manifest {
  const { success, output } = v.safeParse(manifest, parsed(folder))
  if (!success) throw new Failure('backup-damaged', { backup: folder, file: MANIFEST })
  return output
}

/** Checks that each of a backup's files is there as it was made. Failure backup-damaged with the first that is not. */
export function checkFiles(folder: string, { files }: Manifest): void {
  for (const { path, sha256 } of files) {
    if (standingSum(join(folder, path)) !== sha256) throw new Failure('backup-damaged', { backup: folder, file: path })
  }
}

/** A file of a backup, as its manifest names it. */
export function keptFile(folder: string, path: string): KeptFile {
  return { path, ...sumOf(join(folder, path)) }
}

function parsed(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'))
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) {
      throw new Failure('backup-missing', { folder }, { cause: error })
    }
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function standingSum(path: string): string | null {
  try {
    return sumOf(path).sha256
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}
