import { expect, test } from 'vitest'
import { seeded } from '../support/random.ts'
import { MAY_MOUNT, mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { expectStored, laterIn } from './support/adding.ts'
import { SEED, times } from './support/length.ts'
import { beginOn } from './support/on-disk.ts'

const WITHIN = times(5, 30) * 60_000
const FILLED = times(1, 20)
/** Room for what is written in all rounds, besides what fills it. */
const SIZE = `${times(6, 96)}m`
/** Bytes of room that are left, and of what is written then. */
const MOST_LEFT = times(1, 200_000)
const MOST_WRITTEN = 60_000

type OnDisk = Awaited<ReturnType<typeof beginOn<SmallDisk>>>

/** Fills the disk but for so many bytes, and has the device write until the server has said that it takes no more. */
async function fill({ disk, server, device }: OnDisk, left: number, size: number): Promise<void> {
  device.add('before', 10)
  await expect.poll(device.isSaved).toBe(true)
  const said = server.log.length
  const isTold = () => laterIn({ log: server.log.slice(said) })
  disk.leave(left)
  for (let i = 0; i < 60 && !isTold(); i++) {
    device.add(`while full ${i}`, size)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await expect.poll(isTold).toBe(true)
}

test.runIf(MAY_MOUNT)(
  `J2: a full disk, ${FILLED} times, refuses for now; once it is freed the device goes on by itself, and nothing is gone (seed ${SEED})`,
  { timeout: WITHIN },
  async () => {
    const random = seeded(SEED)
    await using all = await beginOn(mountSmallDisk(SIZE))
    const { disk, server, device } = all
    for (let filled = 0; filled < FILLED; filled++) {
      await fill(all, Math.floor(random() * MOST_LEFT), MOST_WRITTEN / 2 + Math.floor((random() * MOST_WRITTEN) / 2))
      expect(device.isSaved()).toBe(false)
      expect(await all.health()).toBe(503)
      device.add('unsaved and more', 10)
      expect(device.refused).toEqual([])
      disk.free()
      await expect.poll(device.isSaved, { timeout: 60_000 }).toBe(true)
      await expect.poll(all.health).toBe(200)
    }
    await server.stop()
    await expectStored(disk.path, device.ids)
  },
)

test.runIf(MAY_MOUNT)(
  'J2: nobody writes to a server whose disk was full: once it is freed it is well again by itself',
  async () => {
    await using all = await beginOn(mountSmallDisk(SIZE))
    await fill(all, 0, MOST_WRITTEN)
    all.device.close()
    expect(await all.health()).toBe(503)
    all.disk.free()
    await expect.poll(all.health).toBe(200)
  },
)
