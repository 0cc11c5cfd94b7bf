import { expect, onTestFinished, test } from 'vitest'
import { seeded } from '../support/random.ts'
import { MAY_MOUNT, mountSmallDisk } from '../support/small-disk.ts'
import { laterIn } from './support/adding.ts'
import { SEED, times } from './support/length.ts'
import { Several } from './support/several.ts'
import { alike, allSaved, healthIs, startAll, stopAll, toldMore } from './support/together.ts'

const WITHIN = times(5, 30) * 60_000
const FILLED = times(1, 10)
/** Bytes of room that are left on the disk. */
const MOST_LEFT = 64 * 1024

/** What the database itself would free (dead rows, earlier files of its log) it keeps: there is room when the test makes some. */
async function keepRoom({ postgres, url }: Several): Promise<void> {
  for (const setting of ['autovacuum = off', "checkpoint_timeout = '1d'"])
    await postgres.tamper(url, `ALTER SYSTEM SET ${setting}`)
  await postgres.tamper(url, 'SELECT pg_reload_conf()')
}

test.runIf(MAY_MOUNT)(
  `J2, J25: the disk of PostgreSQL is full, ${FILLED} times: both servers refuse for now and say so; once there is room all goes on by itself, and nothing is gone (seed ${SEED})`,
  { timeout: WITHIN },
  async () => {
    const random = seeded(SEED)
    const disk = mountSmallDisk('512m')
    onTestFinished(() => disk.unmount())
    const several = await Several.start(disk.path)
    onTestFinished(() => several.close())
    await keepRoom(several)
    const devices = await several.writers(2, random)
    const writers = devices.map(({ writer }) => writer)
    for (let filled = 0; filled < FILLED; filled++) {
      startAll(writers)
      await toldMore(writers, 10)
      const said = several.servers.map(({ log }) => log.length)
      disk.leave(Math.floor(random() * MOST_LEFT))
      await healthIs(several, 503)
      for (const [i, { log }] of several.servers.entries())
        await expect.poll(() => laterIn({ log: log.slice(said[i]) })).toBe(true)
      stopAll(writers)
      disk.free()
      await healthIs(several, 200)
      // What was refused for now is brought again by a device that attaches the document anew, as the program does.
      for (const { device, writer } of devices) await device.again(writer.held)
      await allSaved(writers)
      await alike(several, writers, 30_000)
    }
  },
)
