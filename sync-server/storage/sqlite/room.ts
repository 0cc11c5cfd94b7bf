import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ROOM } from '../room.ts'

/** In a data folder, for a moment: what shows that there is room. */
export const PROBE = 'server.probe'

/**
 * Writes into a folder, to the disk, what an edit there would take, and removes it. The disk's error where it does not
 * take that.
 */
export function proveRoom(folder: string): void {
  const path = join(folder, PROBE)
  const file = openSync(path, 'w', 0o600)
  try {
    for (let written = 0; written < ROOM; ) written += writeSync(file, Buffer.alloc(ROOM - written))
    fsyncSync(file)
  } finally {
    closeSync(file)
    rmSync(path)
  }
}
