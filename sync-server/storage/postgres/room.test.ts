import { expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '../../../tests/support/databases/postgres.ts'
import { MAY_MOUNT, mountSmallDisk } from '../../../tests/support/small-disk.ts'
import { edit } from '../testing/edit.ts'
import { openPostgres } from './open.ts'

/** What PostgreSQL says where the disk is full. */
const DISK_FULL = { code: '53100' }

test.runIf(MAY_MOUNT)(
  'J2: a database proves itself only where an edit has room, and nothing is left of that',
  async () => {
    const disk = mountSmallDisk('256m')
    onTestFinished(() => disk.unmount())
    const postgres = await startPostgres({ on: disk.path })
    onTestFinished(() => postgres.close())
    const url = await postgres.create()
    const storage = await openPostgres(url)
    onTestFinished(() => storage.close())
    const tables = () => postgres.ask(url, "SELECT relname FROM pg_class WHERE relkind = 'r' ORDER BY relname")
    await edit(storage, 100_000)
    const before = await tables()
    await storage.prove()
    expect(await tables()).toEqual(before)
    for (const room of [0, 100_000, 500_000]) {
      disk.leave(room)
      await expect(storage.prove(), `${room}`).rejects.toMatchObject(DISK_FULL)
    }
    disk.leave(0)
    await expect(edit(storage, 500_000)).rejects.toMatchObject(DISK_FULL)
    await expect(storage.prove()).rejects.toMatchObject(DISK_FULL)
    disk.free()
    await storage.prove()
    await edit(storage, 500_000)
    expect(await tables()).toEqual(before)
  },
)
