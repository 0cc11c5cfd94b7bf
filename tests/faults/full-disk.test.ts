import { expect, test } from 'vitest'
import { MAY_MOUNT, mountSmallDisk } from '../support/small-disk.ts'
import { expectStored, laterIn } from './support/adding.ts'
import { beginOn } from './support/on-disk.ts'

/** A server whose disk is full, and which has said so to a device. */
async function beginFull() {
  const all = await beginOn(mountSmallDisk('6m'))
  const { disk, server, device } = all
  device.add('before', 10)
  await expect.poll(device.isSaved).toBe(true)
  disk.leave(0)
  for (let i = 0; i < 60 && !laterIn(server); i++) {
    device.add(`while full ${i}`, 60_000)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await expect.poll(() => laterIn(server)).toBe(true)
  return all
}

test.runIf(MAY_MOUNT)(
  'J2: a full disk refuses for now; once it is freed the device goes on by itself, and nothing is gone',
  async () => {
    await using all = await beginFull()
    const { disk, server, device } = all
    expect(device.isSaved()).toBe(false)
    expect(await all.health()).toBe(503)
    device.add('unsaved and more', 10)
    expect(device.refused).toEqual([])

    disk.free()
    await expect.poll(device.isSaved, { timeout: 60_000 }).toBe(true)
    await expect.poll(all.health).toBe(200)
    await server.stop()
    await expectStored(disk.path, device.ids)
  },
)

test.runIf(MAY_MOUNT)(
  'J2: nobody writes to a server whose disk was full: once it is freed it is well again by itself',
  async () => {
    await using all = await beginFull()
    all.device.close()
    expect(await all.health()).toBe(503)
    all.disk.free()
    await expect.poll(all.health).toBe(200)
  },
)
