import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestDevice } from '../../client/data/session/testing/test-device.ts'
import type { GivenReplica } from '../../shared/accounts/api.ts'
import { isHash } from '../../shared/files/hash.ts'
import { ARRIVING, BLOBS } from '../../sync-server/files/blobs.ts'
import { Browser } from '../../sync-server/http/testing/browser.ts'
import { eventually } from '../../sync-server/sync/testing/eventually.ts'
import { seeded } from '../support/random.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { SEED, times } from './support/length.ts'

const KILLS = times(3, 60)
const WITHIN = times(5, 60) * 60_000
const MB = 1024 * 1024
/** The device sends in pieces of one. */
const PIECES = 6
const OWNER = { name: 'Olga', email: 'olga@upload.test', password: 'seven green buckets' }
const SETUP = { company: 'Upload', zone: 'Europe/Moscow', currency: 'RUB', language: 'en', demo: false, owner: OWNER }

let server: TestServer
let owner: Browser
let device: TestDevice | undefined
beforeEach(async () => {
  server = await startServer({ args: ['--host', '127.0.0.1'] })
  owner = new Browser(server.url)
  expect((await owner.post('/api/setup', SETUP)).status).toBe(200)
})
afterEach(async () => {
  await device?.end()
  await server.close()
})

async function ownersDevice(): Promise<TestDevice> {
  const { company } = (await owner.post('/api/replica', { label: 'upload' })).body as unknown as GivenReplica
  const { user } = (await owner.get('/api/state')).body.account as { readonly user: string }
  const made = await TestDevice.make({ url: server.url, company }, user, 'owner', { cookie: owner.cookie, maker: '' })
  await made.start()
  await made.saved()
  return made
}

/** The one file of a record. */
async function fileAbout(from: TestDevice, about: string): Promise<string> {
  const answer = await from.ask({ what: 'files', about })
  return (answer.what === 'files' && answer.files[0]?.id) || ''
}

function bytesFrom(random: () => number, length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint32Array.from({ length: length / 4 }, () => random() * 2 ** 32).buffer)
}

/** Resolves when so many bytes of the file that is being sent are on the server. */
function sent(from: TestDevice, about: string, bytes: number): Promise<void> {
  return new Promise((resolve) => {
    const end = from.subscribe({ what: 'files', about }, (answer) => {
      if (answer.what !== 'files' || (answer.files[0]?.sending?.sent ?? 0) < bytes) return
      end()
      resolve()
    })
  })
}

/** Names of the bytes that stand in the data folder, each found to have the hash that it bears; and how many of uploads are there. */
async function standing(): Promise<{ readonly hashes: string[]; readonly arriving: number[] }> {
  const folder = join(server.data, BLOBS)
  const hashes = (await readdir(folder, { recursive: true })).map((path) => path.split('/').at(-1) ?? '').filter(isHash)
  for (const hash of hashes) expect(await sumOf(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash))).toBe(hash)
  const uploads = (await readdir(join(folder, ARRIVING))).filter((name) => !name.endsWith('.json'))
  const arriving = await Promise.all(uploads.map(async (name) => (await stat(join(folder, ARRIVING, name))).size))
  return { hashes, arriving }
}

async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** What anybody gets of the file: null where it is not given. */
async function served(id: string): Promise<Buffer | null> {
  const answer = await fetch(`${server.url}/api/files/${id}`, { headers: { cookie: owner.cookie } })
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null
}

test(`W1, W2: killed ${KILLS} times amid an upload, begun anew: it goes on, arrives whole, and nothing half is served (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  device = await ownersDevice()
  let midway = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const about = `orders/common-${kill}`
    const bytes = bytesFrom(random, PIECES * MB)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const begun = sent(device, about, Math.ceil(random() * (PIECES - 1)) * MB)
    const before = device.line.stats.up
    const rest = { about, preview: null, width: null, height: null, paper: null }
    await device.session.addFile({ ...rest, name: `${kill}.bin`, bytes: new Blob([bytes]) })
    await begun
    await server.kill()
    const id = await fileAbout(device, about)
    const left = await standing()
    if (!left.hashes.includes(hash)) midway += left.arriving.filter((size) => size > 0 && size < bytes.length).length
    await server.restart()
    const given = await served(id)
    if (given) expect(given.equals(bytes)).toBe(true)
    await eventually(() => device?.session.files.unsent()).toEqual([])
    expect((await served(id))?.equals(bytes)).toBe(true)
    expect(await standing()).toEqual({ hashes: expect.arrayContaining([hash]), arriving: [] })
    expect(device.line.stats.up - before, 'it is not sent from its beginning').toBeLessThan((PIECES + 2.5) * MB)
  }
  expect(midway).toBeGreaterThan(KILLS / 2)
})
