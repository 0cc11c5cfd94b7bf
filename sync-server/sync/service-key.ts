import { randomBytes, timingSafeEqual } from 'node:crypto'
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sync } from '../keeping/disk.ts'

/** Where the key of this machine's own processes stands in the data folder. */
const SERVICE_KEY_FILE = 'service.key'

/** The key by which agents and the command line prove that they run on this machine; made at first use. */
export function readServiceKey(folder: string): string {
  const path = join(folder, SERVICE_KEY_FILE)
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
  makeKey(path)
  return readFileSync(path, 'utf8').trim()
}

/** Whether two keys are the same, in a time that tells nothing about them. */
export function isSameKey(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
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

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
