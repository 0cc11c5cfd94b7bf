import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Failure } from '../../../shared/errors.ts'
import { isCode } from '../disk.ts'
import { type Backup, readManifest } from './manifest.ts'

const NAME = /^voronka-\d{8}T\d{6}Z$/

/** The whole backups of a folder, the latest first; none where there is no such folder. What is no backup is passed over. */
export function backupsIn(folder: string): Backup[] {
  return namesIn(folder)
    .filter((name) => NAME.test(name))
    .flatMap((name) => read(join(folder, name)))
    .sort((a, b) => b.made - a.made)
}

function read(folder: string): Backup[] {
  try {
    return [{ ...readManifest(folder), folder: resolve(folder) }]
  } catch (error) {
    if (error instanceof Failure) return []
    throw error
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return []
    throw error
  }
}
