import { once } from 'node:events'
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'
import { MAY_MOUNT, mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { type Adding, beginAdding, expectStored, laterIn } from './support/adding.ts'

let disk: SmallDisk
let server: TestServer
let device: Adding
beforeEach(async () => {
  disk = mountSmallDisk('6m')
  server = await startServer({ data: disk.path, args: ['--host', '127.0.0.1'] })
  device = await beginAdding(server)
})
afterEach(async () => {
  device.close()
  await server.close()
  disk.unmount()
})

test.runIf(MAY_MOUNT)(
  'J2: a full disk refuses for now; once it is freed the device goes on by itself, and nothing is gone',
  async () => {
    device.add('before', 10)
    await expect.poll(device.isSaved).toBe(true)

    await fill(join(disk.path, 'filler'))
    for (let i = 0; i < 60 && !laterIn(server); i++) {
      device.add(`while full ${i}`, 60_000)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await expect.poll(() => laterIn(server)).toBe(true)
    expect(device.isSaved()).toBe(false)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(503)
    device.add('unsaved and more', 10)
    expect(device.refused).toEqual([])

    rmSync(join(disk.path, 'filler'))
    await expect.poll(device.isSaved, { timeout: 60_000 }).toBe(true)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await server.stop()
    await expectStored(disk.path, device.ids)
  },
)

/** Writes until the disk is full. */
async function fill(path: string): Promise<void> {
  const stream = createWriteStream(path)
  const full = once(stream, 'error').catch((error) => [error])
  const write = () => {
    while (!stream.destroyed && stream.write(Buffer.alloc(64 * 1024)));
    if (!stream.destroyed) stream.once('drain', write)
  }
  write()
  const [error] = await full
  expect(error).toMatchObject({ code: 'ENOSPC' })
}
