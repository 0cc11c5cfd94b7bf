import { expect, test } from 'vitest'
import { MAY_FAIL, mountFailingDisk } from '../support/small-disk.ts'
import { expectStored, laterIn } from './support/adding.ts'
import { times } from './support/length.ts'
import { beginOn } from './support/on-disk.ts'

const MEBIBYTE = 1024 * 1024
const FAILURES = times(1, 10)
const WITHIN = times(5, 30) * 60_000

test.runIf(MAY_FAIL)(
  `J2: the disk becomes read-only under the server (${FAILURES} times): it refuses for now and says so; begun again on a whole disk it gets all that devices hold, and nothing that was saved is gone`,
  { timeout: WITHIN },
  async () => {
    await using all = await beginOn(mountFailingDisk(48 * MEBIBYTE))
    const { disk, server, device } = all
    for (let failure = 0; failure < FAILURES; failure++) {
      device.add(`before ${failure}`, 1000)
      await expect.poll(device.isSaved).toBe(true)
      const said = server.log.length
      disk.fail()
      device.add(`while it fails ${failure}`, 1000)
      await expect.poll(() => laterIn({ log: server.log.slice(said) })).toBe(true)
      expect(device.isSaved()).toBe(false)
      expect(await all.health()).toBe(503)
      await server.kill()
      disk.mend()
      await server.restart()
      await expect.poll(device.isSaved, { timeout: 60_000 }).toBe(true)
      expect(device.refused).toEqual([])
    }
    await server.stop()
    await expectStored(disk.path, device.ids)
  },
)
