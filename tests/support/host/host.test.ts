import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Host } from './host.ts'

let host: Host
let folders: string[]
beforeEach(() => {
  host = new Host()
  folders = []
})
afterEach(async () => {
  await host.end()
  for (const folder of folders) await rm(folder, { recursive: true })
})

async function folder(): Promise<string> {
  const fresh = await mkdtemp(join(tmpdir(), 'voronka-hosted-'))
  folders.push(fresh)
  return fresh
}

const processOf = (data: string) => existsSync(join(data, 'server.json'))
const health = async (url: string) => (await fetch(`${url}/healthz`)).status

test('one server after the other, each of its own folder, port and company; of one that is closed nothing is left', async () => {
  const [first, second] = [await folder(), await folder()]
  const one = await host.serve(first)
  const code = one.setUpCode
  expect([await health(one.url), code]).toEqual([200, expect.stringMatching(/\d/)])
  await one.close()
  expect([one.running, processOf(first)]).toEqual([false, false])
  await expect(fetch(`${one.url}/healthz`)).rejects.toThrow()
  const other = await host.serve(second)
  expect(await health(other.url)).toBe(200)
  expect(other.setUpCode).not.toBe(code)
  expect(other.log.join()).toContain('listening')
  expect(other.log.join()).not.toContain(first)
})

test('a server that is killed or stopped takes its process along, and begins again on its port and data', async () => {
  const data = await folder()
  const server = await host.serve(data)
  const { port } = server
  await server.kill()
  expect([server.running, processOf(data)]).toEqual([false, true])
  await server.restart()
  expect([server.port, await health(server.url)]).toEqual([port, 200])
  await server.stop()
  expect([server.running, processOf(data)]).toEqual([false, false])
  await server.restart()
  expect(await health(server.url)).toBe(200)
})

test('a server that cannot begin is told with what it said, and the next one begins', async () => {
  await expect(host.serve('/dev/null/nowhere')).rejects.toThrow('ENOTDIR')
  const server = await host.serve(await folder())
  expect(await health(server.url)).toBe(200)
})
