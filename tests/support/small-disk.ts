import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** A disk of our own takes the rights to mount one. */
export const MAY_MOUNT = process.getuid?.() === 0 && process.platform === 'linux'

/** One that fails takes a disk made of a file, too. */
export const MAY_FAIL = MAY_MOUNT && existsSync('/dev/loop-control')

/** A disk in memory that is soon full. */
export interface SmallDisk {
  readonly path: string
  /** Fills it but for so many bytes, in a file `filler` of its own; wholly, where others write to it meanwhile. */
  leave(bytes: number): void
  /** Takes away what fills it. */
  free(): void
  /** Whoever still uses it keeps it until he ends. */
  unmount(): void
}

/** `size` as tmpfs takes it: `32m`. */
export function mountSmallDisk(size: string): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'voronka-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path])
  const filler = join(path, 'filler')
  const free = () => rmSync(filler, { force: true })
  return {
    path,
    free,
    leave(bytes) {
      free()
      const { bavail, bsize } = statfsSync(path)
      try {
        writeFileSync(filler, Buffer.alloc(bavail * bsize - bytes))
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
    },
    unmount() {
      execFileSync('umount', ['--lazy', path])
      rmSync(path, { recursive: true })
    },
  }
}

/** A disk that fails, as one does whose medium gives out: the system lets nobody write to it any more. */
export interface FailingDisk {
  readonly path: string
  /** It takes no writes any more, from whoever has files of it open neither. */
  fail(): void
  /** Put in again, whole; nobody may use it meanwhile. */
  mend(): void
  unmount(): void
}

export function mountFailingDisk(bytes: number): FailingDisk {
  const path = mkdtempSync(join(tmpdir(), 'voronka-disk-'))
  const image = `${path}.image`
  closeSync(openSync(image, 'w'))
  truncateSync(image, bytes)
  execFileSync('mkfs.ext4', ['-q', '-F', image])
  const mount = () => execFileSync('mount', ['-o', 'loop,errors=remount-ro', image, path])
  mount()
  return {
    path,
    fail() {
      const device = execFileSync('findmnt', ['--noheadings', '--output', 'SOURCE', path]).toString().trim()
      writeFileSync(`/sys/fs/ext4/${basename(device)}/trigger_fs_error`, '1')
    },
    mend() {
      execFileSync('umount', [path])
      mount()
    },
    unmount() {
      execFileSync('umount', ['--lazy', path])
      rmSync(path, { recursive: true })
      rmSync(image)
    },
  }
}
