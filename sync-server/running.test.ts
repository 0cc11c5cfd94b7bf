import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { announce, announcedAddress } from './running.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-running-'))
})
afterEach(() => rm(folder, { recursive: true }))

test.each([
  ['0.0.0.0', 'http://127.0.0.1:8080'],
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['192.168.1.5', 'http://192.168.1.5:8080'],
  ['::', 'http://127.0.0.1:8080'],
  ['::1', 'http://[::1]:8080'],
])('a server on %s is reached from this machine at %s', (host, address) => {
  announce(folder, { scheme: 'http', host, port: 8080 })
  expect(announcedAddress(folder)).toBe(address)
})

test('a server that stopped, or never ran, is nowhere', () => {
  expect(announcedAddress(folder)).toBeNull()
  announce(folder, { scheme: 'http', host: '127.0.0.1', port: 8080 }).withdraw()
  expect(announcedAddress(folder)).toBeNull()
})

test.each(['', '{', '{"address":"elsewhere","pid":1}', '[]'])('%j says nothing', async (text) => {
  await writeFile(join(folder, 'server.json'), text)
  expect(announcedAddress(folder)).toBeNull()
})
