import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of our own takes the rights to mount one. */
export const MAY_MOUNT = process.getuid?.() === 0 && process.platform === 'linux'

/** A disk in memory that is soon full. */
export interface SmallDisk {
  readonly path: string
  /** Whoever still uses it keeps it until he ends. */
  unmount(): void
}

/** `size` as tmpfs takes it: `32m`. */
export function mountSmallDisk(size: string): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'voronka-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path])
  return {
    path,
    unmount() {
      execFileSync('umount', ['--lazy', path])
      rmSync(path, { recursive: true })
    },
  }
}
