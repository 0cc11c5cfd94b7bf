import { hkdfSync } from 'node:crypto'
import { join } from 'node:path'
import { keyIn } from '../keeping/key-file.ts'

/** In the door's folder: what the agent shows. */
export const KEY_FILE = 'door.key'

/** What a door's keys are for: each is another one, and none tells another. */
export type KeyUse = 'links' | 'forms' | 'orders'

/** The key that the agent shows to the door of a folder; made at first use. */
export function doorKeyIn(folder: string): string {
  return keyIn(join(folder, KEY_FILE))
}

/** A key that follows from the door's: who has that one needs no other (SPEC ST2). */
export function derivedKey(key: string, use: KeyUse): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', `voronka door ${use}`, 32))
}
