import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startServer } from './server.ts'

describe('a server for tests', () => {
  test('listens on a port of its own and keeps port and data over kill, restart and stop', async () => {
    await using server = await startServer()
    const { port, data } = server
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await server.kill()
    expect(server.running).toBe(false)
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
    await server.restart()
    expect([server.port, server.data]).toEqual([port, data])
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await server.stop()
    expect(server.running).toBe(false)
    await server.close()
    expect(existsSync(data)).toBe(false)
  })

  test('a data folder that was given stays, and two servers do not meet', async () => {
    const data = await mkdtemp(join(tmpdir(), 'voronka-given-'))
    const [one, other] = await Promise.all([startServer({ data }), startServer()])
    expect(one.port).not.toBe(other.port)
    await Promise.all([one.close(), other.close()])
    expect(existsSync(data)).toBe(true)
    await rm(data, { recursive: true })
  })

  test('a server that cannot start is reported with what it printed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'voronka-file-'))
    const file = join(folder, 'not-a-folder')
    await writeFile(file, '')
    await expect(startServer({ data: file })).rejects.toThrow(/ended \(\d+\) before it listened\n./)
    await rm(folder, { recursive: true })
  })
})
