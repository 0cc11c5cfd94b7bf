import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FILE_LIMIT, SERVICE_KEY, startServer, type TestServer } from '../../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

async function put(bytes: Uint8Array<ArrayBuffer>, key = SERVICE_KEY) {
  const headers = { authorization: `Bearer ${key}` }
  const answer = await fetch(`${server.url}/api/agent/files`, { method: 'PUT', headers, body: bytes })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

test('W13: bytes that an agent made stand under their hash, once however often they come', async () => {
  const bytes = new Uint8Array(randomBytes(200_000))
  const hash = createHash('sha256').update(bytes).digest('hex')
  for (const _ of [1, 2]) expect(await put(bytes)).toEqual({ status: 200, body: { hash, size: bytes.length } })
  expect(new Uint8Array(await readFile(server.files.blobs.pathOf(hash)))).toEqual(bytes)
})

test('W13: nobody else puts any, and what is too large is refused', async () => {
  expect((await put(new Uint8Array(3), 'another')).status).toBe(401)
  const large = await put(new Uint8Array(FILE_LIMIT + 1))
  expect(large.body).toMatchObject({ code: 'file-too-large' })
})

test('W13: it is given back by its hash, to agents alone', async () => {
  const bytes = new Uint8Array(randomBytes(1000))
  const { body } = await put(bytes)
  const get = async (hash: unknown, key = SERVICE_KEY) => {
    const headers = { authorization: `Bearer ${key}` }
    return await fetch(`${server.url}/api/agent/files/${hash}`, { headers })
  }
  expect(new Uint8Array(await (await get(body.hash)).arrayBuffer())).toEqual(bytes)
  expect((await get(body.hash, 'another')).status).toBe(401)
  expect(await (await get('ab'.repeat(32))).json()).toMatchObject({ code: 'file-not-here' })
  expect(await (await get('..%2Fx')).json()).toMatchObject({ code: 'request-shape' })
})
