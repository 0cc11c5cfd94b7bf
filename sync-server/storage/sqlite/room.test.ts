import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { MAY_FAIL, MAY_MOUNT, mountFailingDisk, mountSmallDisk } from '../../../tests/support/small-disk.ts'
import { edit } from '../testing/edit.ts'
import { STORAGE_FILE } from './database.ts'
import { openStorage } from './open.ts'
import { PROBE, proveRoom } from './room.ts'

const MEBIBYTE = 1024 * 1024

test.runIf(MAY_MOUNT)('J2: storage proves itself only where an edit has room, and leaves nothing behind', async () => {
  const disk = mountSmallDisk('8m')
  onTestFinished(() => disk.unmount())
  const storage = await openStorage(join(disk.path, 'data'))
  await edit(storage, 100_000)
  await storage.prove()
  for (const room of [0, 100_000, MEBIBYTE - 4096]) {
    disk.leave(room)
    await expect(storage.prove(), `${room}`).rejects.toMatchObject({ code: 'ENOSPC' })
  }
  // The file of writes, read back to its beginning, has room for a small one: that alone would prove nothing.
  const other = new Database(join(disk.path, 'data', STORAGE_FILE))
  other.pragma('wal_checkpoint(RESTART)')
  other.close()
  disk.leave(0)
  await edit(storage, 10)
  await expect(storage.prove()).rejects.toMatchObject({ code: 'ENOSPC' })
  disk.leave(MEBIBYTE + 65_536)
  await storage.prove()
  await edit(storage, 500_000)
  expect(readdirSync(join(disk.path, 'data'))).not.toContain(PROBE)
  await storage.close()
})

test.runIf(MAY_FAIL)('J2: on a disk that takes no writes any more storage proves nothing', async () => {
  const disk = mountFailingDisk(16 * MEBIBYTE)
  onTestFinished(() => disk.unmount())
  const storage = await openStorage(join(disk.path, 'data'))
  await storage.prove()
  disk.fail()
  await expect(storage.prove()).rejects.toMatchObject({ code: 'EROFS' })
  expect(() => proveRoom(disk.path)).toThrow('EROFS')
  await storage.close()
})
