import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SHARED = join(import.meta.dirname, '../../../shared')
/** By these no record is read. */
const BESIDE = /\.test\.ts$|(^|[\\/])(testing|simulation|locales|demo)[\\/]/

/**
 * What makes columns: a stamp over the sources by which records are read. The client's build bears it, too, and takes
 * columns of no other maker (shared/columns/SPEC.md C11).
 */
export function makerStamp(): string {
  const files = readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !BESIDE.test(path))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
  const hash = createHash('sha256')
  for (const path of files)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(SHARED, path)))
      .update('\0')
  return hash.digest('hex').slice(0, 32)
}
