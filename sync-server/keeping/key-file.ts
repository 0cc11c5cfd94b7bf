import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isCode, sync } from './disk.ts'

/** The key of 32 bytes that a file of a data folder holds, as base64url; made at first use. */
export function keyIn(path: string): string {
  const standing = standingKeyIn(path)
  if (standing !== null) return standing
  makeKey(path)
  return readFileSync(path, 'utf8').trim()
}

/** The key that a file holds; null where nobody has made it. */
export function standingKeyIn(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Written whole under another name and linked: of two processes that make it at once one wins, none reads half of it. */
function makeKey(path: string): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
    // A power cut must not take it back: who goes on with the key that he has read would be nobody.
    sync(dirname(path))
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
}
