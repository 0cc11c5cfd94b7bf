import { timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { keyIn } from '../keeping/key-file.ts'

/** Where the key of this machine's own processes stands in the data folder. */
const SERVICE_KEY_FILE = 'service.key'

/** The key by which agents and the command line prove that they run on this machine; made at first use. */
export function readServiceKey(folder: string): string {
  return keyIn(join(folder, SERVICE_KEY_FILE))
}

/** Whether two keys are the same, in a time that tells nothing about them. */
export function isSameKey(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
