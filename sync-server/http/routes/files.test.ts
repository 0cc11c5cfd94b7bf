import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { dirname, join as joined } from 'node:path'
import { parse } from 'content-disposition'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { files } from '../../../shared/files/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { blobPath } from '../../files/blobs.ts'
import type { Browser } from '../testing/browser.ts'
import { FILE_LIMIT, join, SERVICE_KEY, startCompany, type TestServer } from '../testing/server.ts'

const DAY = 24 * 3600_000
const TUS = { 'tus-resumable': '1.0.0' }
const PNG_HEAD = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489000186a049444154',
  'hex',
)
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

let server: TestServer
let owner: Browser
let manager: Browser
let viewer: Browser
beforeAll(async () => {
  const company = await startCompany()
  server = company.server
  owner = company.owner
  manager = await join(server, owner, 'manager')
  viewer = await join(server, owner, 'viewer')
})
afterAll(() => server.close())

/** Bytes that nobody has sent yet, of a picture as far as its type goes. */
function picture(): Buffer {
  return Buffer.concat([PNG_HEAD, randomBytes(100_000)])
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A file's record as its device has written it. */
async function record(
  bytes: Uint8Array,
  more: { readonly [field in 'name' | 'type' | 'hash' | 'preview']?: string } = {},
) {
  const id = newId('common', Date.now())
  const { name = 'замер.png', type = 'image/png', hash = hashOf(bytes), preview = null } = more
  const about = 'orders/common-1'
  await server.author.write((tx) => tx.create(files, id, { about, name, size: bytes.length, type, hash, preview }))
  return id
}

function ask(browser: Browser, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(server.url + path, { ...init, headers: { ...init.headers, cookie: browser.cookie } })
}

async function begin(browser: Browser, length: number): Promise<string> {
  const answer = await ask(browser, '/api/uploads', {
    method: 'POST',
    headers: { ...TUS, 'upload-length': `${length}` },
  })
  expect([answer.status, await answer.text()]).toEqual([201, ''])
  return answer.headers.get('location') ?? ''
}

async function offsetOf(browser: Browser, upload: string): Promise<number> {
  const { headers } = await ask(browser, upload, { method: 'HEAD', headers: TUS })
  return Number(headers.get('upload-offset') ?? Number.NaN)
}

function patch(browser: Browser, upload: string, offset: number, bytes: Uint8Array): Promise<Response> {
  const headers = { ...TUS, 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream' }
  return ask(browser, upload, { method: 'PATCH', headers, body: bytes.slice() })
}

/** Sends the first part of what is missing, and cuts the line. */
function cutAfter(browser: Browser, upload: string, offset: number, bytes: Uint8Array, sent: number): Promise<void> {
  const headers = {
    ...TUS,
    cookie: browser.cookie,
    'upload-offset': `${offset}`,
    'content-type': 'application/offset+octet-stream',
    'content-length': `${bytes.length - offset}`,
  }
  return new Promise((resolve) => {
    const line = request(server.url + upload, { method: 'PATCH', headers })
    line.once('error', () => undefined)
    line.once('close', () => resolve())
    line.write(bytes.subarray(offset, offset + sent), () => setTimeout(() => line.destroy(), 30))
  })
}

function settle(browser: Browser, id: string, upload: string | null, part = 'file') {
  return browser.post(`/api/files/${id}/stored`, { part, upload: upload?.split('/').at(-1) ?? null })
}

async function send(browser: Browser, bytes: Uint8Array, id: string) {
  const upload = await begin(browser, bytes.length)
  expect((await patch(browser, upload, 0, bytes)).status).toBe(204)
  return await settle(browser, id, upload)
}

const standing = (id: string) => server.author.write((tx) => tx.find(files, id))
const arriving = () => readdirSync(joined(server.folder, 'files/arriving'))
const blobOf = (bytes: Uint8Array) => joined(server.folder, 'files', blobPath(hashOf(bytes)))

describe('An upload', () => {
  test('W1, W2, W3, W5: that is cut five times goes on, arrives whole, and its record says so', async () => {
    const bytes = randomBytes(3_000_000)
    const id = await record(bytes, { name: 'план.bin', type: '' })
    const upload = await begin(owner, bytes.length)
    let before = 0
    for (let cut = 0; cut < 5; cut++) {
      await cutAfter(owner, upload, before, bytes, 300_000)
      const offset = await offsetOf(owner, upload)
      expect(offset).toBeGreaterThan(before)
      expect((await settle(owner, id, upload)).body).toEqual({ stored: false })
      before = offset
    }
    expect((await patch(owner, upload, before, bytes.subarray(before))).status).toBe(204)
    expect((await settle(owner, id, upload)).body).toEqual({ stored: true })
    expect(await standing(id)).toMatchObject({ stored: expect.any(Number), type: 'application/octet-stream' })
    const got = Buffer.from(await (await ask(owner, `/api/files/${id}`)).arrayBuffer())
    expect(got.equals(bytes)).toBe(true)
    expect([existsSync(blobOf(bytes)), arriving()]).toEqual([true, []])
    const { stored } = (await standing(id)) ?? {}
    expect((await settle(owner, id, upload)).body, 'told again after its answer was lost').toEqual({ stored: true })
    expect((await standing(id))?.stored).toBe(stored)
  })

  test('W5: of which a device brought the record after a restore says that it is here once it is asked for, as a whole or by its preview', async () => {
    const [bytes, small] = [picture(), picture()]
    for (const each of [bytes, small]) await send(owner, each, await record(each))
    const [whole, previewed] = [await record(bytes), await record(bytes, { preview: hashOf(small) })]
    expect([(await standing(whole))?.stored, (await standing(previewed))?.stored]).toEqual([null, null])
    expect((await ask(viewer, `/api/files/${whole}`)).status).toBe(200)
    expect((await ask(viewer, `/api/files/${previewed}/preview`)).status).toBe(200)
    const told = [await standing(whole), await standing(previewed)].map((file) => file?.stored)
    expect(told).toEqual([expect.any(Number), expect.any(Number)])
    const halfHere = await record(picture(), { preview: hashOf(small) })
    expect((await ask(viewer, `/api/files/${halfHere}/preview`)).status).toBe(200)
    expect((await standing(halfHere))?.stored).toBe(null)
  })

  test('W3: whose bytes are others than its record says is sent anew', async () => {
    const bytes = picture()
    const id = await record(bytes)
    const spoiled = Buffer.from(bytes)
    spoiled[90_000] = (spoiled[90_000] ?? 0) ^ 1
    expect((await send(owner, spoiled, id)).body).toMatchObject({ code: 'file-differs' })
    expect([(await standing(id))?.stored, arriving()]).toEqual([null, []])
    expect((await send(owner, bytes, id)).body).toEqual({ stored: true })
  })

  test('W4: of what is here already is not needed', async () => {
    const bytes = picture()
    const [one, other] = [await record(bytes), await record(bytes, { name: 'тот же.png' })]
    await send(owner, bytes, one)
    expect((await settle(manager, other, null)).body).toEqual({ stored: true })
    expect((await standing(other))?.stored).not.toBeNull()
  })

  test('W2: two at once of the same bytes both arrive', async () => {
    const bytes = picture()
    const [one, other] = [await record(bytes), await record(bytes)]
    const both = await Promise.all([send(owner, bytes, one), send(owner, bytes, other)])
    expect(both.map(({ body }) => body)).toEqual([{ stored: true }, { stored: true }])
    expect(arriving()).toEqual([])
  })

  test('W2: belongs to whoever began it, and whoever writes no files begins none', async () => {
    const upload = await begin(owner, 10)
    expect((await patch(manager, upload, 0, Buffer.alloc(10))).status).toBe(404)
    const bytes = picture()
    const id = await record(bytes)
    expect((await settle(manager, id, upload)).body.code).toBe('upload-unknown')
    const headers = { ...TUS, 'upload-length': '10' }
    expect((await ask(viewer, '/api/uploads', { method: 'POST', headers })).status).toBe(403)
    expect((await settle(viewer, id, null)).status).toBe(403)
    expect((await ask(server.browser(), '/api/uploads', { method: 'POST', headers })).status).toBe(401)
    expect((await ask(owner, upload, { method: 'DELETE', headers: TUS })).status).toBe(204)
    expect(arriving()).toEqual([])
  })

  test.each(['../../voronka.sqlite', 'x'.repeat(32), `${'a'.repeat(32)}.json`, '%00'])(
    'W2: is none by the name %j',
    async (name) => {
      const answer = await patch(owner, `/api/uploads/${encodeURIComponent(name)}`, 0, Buffer.alloc(1))
      expect(answer.status).toBe(404)
    },
  )

  test('W6: of 2 GB is refused in words before a byte; so is one of no length, and of more than it told', async () => {
    const two = 2 * 1024 * 1024 * 1024
    const begun = (headers: HeadersInit) =>
      ask(owner, '/api/uploads', { method: 'POST', headers: { ...TUS, ...headers } })
    const refused = await begun({ 'upload-length': `${two}` })
    const params = { size: 2048, most: FILE_LIMIT / 1024 / 1024 }
    expect([refused.status, await refused.json()]).toEqual([413, { code: 'file-too-large', params }])
    expect((await begun({ 'upload-defer-length': '1' })).status).toBe(400)
    expect(arriving()).toEqual([])
    const upload = await begin(owner, 10)
    expect((await patch(owner, upload, 0, Buffer.alloc(5000))).status).toBe(413)
    expect(await offsetOf(owner, upload)).toBe(0)
  })

  test('W7: that nobody has ended goes after eight days, and no sooner', async () => {
    const [old, fresh] = [await begin(owner, 10), await begin(owner, 10)]
    const note = joined(server.folder, 'files/arriving', `${old.split('/').at(-1)}.json`)
    const aged = { ...JSON.parse(readFileSync(note, 'utf8')), creation_date: new Date(Date.now() - 8.1 * DAY) }
    writeFileSync(note, JSON.stringify(aged))
    expect(await server.files.uploads.sweep()).toBe(1)
    expect([await offsetOf(owner, old), await offsetOf(owner, fresh)]).toEqual([Number.NaN, 0])
    await ask(owner, fresh, { method: 'DELETE', headers: TUS })
  })

  test('A16: is begun by no key of a device that is not to be wiped', async () => {
    const { body } = await manager.post('/api/replica', { label: 'tablet' })
    const begun = async (key: unknown) => {
      const headers = { ...TUS, 'upload-length': '10', authorization: `Wiping ${body.replica}:${key}` }
      const answer = await fetch(`${server.url}/api/uploads`, { method: 'POST', headers })
      return [answer.status, ((await answer.json()) as { readonly code: string }).code]
    }
    expect(await begun(body.key)).toEqual([401, 'sign-in-needed'])
    expect(await begun('guessed')).toEqual([401, 'sign-in-needed'])
  })

  test('A11: is begun by no page of another site', async () => {
    const headers = { ...TUS, 'upload-length': '10', origin: 'https://evil.test' }
    const answer = await ask(owner, '/api/uploads', { method: 'POST', headers })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })
})

describe('What is fetched', () => {
  test('W9: is for who may read the record, whole or in part, also when the record was removed', async () => {
    const bytes = picture()
    const id = await record(bytes)
    expect((await ask(owner, `/api/files/${id}`)).status, 'not here yet').toBe(404)
    await send(owner, bytes, id)
    const part = await ask(viewer, `/api/files/${id}`, { headers: { range: 'bytes=10-19' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${bytes.length}`])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))
    await server.author.write((tx) => tx.remove(files, id))
    expect((await ask(viewer, `/api/files/${id}`)).status).toBe(200)
    expect((await ask(server.browser(), `/api/files/${id}`)).status).toBe(401)
    expect((await ask(owner, `/api/files/${id}/preview`)).status).toBe(404)
    for (const astray of [newId('common', Date.now()), 'nothing', '..%2F..%2Fvoronka.sqlite'])
      expect((await ask(owner, `/api/files/${astray}`)).status).toBe(404)
  })

  test('W9: agents have it by the service key, and by no other', async () => {
    const bytes = picture()
    const id = await record(bytes)
    await send(owner, bytes, id)
    const byKey = (key: string) =>
      ask(server.browser(), `/api/files/${id}`, { headers: { authorization: `Bearer ${key}` } })
    const given = await byKey(SERVICE_KEY)
    expect(Buffer.from(await given.arrayBuffer())).toEqual(bytes)
    expect((await byKey('x'.repeat(43))).status).toBe(401)
  })

  test.each([
    ['a picture', picture(), 'замер "1".png', 'image/png', 'inline'],
    ['an SVG with a script', SVG, 'logo.svg', 'application/octet-stream', 'attachment'],
    ['an SVG that says to be a picture', SVG, 'logo.png', 'application/octet-stream', 'attachment'],
    [
      'a page',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      'a.html',
      'application/octet-stream',
      'attachment',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n%%EOF'), 'счет.pdf', 'application/pdf', 'attachment'],
  ])('W10: %s runs nothing', async (_what, bytes, name, type, way) => {
    const id = await record(bytes, { name, type: 'image/png' })
    await send(owner, bytes, id)
    const { headers } = await ask(owner, `/api/files/${id}`)
    const told = headers.get('content-disposition') ?? ''
    expect([headers.get('content-type'), told.split(';')[0]]).toEqual([type, way])
    expect(parse(told).parameters.filename).toBe(name)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; frame-ancestors 'none'")
    expect((await standing(id))?.type).toBe(type)
  })
})

test('ER17: who is signed in is told which bytes are there no more; nobody else is, nor of what is no hash', async () => {
  const bytes = picture()
  const [here, gone] = [hashOf(bytes), hashOf(randomBytes(8))]
  mkdirSync(dirname(blobOf(bytes)), { recursive: true })
  writeFileSync(blobOf(bytes), bytes)
  expect((await viewer.post('/api/files/gone', { hashes: [here, gone] })).body).toEqual({ gone: [gone] })
  expect(await server.browser().post('/api/files/gone', { hashes: [gone] })).toMatchObject({ status: 401 })
  for (const hashes of [['../../etc/passwd'], [gone.toUpperCase()], Array(501).fill(gone), 'x'])
    expect((await viewer.post('/api/files/gone', { hashes })).body).toMatchObject({ code: 'request-shape' })
})
